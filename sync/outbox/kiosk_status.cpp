#include "sync/outbox/kiosk_status.h"

#include <array>
#include <string>
#include <system_error>

#include <fmt/format.h>

#include "kiosk/base/assert.h"
#include "sync/outbox/folder_file.h"

namespace inloop::outbox {
namespace {

constexpr char const* file_name = "status.json";
constexpr std::size_t most_status_bytes = 100;

std::string text_of(ReaderState state) {
  return fmt::format("{{\"kaartlezer\": \"{}\"}}\n", word_for(state));
}

}  // namespace

std::string_view word_for(ReaderState state) {
  switch (state) {
    case ReaderState::Unknown:
      return "onbekend";
    case ReaderState::Works:
      return "werkt";
    case ReaderState::None:
      return "geen";
    case ReaderState::Missing:
      return "storing";
  }
  INLOOP_ASSERT(false);
}

Result<> write_reader_state(Folders const& folders, ReaderState state) {
  if (auto const removed = remove_file(folders.outbox / file_name); !removed) return removed;
  return write_new_file(folders.outbox, file_name, text_of(state));
}

Result<ReaderState> read_reader_state(Folders const& folders, UtcTime now) {
  auto const file = folders.outbox / file_name;
  auto const is_there = is_present(file);
  if (!is_there) return tl::unexpected(is_there.error());
  if (!*is_there) return ReaderState::Unknown;
  auto const text = read_file(file, most_status_bytes);
  if (!text) return tl::unexpected(text.error());
  std::error_code trouble;
  auto const written =
      std::chrono::file_clock::to_sys(std::filesystem::last_write_time(file, trouble));
  if (trouble) return failure("cannot see when {} was written", file.string());
  // There are so few texts that whatever is none of them was not written by a kiosk.
  for (auto const state :
       {ReaderState::Unknown, ReaderState::Works, ReaderState::None, ReaderState::Missing})
    if (*text == text_of(state))
      return std::chrono::abs(now - written) > longest_trust ? ReaderState::Unknown : state;
  return failure("{} is not what a kiosk writes", file.string());
}

}  // namespace inloop::outbox
