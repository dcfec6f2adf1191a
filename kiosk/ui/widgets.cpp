#include "kiosk/ui/widgets.h"

#include <cmath>

#include "kiosk/ui/content.h"
#include "kiosk/ui/layout.h"
#include "kiosk/ui/stage.h"

namespace inloop::ui {
namespace {

class Words final : public Block {
 public:
  Words(std::string id, core::Phrase phrase, WordsStyle style)
      : m_id(std::move(id)), m_phrase(std::move(phrase)), m_style(style) {}

  Need need(Ruler const& ruler, double width_mm) const override {
    auto const set = set_in(ruler.look, ruler.typesetter, width_mm);
    return {ruler.look.mm(set.extent.height_px), set.is_strained};
  }

  double natural_width_mm(Ruler const& ruler) const override {
    return ruler.look.natural_width_mm(ruler.typesetter, m_phrase.shown, m_style.role);
  }

  void draw(Stage& stage, Box const& box) const override {
    auto const& palette = stage.look().palette;
    auto const rect = stage.look().on_glass(box);
    auto const set = set_in(stage.look(), stage.typesetter(), box.width_mm);
    auto const ink =
        stage.show(set, rect, m_style.shade == Shade::Soft ? palette.ink_soft : palette.ink);
    stage.mark({.id = m_id,
                .kind = MarkKind::Text,
                .label = m_phrase.shown,
                .spoken = m_phrase.spoken,
                .rect = rect,
                .ink = ink});
  }

 private:
  SetText set_in(Look const& look, Typesetter& typesetter, double width_mm) const {
    return look.set(typesetter, m_phrase.shown, m_style.role, width_mm, m_style.align);
  }

  std::string m_id;
  core::Phrase m_phrase;
  WordsStyle m_style;
};

// Something painted, square and in the middle of its box.
class Square : public Block {
 public:
  explicit Square(double size_mm) : m_size_mm(size_mm) {}

  Need need(Ruler const&, double) const override { return {.height_mm = m_size_mm}; }
  double natural_width_mm(Ruler const&) const override { return m_size_mm; }

 protected:
  int size_px(Look const& look) const { return static_cast<int>(std::lround(look.px(m_size_mm))); }

 private:
  double m_size_mm;
};

class EmojiBlock final : public Square {
 public:
  EmojiBlock(std::string picture, double size_mm)
      : Square(size_mm), m_picture(std::move(picture)) {}

  void draw(Stage& stage, Box const& box) const override {
    stage.show_centred(Emoji{m_picture, size_px(stage.look())}, stage.look().on_glass(box));
  }

 private:
  std::string m_picture;
};

class Clock final : public Square {
 public:
  Clock(std::string id, core::Phrase phrase, int minute_of_day, double size_mm)
      : Square(size_mm),
        m_id(std::move(id)),
        m_phrase(std::move(phrase)),
        m_minute_of_day(minute_of_day) {}

  void draw(Stage& stage, Box const& box) const override {
    auto const& palette = stage.look().palette;
    auto const rect = stage.look().on_glass(box);
    auto const ink = stage.show_centred(
        ClockFace{size_px(stage.look()), m_minute_of_day, palette.ink, palette.surface}, rect);
    stage.mark({.id = m_id,
                .kind = MarkKind::Picture,
                .label = m_phrase.shown,
                .spoken = m_phrase.spoken,
                .rect = rect,
                .ink = ink});
  }

 private:
  std::string m_id;
  core::Phrase m_phrase;
  int m_minute_of_day;
};

class ClockPicture final : public Square {
 public:
  ClockPicture(int minute_of_day, double size_mm)
      : Square(size_mm), m_minute_of_day(minute_of_day) {}

  void draw(Stage& stage, Box const& box) const override {
    auto const& palette = stage.look().palette;
    stage.show_centred(
        ClockFace{size_px(stage.look()), m_minute_of_day, palette.ink, palette.surface},
        stage.look().on_glass(box));
  }

 private:
  int m_minute_of_day;
};

class CountdownBlock final : public Square {
 public:
  CountdownBlock(TimeLeft time, std::string picture, double size_mm)
      : Square(size_mm), m_time(time), m_picture(std::move(picture)) {}

  void draw(Stage& stage, Box const& box) const override {
    constexpr double picture_share = 0.48;
    auto const& palette = stage.look().palette;
    auto const rect = stage.look().on_glass(box);
    auto const size = size_px(stage.look());
    stage.show_centred(Countdown{.size_px = size,
                                 .left = m_time.left,
                                 .total = m_time.total,
                                 .ink = palette.main,
                                 .track = palette.line_quiet},
                       rect);
    stage.show_centred(Emoji{m_picture, static_cast<int>(size * picture_share)}, rect);
  }

