#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "kiosk/core/host/code_keys.h"
#include "kiosk/core/host/places.h"
#include "kiosk/core/isolate.h"
#include "kiosk/core/phrases.h"
#include "kiosk/core/screen_parts.h"
#include "kiosk/core/times_in_words.h"

namespace inloop::core::host {
namespace {

struct MenuEntry {
  SetupPageName page = SetupPageName::Languages;
  std::string_view picture;
  std::string_view title;  // an English message, also the title of the page
};

// What is opened most comes first; what belongs to a day at the start of a new kiosk, last.
constexpr std::array menu{
    MenuEntry{SetupPageName::Backup, "💾", message("Backup")},
    MenuEntry{SetupPageName::Hosts, "👥", message("Hosts")},
    MenuEntry{SetupPageName::Opening, "🚪", message("Opening hours")},
    MenuEntry{SetupPageName::Languages, "💬", message("Languages")},
    MenuEntry{SetupPageName::Looks, "🎨", message("Colours and sound")},
    MenuEntry{SetupPageName::Devices, "🖨️", message("Printer and cards")},
    MenuEntry{SetupPageName::Touch, "👆🏽", message("Try the screen")},
    MenuEntry{SetupPageName::Size, "📐", message("Size of the screen")},
    MenuEntry{SetupPageName::Export, "📤", message("Take all figures along")},
    MenuEntry{SetupPageName::About, "📖", message("About this kiosk")},
};

constexpr std::array weekdays{message("Monday"),   message("Tuesday"), message("Wednesday"),
                              message("Thursday"), message("Friday"),  message("Saturday"),
                              message("Sunday")};
constexpr std::array daypart_names{message("morning"), message("afternoon"), message("evening")};

struct ThemeName {
  Theme theme = Theme::Light;
  std::string_view picture;
  std::string_view name;
};
constexpr std::array theme_names{ThemeName{Theme::Light, "☀️", message("Light colours")},
                                 ThemeName{Theme::Dark, "🌙", message("Dark colours")},
                                 ThemeName{Theme::HighContrast, "🔆", message("Strong contrast")}};

TileState chosen_if(bool is_chosen) {
  return is_chosen ? TileState::Chosen : TileState::Plain;
}

// A date and a time, kept whole in sentences of the other direction.
std::string moment_in_words(LocalTime const& time, Words const& words) {
  return isolated(
      filled(words.text("{day}, {time}"), {{"day", date_in_words(time.date, words)},
                                           {"time", isolated(time_of_day(time.minute_of_day))}}));
}

struct PageOf {
  State const& state;
  Words const& words;
  Role role = Role::Host;

  [[nodiscard]] Phrase say(std::string_view message,
                           std::initializer_list<Filling> fillings = {}) const {
    return phrase(filled(words.text(message), fillings));
  }

  [[nodiscard]] SetupTile button(std::string id, std::string picture, std::string_view message,
                                 SetupTap tap) const {
    return {.id = std::move(id),
            .picture = std::move(picture),
            .label = say(message),
            .tap = std::move(tap)};
  }

  SetupScreen operator()(SetupMenu const&) const {
    SetupScreen screen{.page = "menu"};
    for (auto const& entry : menu) {
      if (entry.page == SetupPageName::Hosts && role != Role::Coordinator) continue;
      screen.tiles.push_back(button(fmt::format("page_{}", static_cast<int>(entry.page)),
                                    std::string(entry.picture), entry.title,
                                    {OpenSetupPage{entry.page}}));
    }
    return screen;
  }

  SetupScreen operator()(LanguagesPage const&) const {
    SetupScreen screen{.page = "languages",
                       .lines = {say("Tap a language to switch it on or off."),
                                 say("The screen rests in the first language.")}};
    for (auto const& one : all_languages) {
      auto const& offered = state.settings.languages;
      auto const is_offered = std::ranges::find(offered, one.language) != offered.end();
      screen.tiles.push_back({.id = std::string(one.code),
                              .picture = {},
                              .label = phrase(std::string(one.own_name)),
                              .tap = {ToggleLanguage{one.language}},
                              .state = chosen_if(is_offered)});
    }
    return screen;
  }

