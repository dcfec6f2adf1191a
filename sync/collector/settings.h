#pragma once
// What the configuration file of the collector says, checked: see config/collector.toml for each
// key and its reason. Main thread, at start.

#include <filesystem>

#include "kiosk/base/result.h"
#include "sync/collector/rate_limit.h"
#include "sync/collector/server.h"
#include "sync/collector/stores.h"

namespace inloop::collector {

struct Settings {
  ServerSettings server;
  RateRule rate;
  int monitoring_port = 0;  // 0: none
  StoreSettings store;
};

[[nodiscard]] Result<Settings> read_settings(std::filesystem::path const& file);

}  // namespace inloop::collector
