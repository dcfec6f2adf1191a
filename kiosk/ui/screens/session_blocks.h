#pragma once
// Sessions and tokens as the screens of joining show them: tiles, cards, headings, and the buttons
// below a list. Pure; UI thread.

#include <optional>
#include <string>

#include "kiosk/ui/screens/parts.h"

namespace inloop::ui {

// A kind has its tint; what is no pastime has none.
[[nodiscard]] std::optional<Tint> tint_of(core::ActivityKind kind);

// A session to look at, as a card that stands: its picture and clock above its words.
[[nodiscard]] BlockPointer session_tile(std::string id, core::SessionTile const& tile,
                                        Look const& look);

enum class CardLength { Full, Short };  // Short leaves the places to the page behind it

// The same as a card that lies, over the whole width.
[[nodiscard]] BlockPointer session_card(std::string id, core::SessionTile const& tile,
                                        CardLength length, ControlState state, Look const& look);

// How a session stands, as a note; loud when one cannot simply come.
[[nodiscard]] BlockPointer standing_pill(std::string id, core::Phrase const& phrase,
                                         core::Standing standing, std::optional<Tint> tint,
                                         Role role);

enum class HeadingSize { Small, Large };

// What a step is about, on the tint of its kind. Nothing happens when it is touched.
[[nodiscard]] BlockPointer session_heading(std::string const& screen,
                                           core::SessionHeading const& heading, HeadingSize size,
                                           Look const& look);

// "Omhoog" and "Meer" below a list of which `shown` items fit; nothing where all fit.
[[nodiscard]] bool has_scroll(core::Scroll const& scroll, std::size_t shown);
[[nodiscard]] Blocks scroll_buttons(std::string const& screen, core::Scroll const& scroll,
                                    std::size_t shown, Look const& look);

// The same where small glass has no room for their words: there their signs have to be enough.
[[nodiscard]] Blocks scroll_signs(std::string const& screen, core::Scroll const& scroll,
                                  std::size_t shown, Look const& look);

// A token to choose.
struct TokenControl {
  std::string id;
  core::TokenTile tile;
  core::Action action;
  ControlState state = ControlState::Ready;
  bool has_picture = true;
};
[[nodiscard]] BlockPointer token_control(TokenControl token, Look const& look);

// One thing that is good to know, beside its picture.
[[nodiscard]] BlockPointer fact(std::string id, core::KnowledgePoint const& point,
                                Look const& look);

// Where the way back stands: above on high glass, else at the foot, where low reach needs it.
[[nodiscard]] inline bool has_back_above(Look const& look) {
  return !is_back_at_foot(look);
}

// The way back alone at the start of its row, with something at the end.
[[nodiscard]] BlockPointer back_row(BlockPointer back, BlockPointer aside);

}  // namespace inloop::ui
