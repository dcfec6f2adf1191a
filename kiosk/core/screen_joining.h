#pragma once
// The screens of somebody who looks for an activity and joins it. Plain values.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/core/screen_parts.h"
#include "kiosk/core/state.h"

namespace inloop::core {

struct SpanChoice {
  Span span = Span::Today;
  Phrase label;
  bool is_chosen = false;

  bool operator==(SpanChoice const&) const = default;
};

struct ActivitiesScreen {
  Phrase back;
  Phrase likes;  // "Waar wordt u blij van?", or back to everything when only some are shown
  bool is_filtered = false;
  Phrase title;
  std::array<SpanChoice, 3> spans;
  std::vector<SessionTile> tiles;
  Scroll scroll;
  std::optional<Phrase> empty;  // instead of tiles: nothing is on

  bool operator==(ActivitiesScreen const&) const = default;
};

struct LikeTile {
  ActivityKind kind = ActivityKind::Meeting;
  std::string_view picture;
  Phrase label;

  bool operator==(LikeTile const&) const = default;
};

struct LikesScreen {
  Phrase back;
  Phrase title;
  Phrase promise;  // nothing is kept
  std::vector<LikeTile> tiles;

  bool operator==(LikesScreen const&) const = default;
};

struct SessionScreen {
  Phrase back;
  SessionHeading heading;
  Standing standing = Standing::Welcome;
  Phrase places;
  std::vector<KnowledgePoint> facts;  // until when, where, why not, how it works without a name
  std::optional<Phrase> join;         // the main button; absent: nothing to sign up for
  std::optional<Phrase> my_sign_up;   // "Ik heb al een kaartje"
  std::optional<Phrase> take_along;   // "Mijn kaartje" to take home
  std::optional<Phrase> link;         // what the QR of the link is for
  std::string link_address;
  bool is_waiting = false;

  bool operator==(SessionScreen const&) const = default;
};

struct TokenTile {
  Token token;
  std::string_view picture;
  Phrase label;
  bool is_chosen = false;

  bool operator==(TokenTile const&) const = default;
};

struct TokenChoiceScreen {
  Phrase back;
  SessionHeading heading;
  Phrase title;
  Phrase advice;  // "Onthoud het plaatje. Een naam is niet nodig."
  std::vector<TokenTile> tiles;
  Phrase others;
  Phrase confirm;
  bool is_waiting = false;

  bool operator==(TokenChoiceScreen const&) const = default;
};

// One key of the keyboard on the glass.
struct Key {
  std::string text;  // shown, and what the action carries
  Phrase phrase;
  bool is_replacing = false;  // stands for the last character instead of coming after it

  bool operator==(Key const&) const = default;
};

struct Keyboard {
  std::vector<std::vector<Key>> rows;  // at most ten keys each
  Phrase space;
  Phrase erase;
  std::optional<Phrase> more_keys;  // "á é ñ" and back, where there is another layer
  int first_key = 0;                // where not all fit
  Phrase next_keys;

  bool operator==(Keyboard const&) const = default;
};

struct NameScreen {
  Phrase back;
  SessionHeading heading;
  Phrase title;
  Phrase promise;  // "Alleen de gastvrouw ziet uw naam. ..."
  Phrase typed;    // in the field
  std::optional<Phrase> problem;
  Keyboard keyboard;
  Phrase confirm;
  bool is_waiting = false;

  bool operator==(NameScreen const&) const = default;
};

struct JustFullScreen {
  Phrase back;
  SessionHeading heading;
  Phrase title;
  Phrase advice;
  std::optional<Phrase> wait;  // absent: the waiting list is full, too
  bool is_waiting = false;

  bool operator==(JustFullScreen const&) const = default;
};

struct SignedUpScreen {
  Phrase back;
  SessionHeading heading;
  Phrase title;  // "U doet mee!", "U staat op de wachtlijst."
  Token token;
  std::string_view picture;
  Phrase token_label;  // "blauwe uil"
  Phrase advice;       // "Onthoud uw kaartje.", what the waiting list means
  bool is_on_waiting_list = false;
  Phrase take_along;
  Phrase stop_coming;
  Phrase done;
  bool is_waiting = false;

  bool operator==(SignedUpScreen const&) const = default;
};

struct SignUpEndedScreen {
  SessionHeading heading;
  Phrase title;
  Phrase advice;
  Phrase again;  // "Toch meedoen"
  Phrase done;

  bool operator==(SignUpEndedScreen const&) const = default;
};

struct PictureTile {
  int picture = 0;  // in token_pictures
  std::string_view emoji;
  Phrase label;

  bool operator==(PictureTile const&) const = default;
};

struct TokenPicturesScreen {
  Phrase back;
  Phrase title;
  std::vector<PictureTile> tiles;
  Scroll scroll;

  bool operator==(TokenPicturesScreen const&) const = default;
};

struct TokenColoursScreen {
  Phrase back;
  Phrase title;
  std::optional<Phrase> unknown;  // "Dit kaartje doet hier niet mee."
  std::vector<TokenTile> tiles;   // the picture on each colour
  bool is_waiting = false;

  bool operator==(TokenColoursScreen const&) const = default;
};

struct TakeAlongScreen {
  Phrase back;
  SessionHeading heading;
  Phrase title;
  Phrase advice;     // "Richt de camera van uw telefoon op het vierkant."
  std::string code;  // what the QR holds; empty until it is made
  Phrase code_spoken;
  std::optional<Phrase> token_label;  // with its picture, when there is one
  std::optional<Token> token;
  std::optional<Phrase> print;       // absent: no printer
  std::optional<Phrase> print_note;  // "Pak uw bonnetje.", or that printing failed
  bool is_printing = false;
  Phrase done;

  bool operator==(TakeAlongScreen const&) const = default;
};

}  // namespace inloop::core
