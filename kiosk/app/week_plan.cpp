#include "kiosk/app/week_plan.h"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <string_view>

#include <fmt/format.h>

#include "kiosk/base/assert.h"
#include "kiosk/base/settings_file.h"
#include "kiosk/core/keyboard.h"
#include "kiosk/core/release_tables.h"

namespace inloop::app {
namespace {

constexpr int days_a_week = 7;

// A word in the file and what it means.
template <class Value>
struct Word {
  std::string_view word;
  Value value;
};

constexpr std::array sign_ups{
    Word{"open", core::SignUpMode::Open}, Word{"token", core::SignUpMode::Token},
    Word{"name", core::SignUpMode::Name}, Word{"anonymous", core::SignUpMode::Anonymous}};
constexpr std::array days{
    Word{"monday", std::chrono::Monday},       Word{"tuesday", std::chrono::Tuesday},
    Word{"wednesday", std::chrono::Wednesday}, Word{"thursday", std::chrono::Thursday},
    Word{"friday", std::chrono::Friday},       Word{"saturday", std::chrono::Saturday},
    Word{"sunday", std::chrono::Sunday}};

// Kinds are called what the town hall calls them.
std::array<Word<core::ActivityKind>, core::all_activity_kinds.size()> kinds() {
  std::array<Word<core::ActivityKind>, core::all_activity_kinds.size()> words{};
  std::ranges::transform(core::all_activity_kinds, words.begin(), [](core::ActivityKind kind) {
    return Word{core::kind_word(kind), kind};
  });
  return words;
}

// One [[activity]] of the file.
class Entry {
 public:
  Entry(SettingsFile& file, std::size_t index) : m_file(file), m_index(index) {}

  PlannedSession read() {
    core::Activity activity{
        .title = title(),
        .picture = text("picture", 40, ".+", "one emoji"),
        .kind = one_of("kind", kinds()),
        .sign_up = one_of("sign_up", sign_ups),
        .capacity = std::nullopt,
        .room = m_file.text(key("room"), {.longest = 4 * room_characters}),
        .link = m_file.text(key("link"), {.longest = core::greatest_link_bytes,
                                          .pattern = "(https://[!-~]+)?",
                                          .meaning = "an address that begins https://"})};
    if (core::count_characters(activity.room) > core::most_room_characters)
      m_file.object(key("room"), fmt::format("at most {} characters", core::most_room_characters));
    // No number is no limit.
    auto const capacity = number("capacity", 0, 0, core::most_capacity);
    if (capacity > 0) activity.capacity = capacity;
    return {.activity = std::move(activity),
            .day = one_of("day", days),
            .start_minute = minute_of_day(),
            .minutes = number("minutes", 60, 1, store::most_session_minutes)};
  }

 private:
  static constexpr auto room_characters = static_cast<std::size_t>(core::most_room_characters);
  static constexpr auto title_characters = static_cast<std::size_t>(core::most_title_characters);

  [[nodiscard]] std::string key(std::string_view word) const {
    return fmt::format("activity[{}].{}", m_index, word);
  }

  // A text that must be there.
  std::string text(std::string_view word, std::size_t longest, std::string_view pattern,
                   std::string_view meaning) {
    auto value = m_file.text(
        key(word), {.otherwise = "", .longest = longest, .pattern = pattern, .meaning = meaning});
    auto const absent = m_file.absent_keys();
    if (std::ranges::find(absent, key(word)) != absent.end())
      m_file.object(key(word), fmt::format("is missing; {}", meaning));
    return value;
  }

  std::string title() {
    auto value = text("title", 4 * title_characters, ".+", "what stands on the tile");
    if (core::count_characters(value) > core::most_title_characters)
      m_file.object(key("title"),
                    fmt::format("at most {} characters", core::most_title_characters));
    return value;
  }

  int number(std::string_view word, std::int64_t otherwise, std::int64_t least,
             std::int64_t greatest) {
    return static_cast<int>(
        m_file.number(key(word), {.otherwise = otherwise, .least = least, .greatest = greatest}));
  }

