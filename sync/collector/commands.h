#pragma once
// What the commands of inloop-collector do. Each prints for a person or a pipe and gives the
// program's exit code. Main thread.

#include <filesystem>
#include <string>

#include "sync/collector/count_store.h"
#include "sync/collector/settings.h"

namespace inloop::collector {

// Serves until SIGINT or SIGTERM. Fails when it cannot go on, so that it is started anew.
[[nodiscard]] int serve(Settings const& settings);

struct PlaceToAdd {
  std::string id;
  std::string name;
  std::filesystem::path certificate;  // of the kiosk, PEM
};

[[nodiscard]] int add_place(Settings const& settings, PlaceToAdd const& to_add);

// The key of this certificate may no longer send for the place; what it sent stays.
[[nodiscard]] int withdraw_key(Settings const& settings, std::string const& place,
                               std::filesystem::path const& certificate);
[[nodiscard]] int list_places(Settings const& settings);

// The same CSV as the interface gives.
[[nodiscard]] int print_figures(Settings const& settings, Filter const& filter);

}  // namespace inloop::collector
