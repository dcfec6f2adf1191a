#include <algorithm>
#include <utility>

#include "kiosk/core/host/places.h"
#include "kiosk/core/hosts.h"

namespace inloop::core::host {
namespace {

constexpr int size_step_mm = 2;

GlassSettings settings_of(State const& state) {
  auto const& settings = state.settings;
  return {.languages = settings.languages,
          .opening = settings.opening,
          .theme = settings.resting.theme,
          .text_size = settings.resting.text_size,
          .volume = settings.resting.volume};
}

// In the order in which the kiosk offers them; the first stays first, because the house rests in
// it.
std::vector<Language> toggled(std::vector<Language> languages, Language language) {
  auto const found = std::ranges::find(languages, language);
  if (found == languages.end())
    languages.push_back(language);
  else if (languages.size() > 1)
    languages.erase(found);
  return languages;
}

TextEntry code_entry() {
  // As it stands on the paper, with the blanks between its groups.
  return {.most_characters = static_cast<int>(code_characters + code_groups - 1),
          .is_sentence = false};
}

struct Doing {
  State& state;
  HostRoom& room;
  Setup& place;

  Effects request(decltype(SetupRequest::what) what) const {
    return ask(state, room, {SetupRequest{std::move(what), room.host.picture, state.now}});
  }

  void say(NoticeKind kind, std::string_view message, std::string what = {}) const {
    room.notice = Notice{.kind = kind, .message = message, .what = std::move(what)};
  }
};

struct OnSetupTap : Doing {
  Effects operator()(OpenSetupPage const& tap) const {
    switch (tap.page) {
      case SetupPageName::Languages:
        place.page = LanguagesPage{};
        return {};
      case SetupPageName::Opening:
        place.page = OpeningPage{};
        return {};
      case SetupPageName::Looks:
        place.page = LooksPage{};
        return {};
      case SetupPageName::Size:
        // How large the glass is taken to be is known where it is drawn.
        place.page = SizePage{};
        return request(AskAbout{});
      case SetupPageName::Touch:
        place.page = TouchPage{};
        return {};
      case SetupPageName::Devices:
        place.page = DevicesPage{};
        return {};
      case SetupPageName::Backup:
        place.page = BackupPage{};
        return {};
      case SetupPageName::Export:
        place.page = ExportPage{};
        return {};
      case SetupPageName::About:
        place.page = AboutPage{};
        return request(AskAbout{});
      case SetupPageName::Hosts:
        room.place = Hosts{};
        return open(state, room, std::get<Hosts>(room.place));
    }
    return {};
  }

  template <class Change>
  Effects change(Change const& change) const {
    auto settings = settings_of(state);
    change(settings);
    if (settings == settings_of(state)) return {};
    return request(KeepSettings{std::move(settings)});
  }

  Effects operator()(ToggleLanguage const& tap) const {
    return change([&](GlassSettings& settings) {
      settings.languages = toggled(settings.languages, tap.language);
    });
  }

  Effects operator()(ToggleDaypart const& tap) const {
    return change([&](GlassSettings& settings) {
      OpeningSchedule opening;
      for (unsigned day = 1; day <= 7; ++day)
        for (auto const daypart : all_dayparts) {
          std::chrono::weekday const weekday(day);
          bool const is_meant = static_cast<int>(day) == tap.iso_weekday && daypart == tap.daypart;
          if (settings.opening.is_open(weekday, daypart) != is_meant)
            opening.set_open(weekday, daypart);
        }
      settings.opening = opening;
    });
  }

  Effects operator()(ChooseTheme const& tap) const {
    return change([&](GlassSettings& settings) { settings.theme = tap.theme; });
  }

  Effects operator()(ChooseTextSize const& tap) const {
    return change([&](GlassSettings& settings) { settings.text_size = tap.text_size; });
  }

  Effects operator()(ChangeVolume const& tap) const {
    return change([&](GlassSettings& settings) {
      settings.volume = std::clamp(settings.volume + tap.by, 0, greatest_volume);
    });
  }

  Effects operator()(ChangeSize const& tap) const {
    if (auto* const page = std::get_if<SizePage>(&place.page))
      page->chosen_mm = std::clamp(page->chosen_mm + tap.by_mm * size_step_mm, least_diagonal_mm,
                                   greatest_diagonal_mm);
    return {};
  }

  Effects operator()(KeepSize const&) const {
    auto const* const page = std::get_if<SizePage>(&place.page);
    return page == nullptr ? Effects{} : request(KeepDiagonal{page->chosen_mm});
  }

  Effects operator()(TouchSquare const& tap) const {
    auto* const page = std::get_if<TouchPage>(&place.page);
    if (page != nullptr && tap.square >= 0 && tap.square < touch_squares)
      page->touched.set(static_cast<std::size_t>(tap.square));
    return {};
  }

  Effects operator()(TryPrinter const&) const {
    return request(PrintTest{state.preferences.language});
  }
  Effects operator()(StartBackup const&) const { return request(MakeBackup{}); }
  Effects operator()(LookForBackups const&) const { return request(FindBackups{}); }
  Effects operator()(StartExport const&) const {
    return request(ExportData{state.preferences.language});
  }

  Effects operator()(ChooseBackup const& tap) const {
    auto* const page = std::get_if<RestorePage>(&place.page);
    if (page == nullptr || tap.index < 0 || tap.index >= static_cast<int>(page->files.size()))
      return {};
    page->chosen = page->files[static_cast<std::size_t>(tap.index)];
    page->code = code_entry();
    return {};
  }

