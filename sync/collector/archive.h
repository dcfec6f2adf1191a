#pragma once
// Everything a count store keeps as text, a JSON object a line (NDJSON), and back: to move from one
// store to another, to keep elsewhere, or for others to compute with. The events are in it byte for
// byte. One thread.

#include <cstdint>
#include <functional>
#include <istream>
#include <string>
#include <string_view>

#include "sync/collector/count_store.h"

namespace inloop::collector {

// An event of 64 KiB whose every byte is written as \u0000 still fits.
inline constexpr std::size_t greatest_archive_line_bytes = 512 * 1024;

// Places first, then who may send for them, then the events in the order of arrival:
//   {"plek": {"id", "naam", "sinds", "gemeente", "wijk", "geslotenOp"}}
//   {"sleutel": {"plek", "hash", "ingetrokkenOp"}}
//   {"telling": {"inhoudshash", "ontvangenOp", "bytes"}}
// `write` gets a line with its end; false when it could not be written, which ends it.
[[nodiscard]] Result<> write_archive(CountStore& store,
                                     std::function<bool(std::string_view)> const& write);

struct ImportReport {
  std::int64_t fresh = 0;     // events that were not here
  std::int64_t replayed = 0;  // events that were
  std::int64_t refused = 0;   // lines of any kind that could not be taken in

  bool operator==(ImportReport const&) const = default;
};

// Takes in what is missing; what is here already stays as it is, so that it may be done again.
// `refused` is told each line that could not be taken in, and why. Fails only when the store does.
[[nodiscard]] Result<ImportReport> read_archive(
    std::istream& lines, CountStore& store,
    std::function<void(std::int64_t line, std::string_view why)> const& refused);

}  // namespace inloop::collector
