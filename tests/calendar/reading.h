#pragma once
// Reading calendars in tests: on Monday 23 November 2026 at nine, in Leiden, and what was read in
// short words.

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "kiosk/calendar/calendar_reader.h"

namespace inloop::calendar::test {

using namespace std::chrono_literals;

inline ReadOptions const options{.now = {2026y / 11 / 23, 9 * 60},
                                 .time_zone = "Europe/Amsterdam",
                                 .own_uid_ending = "@de-huiskamer"};

inline std::filesystem::path corpus() {
  return INLOOP_SOURCE_DIR "/tests/calendar/corpus";
}

inline std::string content(std::filesystem::path const& file) {
  std::ifstream stream(file, std::ios::binary);
  REQUIRE(stream.good());
  return {std::istreambuf_iterator<char>(stream), {}};
}

inline std::string in_words(core::LocalTime const& time) {
  return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}", int{time.date.year()},
                     unsigned{time.date.month()}, unsigned{time.date.day()},
                     time.minute_of_day / 60, time.minute_of_day % 60);
}

inline std::string in_words(core::CalendarSession const& session) {
  auto text = fmt::format("  {} {} min", in_words(session.start), session.minutes);
  if (session.original != session.start) text += ", instead of " + in_words(session.original);
  if (!session.title.empty()) text += ", \"" + session.title + "\"";
  if (!session.room.empty()) text += ", in " + session.room;
  if (session.state == core::SessionState::Cancelled) text += ", cancelled";
  return text + "\n";
}

inline std::string_view in_words(core::CalendarRefusal refusal) {
  constexpr std::array words{"all day",   "too long", "unknown zone", "broken",
                             "too often", "too many", "private",      "our own"};
  return words.at(static_cast<std::size_t>(refusal));
}

inline std::string in_words(core::CalendarFile const& file) {
  auto text = fmt::format("name: {}\n", file.name);
  for (auto const& event : file.events) {
    auto const& activity = event.series.activity;
    text += fmt::format("{} | {} | {} | {}\n", activity.title, activity.room, activity.link,
                        event.series.uid);
    auto const& rule = std::get<core::ForeignRule>(event.series.rule);
    std::size_t at = 0;
    for (auto end = rule.lines.find('\n'); end != rule.lines.npos;
         end = rule.lines.find('\n', at)) {
      text += "  " + rule.lines.substr(at, end - at) + "\n";
      at = end + 1;
    }
    if (!rule.zone.empty()) text += "  in " + rule.zone + "\n";
    for (auto const& session : event.sessions) text += in_words(session);
  }
  for (auto const& [reason, title] : file.refused)
    text += fmt::format("refused: {} ({})\n", title, in_words(reason));
  return text + fmt::format("past: {}\n", file.past);
}

}  // namespace inloop::calendar::test