  Effects operator()(UseCode const&) const {
    if (auto* const page = std::get_if<BackupPage>(&place.page); page != nullptr && page->code) {
      auto const code = code_from(page->code->text);
      page->is_wrong = !code;
      return code ? request(MakeBackup{code}) : Effects{};
    }
    if (auto* const page = std::get_if<RestorePage>(&place.page); page != nullptr && page->chosen) {
      auto const code = code_from(page->code.text);
      page->is_wrong = !code;
      return code ? request(RestoreBackup{page->chosen->name, *code}) : Effects{};
    }
    return {};
  }
};

struct OnSetupOutcome : Doing {
  Effects operator()(SettingsKept const& kept) const {
    auto const before = settings_of(state);
    state.settings.languages = kept.settings.languages;
    state.settings.opening = kept.settings.opening;
    state.settings.resting.theme = kept.settings.theme;
    state.settings.resting.text_size = kept.settings.text_size;
    state.settings.resting.volume = kept.settings.volume;
    state.settings.resting.language = kept.settings.languages.front();
    // Whoever changes how the screen looks sees it at once.
    state.preferences.theme = kept.settings.theme;
    say(NoticeKind::Done, message("That is kept."));
    if (before != kept.settings)
      room.undo = HostRequest{SetupRequest{KeepSettings{before}, room.host.picture, state.now}};
    return {};
  }

  Effects operator()(SizeKept const&) const {
    place.page = SetupMenu{};
    say(NoticeKind::Done, message("That is kept. It shows after the next start."));
    return {};
  }

  Effects operator()(TestPrinted const& outcome) const {
    if (outcome.printed == Printed::Yes)
      say(NoticeKind::Done, message("The printer has printed."));
    else
      say(NoticeKind::Trouble, message("The printer does not work. Is there paper in it?"));
    return {};
  }

  Effects operator()(BackupMade const& made) const {
    place.page = BackupPage{};
    say(NoticeKind::Done, message("The backup is made and checked. You can take the stick out."),
        made.name);
    return {};
  }

  Effects operator()(CodeNeeded const& needed) const {
    if (auto* const page = std::get_if<BackupPage>(&place.page)) {
      page->code = code_entry();
      page->is_wrong = needed.is_wrong;
    } else if (auto* const restoring = std::get_if<RestorePage>(&place.page)) {
      restoring->code = code_entry();
      restoring->is_wrong = needed.is_wrong;
    }
    return {};
  }

  Effects operator()(BackupsFound const& found) const {
    if (found.files.empty())
      say(NoticeKind::Trouble, message("There is no backup on this USB stick."));
    else
      place.page = RestorePage{.files = found.files};
    return {};
  }

  Effects operator()(BackupRestored const&) const {
    place.page = SetupMenu{};
    say(NoticeKind::Done, message("The backup is put back."));
    return {};
  }

  Effects operator()(BackupRefused const&) const {
    place.page = BackupPage{};
    say(NoticeKind::Trouble, message("This backup cannot be used. Nothing was changed."));
    return {};
  }

  Effects operator()(DataExported const& exported) const {
    say(NoticeKind::Done, message("It is on the USB stick: {what}"), exported.folder);
    return {};
  }

  Effects operator()(StickFailed const& failed) const {
    say(NoticeKind::Trouble, message_about(failed.trouble));
    return {};
  }

  Effects operator()(AboutFound const& found) const {
    if (auto* const page = std::get_if<AboutPage>(&place.page)) page->about = found.about;
    if (auto* const page = std::get_if<SizePage>(&place.page)) {
      page->measured_mm = found.about.diagonal_mm;
      page->chosen_mm = found.about.diagonal_mm;
    }
    return {};
  }
};

}  // namespace

Effects open(State&, HostRoom&, Setup&) {
  return {};
}

Effects update(State& state, HostRoom& room, Setup& place, SetupTap const& tap) {
  return std::visit(OnSetupTap{{state, room, place}}, tap.what);
}

Effects take(State& state, HostRoom& room, Setup& place, SetupOutcome const& outcome) {
  return std::visit(OnSetupOutcome{{state, room, place}}, outcome.what);
}

Effects go_back(State&, HostRoom&, Setup& place) {
  if (auto* const page = std::get_if<RestorePage>(&place.page)) {
    if (page->chosen)
      page->chosen.reset();
    else
      place.page = BackupPage{};
    return {};
  }
  if (auto* const page = std::get_if<BackupPage>(&place.page); page != nullptr && page->code) {
    place.page = BackupPage{};
    return {};
  }
  place.page = SetupMenu{};
  return {};
}

Effects scroll_to(State&, HostRoom&, Setup& place, int first) {
  constexpr int last_day = 6;
  if (auto* const page = std::get_if<OpeningPage>(&place.page))
    page->first = std::clamp(first, 0, last_day);
  if (auto* const entry = field_of(place)) entry->first_key = first;
  return {};
}

TextEntry* field_of(Setup& place) {
  if (auto* const page = std::get_if<BackupPage>(&place.page))
    return page->code ? &*page->code : nullptr;
  if (auto* const page = std::get_if<RestorePage>(&place.page))
    return page->chosen ? &page->code : nullptr;
  return nullptr;
}

INLOOP_COMPILE_INNER(Setup, Page);
INLOOP_COMPILE_INNER(SetupRequest, What);
INLOOP_COMPILE_INNER(SetupOutcome, What);

}  // namespace inloop::core::host
