#pragma once
// The settings of inloop-sync as the program wants them; config/sync.toml explains each. Main
// thread, at start.

#include <chrono>
#include <filesystem>
#include <string>

#include "kiosk/base/result.h"
#include "kiosk/base/settings_file.h"
#include "sync/courier/health.h"
#include "sync/courier/http_curl.h"
#include "sync/courier/schedule.h"
#include "sync/outbox/outbox.h"

namespace inloop::courier {

struct CollectorConfig {
  std::string url;
  std::filesystem::path authorities;
  std::filesystem::path certificate;
  std::filesystem::path key;
  std::string pinned_keys;  // as libcurl takes them: "sha256//...;sha256//..."
  TlsVersion least_tls = TlsVersion::Tls13;
  std::string proxy;

  bool operator==(CollectorConfig const&) const = default;
};

struct Config {
  CollectorConfig collector;
  KioskIdentity kiosk;
  std::filesystem::path outbox;
  std::filesystem::path receipts;
  std::filesystem::path state;
  ScheduleRules schedule;
  std::chrono::seconds poll{60};

  [[nodiscard]] outbox::Folders folders() const { return {outbox, receipts}; }

  bool operator==(Config const&) const = default;
};

// Fails with every objection at once, each with file, line and what would be right.
[[nodiscard]] Result<Config> read_config(std::filesystem::path const& path);
[[nodiscard]] Result<Config> read_config(SettingsFile& file);

}  // namespace inloop::courier
