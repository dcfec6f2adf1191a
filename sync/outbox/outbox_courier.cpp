#include <algorithm>

#include "sync/outbox/folder_file.h"
#include "sync/outbox/names.h"
#include "sync/outbox/outbox.h"
#include "sync/report/count_event.h"
#include "sync/report/receipt.h"

// The courier's side of the hatch. The kiosk's is outbox.cpp.
namespace inloop::outbox {

Result<Listing> list_new(Folders const& folders) {
  auto const folder = folders.outbox / "new";
  auto const has_outbox = is_present(folders.outbox);
  if (!has_outbox) return tl::unexpected(has_outbox.error());
  if (!*has_outbox) return failure("there is no outbox at {}", folders.outbox.string());
  auto const is_there = is_present(folder);
  if (!is_there) return tl::unexpected(is_there.error());
  if (!*is_there) return Listing{};  // the kiosk has not published anything yet

  auto const entries = list_folder(folder);
  if (!entries) return tl::unexpected(entries.error());
  Listing listing;
  for (auto const& entry : *entries) {
    auto name = event_name_from(entry.name);
    if (name && entry.is_regular)
      listing.events.push_back({name->sequence, std::move(name->id), folder / entry.name});
    else if (!is_temporary_name(entry.name))
      listing.foreign.push_back(entry.name);
  }
  std::ranges::sort(listing.events, {}, &EventFile::sequence);
  return listing;
}

Result<std::string> read_event(EventFile const& file) {
  return read_file(file.path, report::greatest_event_bytes);
}

Result<> write_receipt(Folders const& folders, std::string_view id, std::string_view bytes) {
  auto const receipt = report::receipt_from(bytes);
  if (!receipt) return tl::unexpected(receipt.error());
  if (receipt->id != id) return failure("the receipt of {} is not that of {}", receipt->id, id);

  auto const there = read_receipt(folders, id);
  if (!there) return tl::unexpected(there.error());
  if (there->empty()) return write_new_file(folders.receipts, receipt_file_name(id), bytes);
  // A collector asked again may tell another time. The first receipt stands, if it says the same.
  if (report::receipt_from(*there).value().hash != receipt->hash)
    return failure("there is another receipt of {} for other bytes", id);
  return make_durable(folders.receipts);
}

Result<bool> has_receipt(Folders const& folders, std::string_view id) {
  auto const receipt = read_receipt(folders, id);
  if (!receipt) return tl::unexpected(receipt.error());
  return !receipt->empty();
}

}  // namespace inloop::outbox
