#pragma once
// The hatch: a folder of small files between the program that sees people and the one that sees
// the network. What lies in it is, byte for byte, what the municipality gets. Any thread; the two
// programs meet only here.
//
//   outbox/new/<sequence>-<id>.json   written by the kiosk: temporary name, fsync, rename, fsync
//   outbox/sent/<sequence>-<id>.json  moved there by the kiosk when the receipt has come
//   outbox/status.json                written by the kiosk: see kiosk_status.h
//   receipts/<id>.json                written by the courier: what the collector answered

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/result.h"

namespace inloop::outbox {

inline constexpr std::size_t most_events = 400;
inline constexpr std::uintmax_t most_bytes = 16 * 1024 * 1024;

struct Folders {
  std::filesystem::path outbox;
  std::filesystem::path receipts;

  bool operator==(Folders const&) const = default;
};

struct EventFile {
  std::int64_t sequence = 0;
  std::string id;
  std::filesystem::path path;
};

struct Listing {
  std::vector<EventFile> events;     // by sequence
  std::vector<std::string> foreign;  // names that do not belong there: reported, never touched
};

// The kiosk's side. Makes new and sent where they are missing; outbox and receipts must be there.
// Publishing what is there already, in new or in sent, changes nothing; the same id or sequence
// for something else fails. Fails loudly when the folder is full; nothing is ever dropped.
// Bytes that are no count event of this id and sequence are refused.
[[nodiscard]] Result<> publish(Folders const& folders, std::int64_t sequence, std::string_view id,
                               std::string_view bytes);
// Moving what is in sent already changes nothing there, and fails when new holds other bytes.
[[nodiscard]] Result<> move_to_sent(Folders const& folders, std::int64_t sequence,
                                    std::string_view id);
// Everything that was ever published: what lies in new and in sent. Fails when outbox is not there.
[[nodiscard]] Result<Listing> list_published(Folders const& folders);
// The receipt of an event, or an empty string when there is none yet. Fails when something else
// than a receipt of this event bears its name.
[[nodiscard]] Result<std::string> read_receipt(Folders const& folders, std::string_view id);

// The courier's side. read_event() only reads: whoever calls must still see that the bytes are a
// count event. A receipt that is there already stands when it is for the same bytes; what
// else bears its name is set aside as <id>.json.damaged, and does not count as a receipt.
[[nodiscard]] Result<Listing> list_new(Folders const& folders);
[[nodiscard]] Result<std::string> read_event(EventFile const& event);
[[nodiscard]] Result<> write_receipt(Folders const& folders, std::string_view id,
                                     std::string_view receipt);
[[nodiscard]] Result<bool> has_receipt(Folders const& folders, std::string_view id);

}  // namespace inloop::outbox
