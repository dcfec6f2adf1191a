#pragma once
// Opens the kiosk's memory, mends it from a backup where it must, and makes sure that nothing that
// was ever published can be drawn again. Store thread.

#include <filesystem>
#include <string>
#include <vector>

#include "kiosk/app/house_clock.h"
#include "kiosk/base/result.h"
#include "kiosk/store/store.h"
#include "sync/outbox/outbox.h"

namespace inloop::app {

struct Memory {
  std::filesystem::path database;
  std::filesystem::path backups;
  std::filesystem::path name_key;  // locks first names; empty: nobody signs up by name
  std::string place_id;
  std::string time_zone = "Europe/Amsterdam";  // where the programme is planned
  outbox::Folders hatch;
  int sign_ups_kept_days = 1;  // whole days after the day of the session

  bool operator==(Memory const&) const = default;
};

// Where the key of the hosts' PINs is: beside that of the names.
[[nodiscard]] std::filesystem::path pins_key(Memory const& memory);

// `stamp` names what is moved aside: a time in letters and digits.
[[nodiscard]] Result<store::Store> open_store(Memory const& memory, std::string const& stamp);

// Takes in every release that lies in the hatch: it was drawn, whatever a restored file says. Call
// it before anything is closed, and close nothing while it fails. It is no part of opening, because
// people can be counted while the hatch is in disorder.
[[nodiscard]] Result<> adopt_published(store::Store& store, Memory const& memory);

// Takes in what another store has released, with what the events say of the ledger.
[[nodiscard]] Result<> adopt_releases(store::Store& store,
                                      std::vector<store::PublishedRelease> const& releases);

}  // namespace inloop::app