  SetupScreen operator()(OpeningPage const& page) const {
    SetupScreen screen{.page = "opening", .lines = {say("When is this place open in most weeks?")}};
    for (unsigned day = 1; day <= weekdays.size(); ++day) {
      OpeningRow row{.day = say(weekdays[day - 1]), .dayparts = {}};
      for (auto const daypart : all_dayparts) {
        auto const is_open = state.settings.opening.is_open(std::chrono::weekday(day), daypart);
        auto const index = static_cast<std::size_t>(daypart);
        row.dayparts.push_back({.id = fmt::format("day_{}_{}", day, index),
                                .picture = {},
                                .label = say(daypart_names[index]),
                                .tap = {ToggleDaypart{static_cast<int>(day), daypart}},
                                .state = chosen_if(is_open)});
      }
      screen.week.push_back(std::move(row));
    }
    screen.days = {.first = page.first,
                   .total = static_cast<int>(weekdays.size()),
                   .up = say(message("Up")),
                   .more = say(message("More"))};
    return screen;
  }

  SetupScreen operator()(LooksPage const&) const {
    auto const& resting = state.settings.resting;
    SetupScreen screen{.page = "looks",
                       .lines = {say("This is how the screen stands for each visitor.")}};
    for (auto const& one : theme_names) {
      auto tile = button(fmt::format("theme_{}", static_cast<int>(one.theme)),
                         std::string(one.picture), one.name, {ChooseTheme{one.theme}});
      tile.state = chosen_if(resting.theme == one.theme);
      screen.tiles.push_back(std::move(tile));
    }
    auto letters = button("letters_normal", "🔤", message("Normal letters"),
                          {ChooseTextSize{TextSize::Normal}});
    letters.state = chosen_if(resting.text_size == TextSize::Normal);
    screen.tiles.push_back(std::move(letters));
    auto large =
        button("letters_large", "🔠", message("Large letters"), {ChooseTextSize{TextSize::Large}});
    large.state = chosen_if(resting.text_size == TextSize::Large);
    screen.tiles.push_back(std::move(large));
    screen.stepper = SetupStepper{
        .value = phrase(filled(words.text("Sound: {step} of {steps}"),
                               {{"step", isolated(std::to_string(resting.volume))},
                                {"steps", isolated(std::to_string(greatest_volume))}})),
        .less = button("softer", "🔉", message("Softer"), {ChangeVolume{-1}}),
        .more = button("louder", "🔊", message("Louder"), {ChangeVolume{1}})};
    return screen;
  }

  SetupScreen operator()(SizePage const& page) const {
    SetupScreen screen{.page = "size",
                       .lines = {say("Hold a bank card on the screen."),
                                 say("Make the frame as large as the card.")}};
    if (page.measured_mm <= 0 || page.chosen_mm <= 0) return screen;
    // Drawn by the diagonal of now: on glass of the chosen one it is as wide as a card.
    auto const share = static_cast<double>(page.measured_mm) / page.chosen_mm;
    screen.outline = CardOutline{bank_card_width_mm * share, bank_card_height_mm * share};
    auto const inches = page.chosen_mm / 25.4;
    screen.stepper =
        SetupStepper{.value = phrase(filled(words.text("{length} inch"),
                                            {{"length", isolated(fmt::format("{:.1f}", inches))}})),
                     .less = button("smaller", "➖", message("Smaller frame"), {ChangeSize{1}}),
                     .more = button("larger", "➕", message("Larger frame"), {ChangeSize{-1}})};
    screen.main = button("keep", "✅", message("The frame fits"), {KeepSize{}});
    return screen;
  }

  SetupScreen operator()(TouchPage const& page) const {
    SetupScreen screen{.page = "touch", .lines = {}};
    screen.lines.push_back(page.touched.all() ? say("The screen works everywhere.")
                                              : say("Tap every square."));
    for (int square = 0; square < touch_squares; ++square) {
      auto const is_touched = page.touched.test(static_cast<std::size_t>(square));
      screen.tiles.push_back({.id = fmt::format("square_{}", square),
                              .picture = is_touched ? "✅" : "👆🏽",
                              .label = phrase(isolated(std::to_string(square + 1))),
                              .tap = {TouchSquare{square}},
                              .state = chosen_if(is_touched)});
    }
    return screen;
  }

  SetupScreen operator()(DevicesPage const&) const {
    SetupScreen screen{.page = "devices", .lines = {}};
    screen.lines.push_back(!state.settings.has_card_reader ? say("There is no card reader.")
                           : state.is_reader_ready
                               ? say("The card reader works.")
                               : say("The card reader does not answer. Is its cable in?"));
    if (state.settings.has_printer)
      screen.main = button("print", "🖨️", message("Print a test slip"), {TryPrinter{}});
    else
      screen.lines.push_back(say("There is no printer."));
    return screen;
  }

  [[nodiscard]] SetupField field(TextEntry const& code, bool is_wrong) const {
    SetupField field{.typed = typed_phrase(code, words),
                     .trouble = std::nullopt,
                     .keyboard = code_keyboard(code, words)};
    if (is_wrong) field.trouble = say("That is not right. Try again.");
    return field;
  }

