#pragma once
// What kiosk.toml settles, checked and ready for use. Every key with its default and its reason is
// written in config/kiosk.toml; a key that is absent has that same default. Main thread, at start.

#include <filesystem>
#include <string>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/base/settings_file.h"
#include "kiosk/core/release_tables.h"
#include "kiosk/core/state.h"
#include "kiosk/privacy/rational.h"
#include "sync/outbox/outbox.h"

namespace inloop::app {

enum class WindowMode { FullScreen, Windowed };
enum class Renderer { Automatic, Software, Gpu };

struct DisplayConfig {
  int diagonal_mm = 546;  // 21.5 inch
  int width_px = 1080;    // of the window; a full screen has the size that it has
  int height_px = 1920;
  WindowMode window_mode = WindowMode::FullScreen;
  Renderer renderer = Renderer::Automatic;

  bool operator==(DisplayConfig const&) const = default;
};

// The kinds of NFC card that a place may hand out. None that carries anybody's name is among them.
enum class CardKind { Ntag, MifareClassic1k, Desfire };

enum class ReaderMode { Off, On };
enum class TypedNumbers { Refused, Accepted };
enum class SoundMode { Silent, Sounding };

struct CardsConfig {
  ReaderMode reader = ReaderMode::On;
  std::vector<CardKind> accepted;  // each once; empty: only passes with a QR code
  TypedNumbers typed_numbers = TypedNumbers::Refused;

  bool operator==(CardsConfig const&) const = default;
};

struct NamesConfig {
  std::filesystem::path key_file;
  int kept_days = 1;  // whole days after the day of the session

  bool operator==(NamesConfig const&) const = default;
};

struct Config {
  core::Settings settings;
  std::string place_id;   // subject of every event
  std::string time_zone;  // a name of the time zone database
  std::string source;     // urn:nld:<register>:<number>:systeem:<kiosk>
  DisplayConfig display;
  std::filesystem::path database;
  outbox::Folders hatch;
  int grace_days = 3;  // between the end of a period and its closing
  core::Epsilons epsilons;
  privacy::Rational budget{7, 2};
  CardsConfig cards;
  SoundMode sound = SoundMode::Sounding;
  std::filesystem::path printer;  // of slips; empty: none
  NamesConfig names;

  bool operator==(Config const&) const = default;
};

// Fails with every objection at once, each with file, line and what would be right.
[[nodiscard]] Result<Config> read_config(std::filesystem::path const& path);
[[nodiscard]] Result<Config> read_config(SettingsFile& file);

}  // namespace inloop::app