 private:
  TimeLeft m_time;
  std::string m_picture;
};

void draw_plate(Stage& stage, Rect const& rect, std::optional<Tint> tint) {
  auto const& look = stage.look();
  auto const& palette = look.palette;
  stage.show(Plate{.width_px = static_cast<int>(rect.width_px()),
                   .height_px = static_cast<int>(rect.height_px()),
                   .radius_px = static_cast<float>(look.px(look.measures.tile_radius_mm)),
                   .edge_px = static_cast<float>(look.px(look.measures.quiet_edge_mm)),
                   .shadow_px = 0,
                   .fill = tint ? palette.tint(*tint).fill : palette.surface,
                   .edge = palette.line_quiet,
                   .shadow = {}},
             rect.left_px, rect.top_px);
}

class Panel final : public Block {
 public:
  Panel(std::optional<Tint> tint, double padding_mm, BlockPointer inside)
      : m_tint(tint), m_padding_mm(padding_mm), m_inside(std::move(inside)) {}

  Need need(Ruler const& ruler, double width_mm) const override {
    auto need = m_inside->need(ruler, width_mm - 2 * side_mm());
    need.height_mm += 2 * m_padding_mm;
    return need;
  }

  double natural_width_mm(Ruler const& ruler) const override {
    return m_inside->natural_width_mm(ruler) + 2 * side_mm();
  }

  void draw(Stage& stage, Box const& box) const override {
    draw_plate(stage, stage.look().on_glass(box), m_tint);
    m_inside->draw(stage, {box.left_mm + side_mm(), box.top_mm + m_padding_mm,
                           box.width_mm - 2 * side_mm(), box.height_mm - 2 * m_padding_mm});
  }

 private:
  // Beside the words the round corners take some of the room.
  double side_mm() const { return m_padding_mm + 1.5; }

  std::optional<Tint> m_tint;
  double m_padding_mm;
  BlockPointer m_inside;
};

class CardBlock final : public Block {
 public:
  explicit CardBlock(Card card)
      : m_card(std::move(card)),
        m_content{.picture = m_card.picture.empty()
                                 ? Picture(NoPicture{})
                                 : Picture(EmojiPicture{std::string(m_card.picture)}),
                  .picture_mm = m_card.picture_mm,
                  .arrangement = m_card.arrangement,
                  .text = m_card.phrase.shown,
                  .role = m_card.role} {}

  Need need(Ruler const& ruler, double width_mm) const override {
    return m_content.need(ruler, width_mm);
  }

  double natural_width_mm(Ruler const& ruler) const override {
    return m_content.natural_width_mm(ruler);
  }

  void draw(Stage& stage, Box const& box) const override {
    auto const rect = stage.look().on_glass(box);
    draw_plate(stage, rect, std::nullopt);
    auto const ink = m_content.draw(stage, box, stage.look().palette.ink);
    stage.mark({.id = m_card.id,
                .kind = MarkKind::Card,
                .label = m_card.phrase.shown,
                .spoken = m_card.phrase.spoken,
                .rect = rect,
                .ink = ink});
  }

 private:
  Card m_card;
  Content m_content;
};

}  // namespace

BlockPointer words(std::string id, core::Phrase phrase, WordsStyle style) {
  return std::make_shared<Words>(std::move(id), std::move(phrase), style);
}

BlockPointer emoji(std::string_view picture, double size_mm) {
  return std::make_shared<EmojiBlock>(std::string(picture), size_mm);
}

BlockPointer clock_face(std::string id, core::Phrase phrase, int minute_of_day, double size_mm) {
  return std::make_shared<Clock>(std::move(id), std::move(phrase), minute_of_day, size_mm);
}

BlockPointer clock_picture(int minute_of_day, double size_mm) {
  return std::make_shared<ClockPicture>(minute_of_day, size_mm);
}

BlockPointer countdown(TimeLeft time, std::string_view picture, double size_mm) {
  return std::make_shared<CountdownBlock>(time, std::string(picture), size_mm);
}

BlockPointer panel(std::optional<Tint> tint, double padding_mm, BlockPointer inside) {
  return std::make_shared<Panel>(tint, padding_mm, std::move(inside));
}

BlockPointer card(Card card) {
  return std::make_shared<CardBlock>(std::move(card));
}

}  // namespace inloop::ui
