#include <functional>
#include <iostream>
#include <optional>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "kiosk/calendar/calendar_reader.h"
#include "kiosk/calendar/occurrences.h"
#include "kiosk/store/programme.h"
#include "kiosk/store/store.h"
#include "tests/support/crash_vfs.h"

namespace inloop::test {
namespace {

using namespace std::chrono_literals;
using Fault = CrashDisk::Fault;

constexpr core::Date tuesday = 2026y / 11 / 24;
constexpr core::LocalTime now{.date = 2026y / 11 / 23, .minute_of_day = 540};
constexpr core::Days days{now.date, 2027y / 12 / 28};
constexpr char const* sorry = "Anders dan gepland";

Result<std::vector<core::LocalTime>> dates_of(core::Series const& series, core::Days const& span) {
  return calendar::occurrences(series, span, "Europe/Amsterdam");
}

core::Series walking() {
  core::Series series;
  series.activity = {.title = "Walking", .picture = "🚶🏽"};
  series.first = {tuesday, 600};
  auto recurrence = core::repeating(core::Repeat::Weekly, tuesday);
  recurrence.last = 2027y / 2 / 28;
  series.rule = recurrence;
  return series;
}

std::string partner_file(std::string_view time) {
  std::string events;
  for (int i = 0; i < 4; ++i)
    events += fmt::format(
        "BEGIN:VEVENT\nUID:{0}\nSUMMARY:Les {0}\nDTSTART:202612{1:02}T{2}\n"
        "RRULE:FREQ=WEEKLY;COUNT=3\nEND:VEVENT\n",
        i, i + 1, time);
  return "BEGIN:VCALENDAR\n" + events + "END:VCALENDAR\n";
}

using Changed = store::ProgrammeResult<core::ProgrammeChange>;
using Deed = std::function<Changed(store::Programme&)>;

Changed take_in(store::Programme& programme, std::string const& text) {
  auto const file = calendar::read_calendar(
      text, {.now = now, .time_zone = "Europe/Amsterdam", .own_uid_ending = "@huis"});
  if (!file) return tl::unexpected(file.error());
  auto const proposal = programme.propose(*file, "Taalhuis", now);
  if (!proposal) return tl::unexpected(proposal.error());
  return programme.take_in(*proposal, core::WhenGone::TakeOut, sorry, now);
}

core::Series walking_later(core::Date date) {
  auto series = walking();
  series.first = {date, 840};
  return series;
}

// What a host does on a morning; the sessions of the first series have the ids from 1 on.
std::vector<Deed> deeds() {
  return {
      [](store::Programme& programme) { return programme.add(walking(), now); },
      [](store::Programme& programme) { return take_in(programme, partner_file("100000")); },
      [](store::Programme& programme) {
        return programme.change(3, core::Scope::FromHereOn, walking_later(2026y / 12 / 8), sorry,
                                now);
      },
      [](store::Programme& programme) { return take_in(programme, partner_file("110000")); },
      [](store::Programme& programme) {
        return programme.remove(5, core::Scope::ThisOne, sorry, now);
      },
  };
}

class House {
 public:
  explicit House(CrashDisk& disk) : m_vfs(disk) {}

  [[nodiscard]] Result<> open() {
    auto opened =
        store::Store::open({.file = "/kiosk.db", .place = "de-huiskamer", .vfs = m_vfs.name()});
    if (!opened) return tl::unexpected(opened.error());
    m_programme.reset();
    m_store.emplace(std::move(*opened));
    m_programme.emplace(*m_store, dates_of);
    return {};
  }
  void stop() {
    m_programme.reset();
    m_store.reset();
  }
  [[nodiscard]] store::Store& store() { return *m_store; }
  [[nodiscard]] store::Programme& programme() { return *m_programme; }
  [[nodiscard]] std::vector<core::ProgrammeSession> agenda() {
    auto const sessions = m_programme->sessions(days);
    REQUIRE(sessions.has_value());
    return *sessions;
  }

 private:
  CrashVfs m_vfs;
  std::optional<store::Store> m_store;
  std::optional<store::Programme> m_programme;
};

struct Undisturbed {
  std::vector<std::vector<core::ProgrammeSession>> after;
  std::int64_t operations = 0;
};

Undisturbed undisturbed() {
  CrashDisk disk(0);
  House house(disk);
  REQUIRE(house.open());
  Undisturbed all;
  all.after.push_back(house.agenda());
  auto const before = disk.operations();
  for (auto const& deed : deeds()) {
    auto const outcome = deed(house.programme());
    REQUIRE(outcome.has_value());
    REQUIRE(std::holds_alternative<core::ProgrammeChange>(*outcome));
    all.after.push_back(house.agenda());
    REQUIRE(all.after.back() != all.after[all.after.size() - 2]);
  }
  house.stop();
  all.operations = disk.operations() - before;
  return all;
}

TEST_CASE("A power cut at any operation leaves no change of the programme half done") {
  auto const expected = undisturbed();
  int under_way = 0;
  for (std::int64_t operation = 1; operation <= expected.operations; ++operation) {
    CAPTURE(operation);
    CrashDisk disk(static_cast<std::uint64_t>(operation));
    House house(disk);
    REQUIRE(house.open());
    disk.fail_at(disk.operations() + operation, Fault::PowerCut);
    std::size_t acknowledged = 0;
    for (auto const& deed : deeds()) {
      if (!deed(house.programme())) break;
      ++acknowledged;
    }
    house.stop();
    disk.restart();

    REQUIRE(house.open());
    auto const found = house.agenda();
    if (found != expected.after[acknowledged]) {
      ++under_way;
      REQUIRE(acknowledged + 1 < expected.after.size());
      REQUIRE(found == expected.after[acknowledged + 1]);
    }
    REQUIRE(house.store().find_damage()->empty());
    REQUIRE(house.programme().add(walking(), now));
  }
  std::cout << fmt::format("programme: {} power cuts, {} kept the change under way\n",
                           expected.operations, under_way);
  CHECK(expected.operations > 30);
  CHECK(under_way > 0);
}

}  // namespace
}  // namespace inloop::test