  template <class Value, std::size_t Size>
  Value one_of(std::string_view word, std::array<Word<Value>, Size> const& words) {
    std::string all;
    for (auto const& one : words) all += fmt::format("{}{}", all.empty() ? "" : "|", one.word);
    auto const value = text(word, 20, all, fmt::format("one of {}", all));
    for (auto const& one : words)
      if (value == one.word) return one.value;
    return words.front().value;  // it was objected to
  }

  int minute_of_day() {
    auto const value = text("at", 5, "([01][0-9]|2[0-3]):[0-5][0-9]", "a time like \"10:30\"");
    if (value.empty()) return 0;
    return ((value[0] - '0') * 10 + value[1] - '0') * 60 + (value[3] - '0') * 10 + value[4] - '0';
  }

  SettingsFile& m_file;
  std::size_t m_index;
};

// Puts sessions into the store, and each activity before its first one.
class Planner {
 public:
  Planner(store::Store& store, std::vector<store::KnownActivity> known)
      : m_store(store), m_known(std::move(known)) {}

  // How many of these sessions, of one week, were not there.
  Result<int> add_week(WeekPlan const& plan, core::Date monday, core::Date from) {
    auto const there = m_store.agenda(monday, days_a_week);
    if (!there) return tl::unexpected(there.error());
    int added = 0;
    for (auto const& planned : plan) {
      auto const date = std::chrono::sys_days(monday) + (planned.day - std::chrono::Monday);
      core::LocalTime const start{.date = core::Date(date), .minute_of_day = planned.start_minute};
      auto const is_there = std::ranges::any_of(*there, [&](core::Session const& session) {
        return session.start == start && session.activity.title == planned.activity.title;
      });
      if (is_there || start.date < from) continue;
      auto const session = add(planned, start);
      if (!session) return tl::unexpected(session.error());
      ++added;
    }
    return added;
  }

 private:
  Result<core::SessionId> add(PlannedSession const& planned, core::LocalTime const& start) {
    auto const activity = number_of(planned.activity);
    if (!activity) return tl::unexpected(activity.error());
    return m_store.add_session(*activity, start, planned.minutes);
  }

  Result<core::ActivityId> number_of(core::Activity const& activity) {
    auto const found = std::ranges::find(m_known, activity, &store::KnownActivity::activity);
    if (found != m_known.end()) return found->id;
    auto const added = m_store.add_activity(activity);
    if (added) m_known.push_back({*added, activity});
    return added;
  }

  store::Store& m_store;
  std::vector<store::KnownActivity> m_known;
};

core::Date monday_of(core::Date date) {
  auto const day = std::chrono::sys_days(date);
  return core::Date(day - (std::chrono::weekday(day) - std::chrono::Monday));
}

bool is_same_time(PlannedSession const& a, PlannedSession const& b) {
  return a.activity.title == b.activity.title && a.day == b.day && a.start_minute == b.start_minute;
}

}  // namespace

Result<WeekPlan> read_week_plan(std::filesystem::path const& path) {
  auto file = SettingsFile::read(path);
  if (!file) return tl::unexpected(file.error());
  WeekPlan plan;
  auto const count = file->tables("activity", most_planned_sessions);
  for (std::size_t i = 0; i < count; ++i) {
    auto const planned = Entry(*file, i).read();
    if (std::ranges::any_of(plan, std::bind_front(is_same_time, planned)))
      file->object(fmt::format("activity[{}].at", i), "another of this title begins then");
    plan.push_back(planned);
  }
  if (auto const good = file->finish(); !good) return tl::unexpected(good.error());
  return plan;
}

Result<int> plan_week(store::Store& store, WeekPlan const& plan, core::Date from, int weeks) {
  INLOOP_ASSERT(weeks >= 1 && weeks <= most_planned_weeks);
  auto known = store.activities();
  if (!known) return tl::unexpected(known.error());
  Planner planner(store, std::move(*known));
  auto const monday = std::chrono::sys_days(monday_of(from));
  int added = 0;
  for (int week = 0; week < weeks; ++week) {
    auto const one = planner.add_week(plan, core::Date(monday + std::chrono::weeks{week}), from);
    if (!one) return one;
    added += *one;
  }
  return added;
}

}  // namespace inloop::app
