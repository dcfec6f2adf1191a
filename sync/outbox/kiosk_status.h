#pragma once
// The one thing besides releases that the kiosk lets be known through the hatch: whether its card
// reader works. Nothing about visitors, and no time but that of the file itself. Any thread.
//
//   outbox/status.json   written by the kiosk when that changes, and about once an hour

#include <chrono>
#include <string_view>

#include "kiosk/base/clock.h"
#include "kiosk/base/result.h"
#include "sync/outbox/outbox.h"

namespace inloop::outbox {

enum class ReaderState {
  Unknown,
  Works,
  None,     // and none is wanted
  Missing,  // one is wanted, and there is none that works
};

// As the schema of a health event has it.
[[nodiscard]] std::string_view word_for(ReaderState state);

// A kiosk that has not written for so long may have stopped, and then nobody knows.
inline constexpr std::chrono::hours longest_trust{3};

// The kiosk's side. For a moment there may be no file, never half a one.
[[nodiscard]] Result<> write_reader_state(Folders const& folders, ReaderState state);

// The courier's side. Unknown when there is no file, or an old one. Fails when there is something
// that the kiosk cannot have written.
[[nodiscard]] Result<ReaderState> read_reader_state(Folders const& folders, UtcTime now);

}  // namespace inloop::outbox
