#pragma once
// What hosts set on the glass, kept in a file of its own beside the database: kiosk.toml stays as
// the operator wrote it, and is overruled by these keys alone. Not in the database, because the
// first frame needs it before that is open. Any thread.

#include <filesystem>
#include <optional>
#include <string>

#include "kiosk/app/config.h"
#include "kiosk/base/result.h"
#include "kiosk/core/host/setup.h"

namespace inloop::app::host {

struct KeptSettings {
  std::optional<core::host::GlassSettings> glass;
  std::optional<int> diagonal_mm;

  bool operator==(KeptSettings const&) const = default;
};

[[nodiscard]] std::filesystem::path glass_settings_file(Config const& config);

// As kiosk.toml writes the same keys.
[[nodiscard]] std::string glass_settings_text(KeptSettings const& settings);

// Nothing is set where there is no file. Fails, with every objection, when it cannot be understood.
[[nodiscard]] Result<KeptSettings> read_glass_settings(std::filesystem::path const& file);

// Durable when it returns.
[[nodiscard]] Result<> keep_glass_settings(std::filesystem::path const& file,
                                           KeptSettings const& settings);

// The configuration as the hosts have it. A file that cannot be understood is passed over, and the
// log says why: the kiosk serves by kiosk.toml then.
[[nodiscard]] Config with_glass_settings(Config config);

}  // namespace inloop::app::host
