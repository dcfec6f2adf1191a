#pragma once
// The screens of somebody who wants to speak, to leave or to know. Plain values.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/core/calls.h"
#include "kiosk/core/feeling.h"
#include "kiosk/core/screen_parts.h"

namespace inloop::core {

struct CallHeardScreen {
  CallKind kind = CallKind::Talk;
  Phrase title;
  Phrase advice;
  Phrase withdraw;
  Phrase done;

  bool operator==(CallHeardScreen const&) const = default;
};

struct CallLine {
  CallId call = 0;
  CallKind kind = CallKind::Talk;
  Phrase text;    // "Iemand wil praten."
  Phrase answer;  // "Ik ga"

  bool operator==(CallLine const&) const = default;
};

struct CallsScreen {
  Phrase back;
  Phrase title;  // for the host
  std::vector<CallLine> lines;

  bool operator==(CallsScreen const&) const = default;
};

struct FeelingChoice {
  Feeling feeling = Feeling::Yes;
  std::string_view picture;
  Phrase label;

  bool operator==(FeelingChoice const&) const = default;
};

struct LeavingScreen {
  Phrase back;
  Phrase title;
  Phrase question;
  Phrase promise;
  std::array<FeelingChoice, 3> answers;
  Phrase skip;
  bool is_waiting = false;

  bool operator==(LeavingScreen const&) const = default;
};

struct ReleasedScreen {
  Phrase back;
  Phrase title;
  std::vector<KnowledgePoint> points;  // the meaning, in plain words
  Scroll scroll;
  std::optional<Phrase> raw;  // shows the bytes, where there are any
  bool is_waiting = false;

  bool operator==(ReleasedScreen const&) const = default;
};

struct RawReleaseScreen {
  Phrase back;
  Phrase title;
  std::vector<std::string> lines;  // of the file, as it is
  Phrase lines_spoken;
  Scroll scroll;

  bool operator==(RawReleaseScreen const&) const = default;
};

// Calm words and one way on: a card that is not ours, a language without a voice, a farewell.
struct MessageScreen {
  std::string_view picture;
  Phrase title;
  Phrase advice;
  Phrase done;

  bool operator==(MessageScreen const&) const = default;
};

}  // namespace inloop::core
