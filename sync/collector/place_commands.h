#pragma once
// The commands about places and the keys that may send for them. Each prints for a person or a pipe
// and gives the program's exit code. Main thread.

#include <filesystem>
#include <optional>
#include <string>

#include "sync/collector/settings.h"

namespace inloop::collector {

// Of a place that is known already, what is not given stays as it is.
struct PlaceToAdd {
  std::string id;
  std::string name;
  std::optional<std::string> municipality;
  std::optional<std::string> district;
  std::filesystem::path certificate;  // of the kiosk, PEM; empty: its key is bound later
};

// Adds a place, changes it, or opens it again after it was closed.
[[nodiscard]] int add_place(Settings const& settings, PlaceToAdd const& to_add);

// Closes a place: from next month on it is missing in no month. What it sent stays, and what it
// sends about the time before is taken in.
[[nodiscard]] int retire_place(Settings const& settings, std::string const& place);

// A place a line, with tabs between: id, name, since when, municipality, district, the last month
// it told of, when it was closed.
[[nodiscard]] int list_places(Settings const& settings);

// How the kiosks of the open places are doing, as fleet_table() has it.
[[nodiscard]] int print_fleet(Settings const& settings);

// A key by its certificate or, when that is lost, by its hash as list_keys() prints it.
struct KeyToChange {
  std::string place;                  // may be empty for revoking: all places
  std::filesystem::path certificate;  // PEM
  std::string hash;
};

// From now on a certificate with this key may send for the place.
[[nodiscard]] int bind_certificate(Settings const& settings, KeyToChange const& key);

// The key may send no longer, and is never bound to that place again. What it sent stays.
[[nodiscard]] int revoke_certificate(Settings const& settings, KeyToChange const& key);

// A key a line, with tabs between: place, hash, when it was revoked. An empty place means all.
[[nodiscard]] int list_keys(Settings const& settings, std::string const& place);

}  // namespace inloop::collector
