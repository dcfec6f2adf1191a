#include "sync/outbox/outbox.h"

#include <algorithm>

#include "sync/outbox/event_listing.h"
#include "sync/outbox/folder_file.h"
#include "sync/outbox/names.h"
#include "sync/report/count_event.h"
#include "sync/report/receipt.h"

// The kiosk's side of the hatch. The courier's is outbox_courier.cpp.
namespace inloop::outbox {
namespace {

using std::filesystem::path;

path new_folder(Folders const& folders) {
  return folders.outbox / "new";
}
path sent_folder(Folders const& folders) {
  return folders.outbox / "sent";
}

// Nothing enters the hatch that the schema does not list, or under another name than its own.
Result<> check_event(std::int64_t sequence, std::string_view id, std::string_view bytes) {
  auto const event = report::count_event_from(bytes);
  if (!event) return tl::unexpected(event.error());
  if (event->id != id || event->sequence != sequence)
    return failure("the event {} with sequence {} is not what it is published as", event->id,
                   event->sequence);
  return {};
}

enum class Presence { Absent, Same };

// Has this event been published into `folder`? Fails when something else took its id or sequence.
Result<Presence> look_for(path const& folder, EventName const& wanted, std::string_view bytes) {
  auto const entries = list_folder(folder);
  if (!entries) return tl::unexpected(entries.error());
  auto presence = Presence::Absent;
  for (auto const& entry : *entries) {
    auto const name = event_name_from(entry.name);
    if (!name) continue;
    if (*name == wanted) {
      auto const there = read_file(folder / entry.name, report::greatest_event_bytes);
      if (!there) return tl::unexpected(there.error());
      if (*there != bytes)
        return failure("{} is there already with other bytes", (folder / entry.name).string());
      presence = Presence::Same;
    } else if (name->id == wanted.id || name->sequence == wanted.sequence) {
      return failure("{} has the same id or the same sequence", (folder / entry.name).string());
    }
  }
  return presence;
}

Result<> check_room(path const& folder, std::vector<Entry> const& entries, std::size_t size_bytes) {
  std::size_t events = 0;
  std::uintmax_t used_bytes = 0;
  for (auto const& entry : entries) {
    if (!event_name_from(entry.name)) continue;
    ++events;
    used_bytes += entry.size_bytes;
  }
  if (events >= most_events)
    return failure("{} is full: {} events wait to be delivered", folder.string(), events);
  if (used_bytes + size_bytes > most_bytes)
    return failure("{} is full: {} bytes wait to be delivered", folder.string(), used_bytes);
  return {};
}

// What a power cut left half-written. Only the kiosk writes here, one file at a time.
Result<> clear_temporary_files(path const& folder, std::vector<Entry> const& entries) {
  for (auto const& entry : entries)
    if (is_temporary_name(entry.name))
      if (auto const removed = remove_file(folder / entry.name); !removed) return removed;
  return {};
}

// A power cut in the middle of a move may leave the event in both folders.
Result<> finish_move(path const& from, path const& to, std::string const& name) {
  auto const unsent = read_file(from / name, report::greatest_event_bytes);
  if (!unsent) return tl::unexpected(unsent.error());
  auto const sent = read_file(to / name, report::greatest_event_bytes);
  if (!sent) return tl::unexpected(sent.error());
  if (*unsent != *sent) return failure("{} is in new and in sent with other bytes", name);
  // As in a move: the name that stays is made durable before the other one goes.
  if (auto const synced = make_durable(to); !synced) return synced;
  if (auto const removed = remove_file(from / name); !removed) return removed;
  return make_durable(from);
}

}  // namespace

Result<> publish(Folders const& folders, std::int64_t sequence, std::string_view id,
                 std::string_view bytes) {
  if (auto const checked = check_event(sequence, id, bytes); !checked) return checked;
  EventName const name{sequence, std::string(id)};
  for (auto const& folder : {new_folder(folders), sent_folder(folders)}) {
    if (auto const made = make_folder(folder); !made) return made;
    auto const presence = look_for(folder, name, bytes);
    if (!presence) return tl::unexpected(presence.error());
    // It may have been renamed by a process that died before it could make that durable.
    if (*presence == Presence::Same) return make_durable(folder);
  }

  auto const folder = new_folder(folders);
  auto const entries = list_folder(folder);
  if (!entries) return tl::unexpected(entries.error());
  if (auto const cleared = clear_temporary_files(folder, *entries); !cleared) return cleared;
  if (auto const room = check_room(folder, *entries, bytes.size()); !room) return room;
  return write_new_file(folder, event_file_name(sequence, id), bytes);
}

Result<> move_to_sent(Folders const& folders, std::int64_t sequence, std::string_view id) {
  if (!is_event_id(id)) return failure("an id that is no UUID cannot be moved to sent");
  auto const name = event_file_name(sequence, id);
  auto const from = new_folder(folders);
  auto const to = sent_folder(folders);
  if (auto const made = make_folder(to); !made) return made;
  auto const is_sent = is_present(to / name);
  if (!is_sent) return tl::unexpected(is_sent.error());
  if (!*is_sent) return move_file(from, to, name);
  auto const is_new = is_present(from / name);
  if (!is_new) return tl::unexpected(is_new.error());
  if (!*is_new) return {};
  return finish_move(from, to, name);
}

Result<std::string> read_receipt(Folders const& folders, std::string_view id) {
  if (!is_event_id(id)) return failure("an id that is no UUID has no receipt");
  auto const file = folders.receipts / receipt_file_name(id);
  auto const is_there = is_present(file);
  if (!is_there) return tl::unexpected(is_there.error());
  if (!*is_there) return std::string();
  auto bytes = read_file(file, report::greatest_receipt_bytes);
  if (!bytes) return bytes;
  auto const receipt = report::receipt_from(*bytes);
  if (!receipt) return within(file.string(), receipt.error());
  if (receipt->id != id) return failure("{} is the receipt of {}", file.string(), receipt->id);
  return bytes;
}

Result<Listing> list_published(Folders const& folders) {
  auto published = list_events(new_folder(folders));
  auto const sent = list_events(sent_folder(folders));
  if (!published) return published;
  if (!sent) return sent;
  published->events.insert(published->events.end(), sent->events.begin(), sent->events.end());
  published->foreign.insert(published->foreign.end(), sent->foreign.begin(), sent->foreign.end());
  std::ranges::sort(published->events, {}, &EventFile::sequence);
  return published;
}

}  // namespace inloop::outbox
