#include "sync/outbox/event_listing.h"

#include <algorithm>

#include "sync/outbox/folder_file.h"
#include "sync/outbox/names.h"

namespace inloop::outbox {

Result<Listing> list_events(std::filesystem::path const& folder) {
  auto const is_there = is_present(folder);
  if (!is_there) return tl::unexpected(is_there.error());
  if (!*is_there) {
    auto const outbox = folder.parent_path();
    auto const has_outbox = is_present(outbox);
    if (!has_outbox) return tl::unexpected(has_outbox.error());
    if (!*has_outbox) return failure("there is no outbox at {}", outbox.string());
    return Listing{};
  }
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

}  // namespace inloop::outbox
