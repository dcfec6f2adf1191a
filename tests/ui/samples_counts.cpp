#include "kiosk/core/host/places.h"
#include "kiosk/core/release_tables.h"
#include "tests/ui/samples_parts.h"

namespace inloop::test {
namespace {

using namespace core;
using namespace core::host::counting;
using namespace std::chrono_literals;

OpeningSchedule five_mornings_and_afternoons() {
  OpeningSchedule schedule;
  for (auto const day : {std::chrono::Monday, std::chrono::Tuesday, std::chrono::Wednesday,
                         std::chrono::Thursday, std::chrono::Friday})
    for (auto const daypart : {Daypart::Morning, Daypart::Afternoon})
      schedule.set_open(day, daypart);
  return schedule;
}

OpenMonth open_month(Period period, HeldBack held) {
  PeriodCounts counts;
  for (unsigned day = 2; day <= 20; ++day)
    counts.dayparts.push_back({.date = period / std::chrono::day{day},
                               .daypart = day % 2 == 0 ? Daypart::Morning : Daypart::Afternoon,
                               .adults = 7 + day % 5,
                               .children = day % 3,
                               .first_time_skipped = 2,
                               .first_time_yes = 3,
                               .first_time_no = 4});
  counts.participations = {41, 12, 28, 9, 0, 3, 2};
  counts.feelings = {31, 6, 1};
  return {.period = period,
          .held = held,
          .tables = release_tables(counts, five_mornings_and_afternoons(), {}),
          .dayparts = counts.dayparts,
          .late = {{.date = period / 20, .daypart = Daypart::Morning, .adults = 4, .children = 1}}};
}

std::vector<SentMonth> sent_months() {
  std::vector<SentMonth> months;
  for (int back = 1; back <= 15; ++back) {
    SentMonth month{.period = 2026y / 11 - std::chrono::months{back}, .sequence = 16 - back};
    month.is_received = back > 1;
    if (month.is_received)
      month.received =
          LocalTime{.date = (month.period + std::chrono::months{1}) / 4, .minute_of_day = 247};
    months.push_back(month);
  }
  return months;
}

std::vector<GraphMonth> graph() {
  std::vector<GraphMonth> months;
  for (int i = 0; i < months_in_graph; ++i) {
    GraphMonth month{.period = 2025y / 11 + std::chrono::months{i}};
    if (i != 4) month.sent = SentVisits{.people = i == 7 ? 0 : 120 + 17 * (i % 5) + 6 * i};
    months.push_back(month);
  }
  return months;
}

std::string file_text() {
  std::string text = R"({"specversion":"1.0","id":"6d1c1e0e-5a8e-4f9e-9b5a-2b0c8a2d9b11",)";
  for (int i = 0; i < 30; ++i)
    text += "\"groep\":\"maandagOchtend\",\"waarde\":" + std::to_string(i) + ",";
  return text + "}";
}

Counts counts(decltype(Counts::page) page = MonthPage{}) {
  return {.grace_days = 3,
          .months = {open_month(2026y / 11, HeldBack::No), open_month(2026y / 10, HeldBack::Yes)},
          .chosen = 0,
          .sent = sent_months(),
          .graph = graph(),
          .page = std::move(page)};
}

class CountsSamples {
 public:
  CountsSamples(State state, Words const& words) : m_samples(std::move(state), words) {}

  [[nodiscard]] Samples& samples() { return m_samples; }

  void add(std::string name, Counts place) {
    HostRoom room{.host = {.picture = 1, .first_name = "Fatima"}, .place = std::move(place)};
    m_samples.add(std::move(name), InRoom{Indirect<HostRoom>(std::move(room))});
  }

 private:
  Samples m_samples;
};

}  // namespace

std::vector<Sample> counts_samples(State state, Words const& words) {
  CountsSamples samples(std::move(state), words);
  samples.add("counts", counts());
  auto held = counts();
  held.chosen = 1;
  samples.add("counts_held", held);
  samples.add("counts_loading", Counts{});
  samples.add("counts_visits", counts(TablePage{.table = 0}));
  samples.add("counts_busyness", counts(TablePage{.table = 1}));
  samples.add("counts_late",
              counts(LatePage{{.date = 2026y / 11 / 20, .adults = 14, .children = 3}}));
  samples.add("counts_sent", counts(SentPage{}));
  samples.add("counts_sent_further", counts(SentPage{.first = 6}));
  auto nothing = counts(SentPage{});
  nothing.sent.clear();
  samples.add("counts_sent_nothing", nothing);
  samples.add("counts_file",
              counts(FilePage{.file = {.month = sent_months()[1], .bytes = file_text()}}));
  return samples.samples().take();
}

}  // namespace inloop::test
