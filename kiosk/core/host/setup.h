#pragma once
// Instellingen: what a host may set on the glass, trying out the devices, and taking along what the
// house knows. Plain values; the rules are in setup_update.cpp, the words in setup_screen.cpp.

#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/base/compiled_once.h"
#include "kiosk/core/host/stick_trouble.h"
#include "kiosk/core/host/text_entry.h"
#include "kiosk/core/opening.h"
#include "kiosk/core/preferences.h"
#include "kiosk/core/screen_parts.h"
#include "kiosk/core/time.h"

namespace inloop::core::host {

// What is set on the glass, and wins over the settings file. Everything else is the operator's.
struct GlassSettings {
  std::vector<Language> languages{Language::Dutch};  // in the order of the language strip
  OpeningSchedule opening;
  Theme theme = Theme::Light;
  TextSize text_size = TextSize::Normal;
  int volume = 2;

  bool operator==(GlassSettings const&) const = default;
};

inline constexpr int least_diagonal_mm = 170;
inline constexpr int greatest_diagonal_mm = 1700;

// How the screen is measured: a bank card is as wide as this everywhere (ISO/IEC 7810, ID-1).
inline constexpr double bank_card_width_mm = 85.6;
inline constexpr double bank_card_height_mm = 53.98;

// A backup that lies on the stick.
struct BackupFile {
  std::string name;  // of the file, with its folder
  std::optional<LocalTime> made;
  std::int64_t bytes = 0;

  bool operator==(BackupFile const&) const = default;
};
inline constexpr std::size_t most_backups_listed = 6;

struct About {
  std::string version;
  std::string place_id;
  std::int64_t free_megabytes = 0;
  std::optional<Date> last_delivery;  // when the town hall confirmed last
  int waiting_releases = 0;           // not confirmed yet
  int diagonal_mm = 0;                // of the glass, as it is measured now

  bool operator==(About const&) const = default;
};

// The pages.
struct SetupMenu {
  bool operator==(SetupMenu const&) const = default;
};
struct LanguagesPage {
  bool operator==(LanguagesPage const&) const = default;
};
struct OpeningPage {
  int first = 0;  // the day at the top, where not all fit the glass
  bool operator==(OpeningPage const&) const = default;
};
struct LooksPage {
  bool operator==(LooksPage const&) const = default;
};
struct SizePage {
  int measured_mm = 0;  // the diagonal by which the glass is drawn now
  int chosen_mm = 0;

  bool operator==(SizePage const&) const = default;
};
inline constexpr int touch_squares = 12;
struct TouchPage {
  std::bitset<touch_squares> touched;

  bool operator==(TouchPage const&) const = default;
};
struct DevicesPage {
  bool operator==(DevicesPage const&) const = default;
};
struct BackupPage {
  std::optional<TextEntry> code;  // the recovery code, where it has to be typed
  bool is_wrong = false;

  bool operator==(BackupPage const&) const = default;
};
struct RestorePage {
  std::vector<BackupFile> files;
  std::optional<BackupFile> chosen;
  TextEntry code;
  bool is_wrong = false;

  bool operator==(RestorePage const&) const = default;
};
struct ExportPage {
  bool operator==(ExportPage const&) const = default;
};
struct AboutPage {
  std::optional<About> about;

  bool operator==(AboutPage const&) const = default;
};

struct Setup {
  class Page
      : public std::variant<SetupMenu, LanguagesPage, OpeningPage, LooksPage, SizePage, TouchPage,
                            DevicesPage, BackupPage, RestorePage, ExportPage, AboutPage> {
    INLOOP_COMPILED_ONCE(Page);
    bool operator==(Page const& other) const;
  };
  Page page;

  bool operator==(Setup const&) const = default;
};

// Taps.
// Hosts is a place of its own, for coordinators.
enum class SetupPageName {
  Languages,
  Opening,
  Looks,
  Size,
  Touch,
  Devices,
  Backup,
  Export,
  About,
  Hosts
};
struct OpenSetupPage {
  SetupPageName page = SetupPageName::Languages;
  bool operator==(OpenSetupPage const&) const = default;
};
struct ToggleLanguage {
  Language language = Language::Dutch;
  bool operator==(ToggleLanguage const&) const = default;
};
struct ToggleDaypart {
  int iso_weekday = 1;  // 1 is Monday
  Daypart daypart = Daypart::Morning;
  bool operator==(ToggleDaypart const&) const = default;
};
struct ChooseTheme {
  Theme theme = Theme::Light;
  bool operator==(ChooseTheme const&) const = default;
};
struct ChooseTextSize {
  TextSize text_size = TextSize::Normal;
  bool operator==(ChooseTextSize const&) const = default;
};
struct ChangeVolume {
  int by = 0;
  bool operator==(ChangeVolume const&) const = default;
};
struct ChangeSize {
  int by_mm = 0;
  bool operator==(ChangeSize const&) const = default;
};
struct KeepSize {
  bool operator==(KeepSize const&) const = default;
};
struct TouchSquare {
  int square = 0;
  bool operator==(TouchSquare const&) const = default;
};
struct TryPrinter {
  bool operator==(TryPrinter const&) const = default;
};
struct StartBackup {
  bool operator==(StartBackup const&) const = default;
};
struct LookForBackups {
  bool operator==(LookForBackups const&) const = default;
};
struct ChooseBackup {
  int index = 0;
  bool operator==(ChooseBackup const&) const = default;
};
// Goes on from a code that was typed.
struct UseCode {
  bool operator==(UseCode const&) const = default;
};
struct StartExport {
  bool operator==(StartExport const&) const = default;
};

struct SetupTap {
  class What : public std::variant<OpenSetupPage, ToggleLanguage, ToggleDaypart, ChooseTheme,
                                   ChooseTextSize, ChangeVolume, ChangeSize, KeepSize, TouchSquare,
                                   TryPrinter, StartBackup, LookForBackups, ChooseBackup, UseCode,
                                   StartExport> {
    INLOOP_COMPILED_ONCE(What);
    bool operator==(What const& other) const;
  };
  What what;

