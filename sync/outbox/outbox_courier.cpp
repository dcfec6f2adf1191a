#include <algorithm>

#include "kiosk/base/log.h"
#include "sync/outbox/event_listing.h"
#include "sync/outbox/folder_file.h"
#include "sync/outbox/names.h"
#include "sync/outbox/outbox.h"
#include "sync/report/count_event.h"
#include "sync/report/receipt.h"

// The courier's side of the hatch. The kiosk's is outbox.cpp.
namespace inloop::outbox {

Result<Listing> list_new(Folders const& folders) {
  return list_events(folders.outbox / "new");
}

Result<std::string> read_event(EventFile const& file) {
  return read_file(file.path, report::greatest_event_bytes);
}

Result<> write_receipt(Folders const& folders, std::string_view id, std::string_view bytes) {
  auto const receipt = report::receipt_from(bytes);
  if (!receipt) return tl::unexpected(receipt.error());
  if (receipt->id != id) return failure("the receipt of {} is not that of {}", receipt->id, id);

  auto const name = receipt_file_name(id);
  auto const is_there = is_present(folders.receipts / name);
  if (!is_there) return tl::unexpected(is_there.error());
  if (*is_there) {
    auto const there = read_receipt(folders, id);
    // A collector asked again may tell another time. The first receipt stands.
    if (there && report::receipt_from(*there).value().hash == receipt->hash)
      return make_durable(folders.receipts);
    log::warn("{} is set aside: {}", (folders.receipts / name).string(),
              there ? "a receipt for other bytes" : there.error().what);
    if (auto const moved = set_aside(folders.receipts / name); !moved) return moved;
  }
  return write_new_file(folders.receipts, name, bytes);
}

Result<bool> has_receipt(Folders const& folders, std::string_view id) {
  auto const is_there = is_present(folders.receipts / receipt_file_name(id));
  if (!is_there || !*is_there) return is_there;
  // One that cannot be used counts as none: the event is sent again, and write_receipt() mends it.
  auto const receipt = read_receipt(folders, id);
  if (!receipt) return false;
  auto const waiting = list_new(folders);
  if (!waiting) return tl::unexpected(waiting.error());
  auto const event = std::ranges::find(waiting->events, id, &EventFile::id);
  if (event == waiting->events.end()) return true;  // the kiosk has taken it in
  auto const bytes = read_event(*event);
  return bytes && report::receipt_from(*receipt).value().hash == report::content_hash(*bytes);
}

}  // namespace inloop::outbox
