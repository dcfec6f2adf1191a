#include "kiosk/ui/token_block.h"

#include <string>

#include "kiosk/ui/content.h"
#include "kiosk/ui/stage.h"

namespace inloop::ui {
namespace {

class TokenFace final : public Block {
 public:
  TokenFace(TokenPicture picture, double size_mm)
      : m_picture(std::move(picture)), m_size_mm(size_mm) {}

  Need need(Ruler const&, double) const override { return {.height_mm = m_size_mm}; }
  double natural_width_mm(Ruler const&) const override { return m_size_mm; }
  void draw(Stage& stage, Box const& box) const override {
    show_picture(stage, m_picture, box, m_size_mm, stage.look().palette.ink);
  }

 private:
  TokenPicture m_picture;
  double m_size_mm;
};

}  // namespace

BlockPointer token_face(core::Token const& token, std::string_view emoji, double size_mm) {
  return std::make_shared<TokenFace>(
      TokenPicture{.emoji = std::string(emoji), .colour = token.colour}, size_mm);
}

}  // namespace inloop::ui