  bool operator==(SetupTap const&) const = default;
};

// Requests.

// Answered by SettingsKept.
struct KeepSettings {
  GlassSettings settings;
  bool operator==(KeepSettings const&) const = default;
};
// Answered by SizeKept. The glass is drawn by it after the next start.
struct KeepDiagonal {
  int diagonal_mm = 0;
  bool operator==(KeepDiagonal const&) const = default;
};
// Answered by TestPrinted.
struct PrintTest {
  Language language = Language::Dutch;
  bool operator==(PrintTest const&) const = default;
};
// Without a code where the lock was closed before. Answered by BackupMade, CodeNeeded or
// StickFailed.
struct MakeBackup {
  std::optional<std::string> code;
  bool operator==(MakeBackup const&) const = default;
};
// Answered by BackupsFound or StickFailed.
struct FindBackups {
  bool operator==(FindBackups const&) const = default;
};
// Answered by BackupRestored, CodeNeeded or StickFailed.
struct RestoreBackup {
  std::string name;
  std::string code;
  bool operator==(RestoreBackup const&) const = default;
};
// Answered by DataExported or StickFailed.
struct ExportData {
  Language language = Language::Dutch;
  bool operator==(ExportData const&) const = default;
};
// Answered by AboutFound.
struct AskAbout {
  bool operator==(AskAbout const&) const = default;
};

struct SetupRequest {
  class What : public std::variant<KeepSettings, KeepDiagonal, PrintTest, MakeBackup, FindBackups,
                                   RestoreBackup, ExportData, AskAbout> {
    INLOOP_COMPILED_ONCE(What);
    bool operator==(What const& other) const;
  };
  What what;
  int host = 0;  // whose picture stands in the audit trail
  Now now;

  bool operator==(SetupRequest const&) const = default;
};

// Outcomes.
struct SettingsKept {
  GlassSettings settings;
  bool operator==(SettingsKept const&) const = default;
};
struct SizeKept {
  bool operator==(SizeKept const&) const = default;
};
enum class Printed { No, Yes };
struct TestPrinted {
  Printed printed = Printed::No;
  bool operator==(TestPrinted const&) const = default;
};
struct BackupMade {
  std::string name;
  bool operator==(BackupMade const&) const = default;
};
// The recovery code has to be typed, or what was typed is another one.
struct CodeNeeded {
  bool is_wrong = false;
  bool operator==(CodeNeeded const&) const = default;
};
struct BackupsFound {
  std::vector<BackupFile> files;  // the newest first, at most most_backups_listed
  bool operator==(BackupsFound const&) const = default;
};
struct BackupRestored {
  bool operator==(BackupRestored const&) const = default;
};
// The backup cannot be used: damaged, of another place, or of a newer version.
struct BackupRefused {
  bool operator==(BackupRefused const&) const = default;
};
struct DataExported {
  std::string folder;
  bool operator==(DataExported const&) const = default;
};
struct StickFailed {
  StickTrouble trouble = StickTrouble::None;
  bool operator==(StickFailed const&) const = default;
};
struct AboutFound {
  About about;
  bool operator==(AboutFound const&) const = default;
};

struct SetupOutcome {
  class What : public std::variant<SettingsKept, SizeKept, TestPrinted, BackupMade, CodeNeeded,
                                   BackupsFound, BackupRestored, BackupRefused, DataExported,
                                   StickFailed, AboutFound> {
    INLOOP_COMPILED_ONCE(What);
    bool operator==(What const& other) const;
  };
  What what;

  bool operator==(SetupOutcome const&) const = default;
};

// What stands on a page: sentences, then tiles or a week or a field, then one main button.
enum class TileState { Plain, Chosen };
struct SetupTile {
  std::string id;
  std::string picture;  // one emoji; may be empty
  Phrase label;
  SetupTap tap;
  TileState state = TileState::Plain;

  bool operator==(SetupTile const&) const = default;
};

// One of the days of the week with its dayparts.
struct OpeningRow {
  Phrase day;
  std::vector<SetupTile> dayparts;

  bool operator==(OpeningRow const&) const = default;
};

struct SetupStepper {
  Phrase value;
  SetupTile less;
  SetupTile more;

  bool operator==(SetupStepper const&) const = default;
};

struct SetupField {
  Phrase typed;
  std::optional<Phrase> trouble;
  Keyboard keyboard;

  bool operator==(SetupField const&) const = default;
};

// The outline of a bank card, as large as the glass is said to be.
struct CardOutline {
  double width_mm = 0;
  double height_mm = 0;

  bool operator==(CardOutline const&) const = default;
};

struct SetupScreen {
  std::string page;  // names it in ids
  std::vector<Phrase> lines;
  std::vector<SetupTile> tiles;
  std::vector<OpeningRow> week;
  Scroll days;  // of the week
  std::optional<SetupStepper> stepper;
  std::optional<CardOutline> outline;
  std::optional<SetupField> field;
  std::optional<SetupTile> main;

  bool operator==(SetupScreen const&) const = default;
};

}  // namespace inloop::core::host