  SetupScreen operator()(BackupPage const& page) const {
    if (page.code) {
      SetupScreen screen{.page = "backup_code",
                         .lines = {say("Type the recovery code from the paper."),
                                   say("Only this code opens the backup.")}};
      screen.field = field(*page.code, page.is_wrong);
      screen.main = button("use_code", "✅", message("Done"), {UseCode{}});
      return screen;
    }
    SetupScreen screen{.page = "backup",
                       .lines = {say("Put a USB stick into the kiosk."),
                                 say("On it comes a copy of all figures and activities, locked."),
                                 say("First names of visitors are not in it.")}};
    screen.tiles.push_back(
        button("find_backups", "♻️", message("Put a backup back"), {LookForBackups{}}));
    screen.main = button("make_backup", "💾", message("Make a backup"), {StartBackup{}});
    return screen;
  }

  SetupScreen operator()(RestorePage const& page) const {
    if (page.chosen) {
      SetupScreen screen{.page = "restore_code",
                         .lines = {say("Type the recovery code from the paper."),
                                   say("What the kiosk has now is moved aside. It is not lost.")}};
      screen.field = field(page.code, page.is_wrong);
      screen.main = button("use_code", "♻️", message("Put it back"), {UseCode{}});
      return screen;
    }
    SetupScreen screen{.page = "restore", .lines = {say("Which backup?")}};
    for (std::size_t i = 0; i < page.files.size(); ++i) {
      auto const& file = page.files[i];
      screen.tiles.push_back(
          {.id = fmt::format("backup_{}", i),
           .picture = "💾",
           .label = phrase(file.made ? moment_in_words(*file.made, words) : isolated(file.name)),
           .tap = {ChooseBackup{static_cast<int>(i)}}});
    }
    return screen;
  }

  SetupScreen operator()(ExportPage const&) const {
    SetupScreen screen{.page = "export",
                       .lines = {say("Put a USB stick into the kiosk."),
                                 say("On it come tables that every computer can read."),
                                 say("There are no names in them.")}};
    screen.main = button("export", "📤", message("Put it on the stick"), {StartExport{}});
    return screen;
  }

  SetupScreen operator()(AboutPage const& page) const {
    SetupScreen screen{.page = "about", .lines = {}};
    if (!page.about) return screen;
    auto const& about = *page.about;
    screen.lines.push_back(
        phrase(isolated(filled(words.text("Inloop {version}"), {{"version", about.version}}))));
    screen.lines.push_back(
        say("Free and open: licence {licence}", {{"licence", isolated("EUPL-1.2")}}));
    screen.lines.push_back(say("This place: {name}", {{"name", isolated(about.place_id)}}));
    screen.lines.push_back(say("Free room on the disk: {count} MB",
                               {{"count", isolated(std::to_string(about.free_megabytes))}}));
    if (about.last_delivery)
      screen.lines.push_back(say("The town hall got the last figures on {when}.",
                                 {{"when", isolated(date_in_words(*about.last_delivery, words))}}));
    else
      screen.lines.push_back(say("The town hall got no figures yet."));
    if (about.waiting_releases > 0)
      screen.lines.push_back(
          phrase(counted(words.plural("{count} month waits to be sent.",
                                      "{count} months wait to be sent.", about.waiting_releases),
                         about.waiting_releases)));
    return screen;
  }
};

std::string_view title_of(Setup const& place) {
  constexpr std::size_t pages = 11;
  static_assert(std::variant_size_v<Setup::Page::variant> == pages);
  constexpr std::array<std::string_view, pages> titles{
      message("Settings"),           message("Languages"),
      message("Opening hours"),      message("Colours and sound"),
      message("Size of the screen"), message("Try the screen"),
      message("Printer and cards"),  message("Backup"),
      message("Put a backup back"),  message("Take all figures along"),
      message("About this kiosk")};
  return titles[place.page.index()];
}

}  // namespace

RoomHead head_of(Setup const& place, HostRoom const& room, State const& state, Words const& words) {
  auto const message = title_of(place);
  RoomHead head{.title = phrase(words.text(message)),
                .subtitle = day_and_host(room, state, words),
                .back = std::nullopt};
  if (!std::holds_alternative<SetupMenu>(place.page)) {
    head.back = phrase(words.text("Back"));
    head.subtitle = {};
  }
  return head;
}

SetupScreen screen_of(Setup const& place, HostRoom const& room, State const& state,
                      Words const& words) {
  return std::visit(PageOf{state, words, room.host.role}, place.page);
}

INLOOP_COMPILE_INNER(SetupTap, What);

}  // namespace inloop::core::host
