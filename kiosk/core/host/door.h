#pragma once
// The door to the host's room: a picture and a PIN; the first coordinator's beginning; the code on
// paper for whoever lost the PIN. Plain values; the rules are in door_update.cpp, the words in
// door_screen.cpp.

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/base/compiled_once.h"
#include "kiosk/core/host/pin_pad.h"
#include "kiosk/core/host/text_entry.h"
#include "kiosk/core/hosts.h"
#include "kiosk/core/state.h"

namespace inloop::core::host {

// What somebody who becomes coordinator has told so far.
struct Beginner {
  std::string used_code;  // with which the house is recovered; empty: it begins
  HostPicture picture = 0;
  std::string first_name;
  Pin pin;
  std::string code;  // the next one

  [[nodiscard]] bool is_recovering() const { return !used_code.empty(); }
  bool operator==(Beginner const&) const = default;
};

// The steps.

// Nothing is known yet of the house.
struct Knocking {
  bool operator==(Knocking const&) const = default;
};

// All pictures, whether or not a host has them.
struct WhoAreYou {
  int first = 0;
  std::optional<Beginner> beginner;  // chooses one

  bool operator==(WhoAreYou const&) const = default;
};

struct TypePin {
  HostPicture picture = 0;
  Pin pin;
  bool is_shuffled = false;  // against eyes over the shoulder
  std::optional<PadTrouble> trouble;
  std::int64_t wait_ms = 0;

  bool operator==(TypePin const&) const = default;
};

struct PinForgotten {
  HostPicture picture = 0;

  bool operator==(PinForgotten const&) const = default;
};

struct TypeCode {
  HostPicture picture = 0;
  TextEntry entry;
  bool is_wrong = false;

  bool operator==(TypeCode const&) const = default;
};

struct SayName {
  Beginner beginner;
  TextEntry entry;

  bool operator==(SayName const&) const = default;
};

struct ChoosePin {
  Beginner beginner;
  NewPin pin;

  bool operator==(ChoosePin const&) const = default;
};

// The new code, to be written down.
struct KeepCode {
  Beginner beginner;

  bool operator==(KeepCode const&) const = default;
};

// One group of it, from the paper.
struct ProveCode {
  Beginner beginner;
  TextEntry entry;
  bool is_wrong = false;

  bool operator==(ProveCode const&) const = default;
};

using DoorStep = std::variant<Knocking, WhoAreYou, TypePin, PinForgotten, TypeCode, SayName,
                              ChoosePin, KeepCode, ProveCode>;

// Which group of the code has to be typed: nobody guesses it who did not write it down.
inline constexpr std::size_t proved_group = 2;

struct Door {
  DoorStep step;
  DigitOrder shuffled = phone_order;  // a new one for each try
  std::optional<Waiting> waiting;

  bool operator==(Door const&) const = default;
};

// Taps.
struct ChoosePicture {
  HostPicture picture = 0;
  bool operator==(ChoosePicture const&) const = default;
};
struct Digit {
  std::string digit;
  bool operator==(Digit const&) const = default;
};
struct EraseDigit {
  bool operator==(EraseDigit const&) const = default;
};
struct Shuffle {
  bool operator==(Shuffle const&) const = default;
};
struct ForgotPin {
  bool operator==(ForgotPin const&) const = default;
};
struct HaveCode {
  bool operator==(HaveCode const&) const = default;
};
// Goes on from a name, a code that was typed, a code that was written down.
struct GoOn {
  bool operator==(GoOn const&) const = default;
};

struct DoorTap {
  class What
      : public std::variant<ChoosePicture, Digit, EraseDigit, Shuffle, ForgotPin, HaveCode, GoOn> {
    INLOOP_COMPILED_ONCE(What);
    bool operator==(What const& other) const;
  };
  What what;

  bool operator==(DoorTap const&) const = default;
};

// Requests.

// Whether there are hosts. Answered by HouseFound.
struct Knock {
  bool operator==(Knock const&) const = default;
};
// Answered by CameIn or PinRefused.
struct TryPin {
  HostPicture picture = 0;
  Pin pin;
  bool operator==(TryPin const&) const = default;
};
// Answered by CodeTried.
struct TryCode {
  std::string code;
  bool operator==(TryCode const&) const = default;
};
// Answered by CodeDrawn.
struct DrawCode {
  bool operator==(DrawCode const&) const = default;
};
// The first coordinator, or one who lost the PIN. Answered by CameIn.
struct Begin {
  Beginner beginner;
  bool operator==(Begin const&) const = default;
};

struct DoorRequest {
  class What : public std::variant<Knock, TryPin, TryCode, DrawCode, Begin> {
    INLOOP_COMPILED_ONCE(What);
    bool operator==(What const& other) const;
  };
  What what;
  Now now;  // when it was asked: for the waiting, and for the audit trail

  bool operator==(DoorRequest const&) const = default;
};

// Outcomes.

enum class HouseStanding { New, Begun };

struct HouseFound {
  HouseStanding standing = HouseStanding::Begun;
  DigitOrder shuffled = phone_order;

  bool operator==(HouseFound const&) const = default;
};

// The right PIN was given.
struct CameIn {
  Host host;

  bool operator==(CameIn const&) const = default;
};

struct PinRefused {
  PadTrouble why = PadTrouble::Wrong;
  std::int64_t wait_ms = 0;  // before the next try
  DigitOrder shuffled = phone_order;

  bool operator==(PinRefused const&) const = default;
};

enum class CodeMatch { No, Yes };

struct CodeTried {
  CodeMatch match = CodeMatch::No;

  bool operator==(CodeTried const&) const = default;
};

struct CodeDrawn {
  std::string code;

  bool operator==(CodeDrawn const&) const = default;
};

struct DoorOutcome {
  class What : public std::variant<HouseFound, CameIn, PinRefused, CodeTried, CodeDrawn> {
    INLOOP_COMPILED_ONCE(What);
    bool operator==(What const& other) const;
  };
  What what;

  bool operator==(DoorOutcome const&) const = default;
};

// What stands in the door.

struct PicturesView {
  std::vector<HostTile> tiles;  // from `scroll.first` on
  Scroll scroll;

  bool operator==(PicturesView const&) const = default;
};

struct PadView {
  Pad pad;
  std::optional<Phrase> shuffle;  // absent where a PIN is chosen
  bool is_shuffled = false;
  std::optional<Phrase> forgot;

  bool operator==(PadView const&) const = default;
};

struct TypingView {
  Phrase typed;
  std::optional<Phrase> trouble;
  Keyboard keyboard;
  Phrase go_on;

  bool operator==(TypingView const&) const = default;
};

// Something to read, and one button.
struct ReadingView {
  std::string_view picture;  // one emoji
  std::optional<Phrase> code;
  std::vector<Phrase> lines;
  Phrase go_on;
  DoorTap tap;

  bool operator==(ReadingView const&) const = default;
};

struct DoorScreen {
  Phrase title;
  std::optional<Phrase> advice;
  Phrase back;
  bool is_waiting = false;
  class View : public std::variant<std::monostate, PicturesView, PadView, TypingView, ReadingView> {
    INLOOP_COMPILED_ONCE(View);
    bool operator==(View const& other) const;
  };
  View view;

  bool operator==(DoorScreen const&) const = default;
};

}  // namespace inloop::core::host
