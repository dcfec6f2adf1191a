#include <optional>

#include "kiosk/core/host/places.h"
#include "tests/ui/samples_parts.h"

namespace inloop::test {
namespace {

using namespace core;
using namespace core::host::shift;
using namespace std::chrono_literals;

Session session(SessionId id, std::string title, std::string picture, ActivityKind kind,
                int minute_of_day, SignUpMode sign_up, std::optional<int> capacity, int taken) {
  return {.id = id,
          .activity = {.title = std::move(title),
                       .picture = std::move(picture),
                       .kind = kind,
                       .sign_up = sign_up,
                       .capacity = capacity},
          .start = {.date = 2026y / 11 / 23, .minute_of_day = minute_of_day},
          .minutes = 60,
          .taken = taken};
}

TheDay day() {
  TheDay day{.date = 2026y / 11 / 23};
  day.at(Daypart::Morning) = {.people = 14, .left = 3, .volunteers = 2};
  day.sessions = {{.session = session(1, "Language café", "🗣️", ActivityKind::Learning, 630,
                                      SignUpMode::Token, 12, 7)},
                  {.session = session(2, "Eating together", "🍲", ActivityKind::Cooking, 720,
                                      SignUpMode::Name, 12, 8),
                   .attendance = 9},
                  {.session = session(3, "Sewing club", "🧵", ActivityKind::Making, 840,
                                      SignUpMode::Open, std::nullopt, 0)},
                  {.session = session(4, "Consulting hour", "🤝", ActivityKind::Advice, 960,
                                      SignUpMode::Anonymous, std::nullopt, 0)}};
  return day;
}

Today today(decltype(Today::page) page = Overview{}) {
  return {.day = day(),
          .house = {.last_received = 2026y / 11 / 4, .free_bytes = 4'000'000'000},
          .page = std::move(page)};
}

class TodaySamples {
 public:
  TodaySamples(State state, Words const& words) : m_samples(std::move(state), words) {}

  [[nodiscard]] Samples& samples() { return m_samples; }

  void add(std::string name, Today place, std::optional<host::Notice> notice = std::nullopt) {
    HostRoom room{.host = {.picture = 1, .first_name = "Fatima"}, .place = std::move(place)};
    if (notice) {
      room.notice = notice;
      room.undo = HostRequest{};
    }
    m_samples.add(std::move(name), InRoom{Indirect<HostRoom>(std::move(room))});
  }

 private:
  Samples m_samples;
};

NameList names() {
  NameList list{.session = 2, .others = 1};
  for (auto const* name : {"Amina", "Youssef", "Ans", "Piet", "Fatma", "Wim", "Zeynep", "Jan",
                           "Oksana", "Henk", "Samira", "Ali"})
    list.listed.push_back(
        {.token = {.picture = static_cast<int>(list.listed.size()), .colour = TokenColour::Blue},
         .first_name = name,
         .is_here = list.listed.size() % 3 == 0});
  return list;
}

}  // namespace

std::vector<Sample> today_samples(State state, Words const& words) {
  TodaySamples samples(std::move(state), words);
  samples.add("today", today());
  samples.add("today_reading", {});
  host::Notice const done{.message = message("One person more.")};
  samples.add("today_more", today(), done);
  samples.add("today_daypart", today(DaypartPage{Daypart::Morning}));
  auto odd = today(DaypartPage{Daypart::Morning});
  odd.day->at(Daypart::Morning).opening = Opening::Closed;
  samples.add("today_odd", odd,
              host::Notice{.message = message("This part of the day is closed.")});
  samples.add("today_count", today(HeadCount{.session = 1, .people = 7}));
  samples.add("today_names", today(names()));
  samples.add("today_house", today(HousePage{}));
  auto& state_of_samples = samples.samples().state();
  state_of_samples.settings.has_card_reader = true;
  state_of_samples.calls = {{.id = 1, .since_ms = state_of_samples.now.uptime_ms - 120'000},
                            {.id = 2, .kind = CallKind::Help}};
  state_of_samples.host_today = "Fatima";
  auto troubled = today();
  troubled.house.oldest_unsent = 2026y / 10;
  troubled.house.free_bytes = 1'000'000;
  troubled.day->at(Daypart::Evening).people = 2;
  samples.add("today_calls", troubled);
  troubled.page = HousePage{};
  samples.add("today_trouble", troubled);
  return samples.samples().take();
}

}  // namespace inloop::test
