#include "sync/collector/simulated_places.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

namespace inloop::collector {
namespace {

using namespace std::chrono;

constexpr std::array<std::string_view, 7> weekday_words{
    "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"};
constexpr std::array<std::string_view, 3> daypart_words{"Ochtend", "Middag", "Avond"};
constexpr std::size_t slots_a_week = weekday_words.size() * daypart_words.size();

// January first: people stay in when it is cold, and are away in summer.
constexpr std::array season{1.02, 1.00, 1.06, 1.00, 0.95, 0.92, 0.70, 0.62, 1.00, 1.08, 1.10, 0.90};
constexpr std::array weekday_weight{1.00, 1.20, 0.95, 1.12, 0.88, 0.80, 0.65};
constexpr std::array daypart_weight{1.20, 1.00, 0.70};

// One kind of activity in a usual month.
struct Programme {
  std::string_view kind;
  double sessions;
  double attendances_a_session;
};

constexpr std::array programme{Programme{"ontmoeten", 8, 9}, Programme{"bewegen", 5, 7},
                               Programme{"koken", 4, 8},     Programme{"leren", 4, 5},
                               Programme{"maken", 4, 6},     Programme{"helpen", 2, 3},
                               Programme{"advies", 3, 2}};

constexpr double share_of_silent_kinds = 0.3;  // a place does not offer everything
constexpr double chance_of_unplanned_closing = 0.02;
constexpr double chance_of_cancelling = 0.06;
constexpr double people_a_check_in = 1.25;
constexpr double share_of_feelings = 0.35;  // of check-ins that end with an answer
constexpr double volunteers_a_daypart = 2.4;
constexpr double usual_visitors_a_daypart = 7;  // what the programme above is meant for

std::int64_t about(double mean, std::mt19937_64& chance) {
  return mean <= 0 ? 0 : std::poisson_distribution<std::int64_t>(mean)(chance);
}

std::int64_t share_of(std::int64_t all, double share, std::mt19937_64& chance) {
  return std::binomial_distribution<std::int64_t>(all, std::clamp(share, 0.0, 1.0))(chance);
}

bool happens(double likelihood, std::mt19937_64& chance) {
  return std::bernoulli_distribution(likelihood)(chance);
}

bool is_holiday(year_month_day date) {
  unsigned const month{date.month()};
  unsigned const day{date.day()};
  return (month == 1 && day == 1) || (month == 12 && (day == 25 || day == 26)) ||
         (month == 4 && day == 27);
}

struct Weeks {
  std::array<std::int64_t, slots_a_week> people{};
  std::int64_t scheduled = 0;
  std::int64_t open = 0;
};

// How busy the place is in this month beside its usual self.
double mood(SimulatedPlace const& place, year_month month, int months_ago) {
  auto const years = static_cast<double>(place.history.opened_months_ago - months_ago) / 12.0;
  // A new place is found bit by bit.
  auto const known = std::min(1.0, 0.45 + years * 1.1);
  auto const is_old = place.history.opened_months_ago >= 35;
  return season[unsigned{month.month()} - 1] * (1.0 + place.growth_a_year * years) *
         (is_old ? 1.0 : known);
}

Weeks weeks_of(SimulatedPlace const& place, year_month month, double busy,
               std::mt19937_64& chance) {
  Weeks weeks;
  bool const is_closed = std::ranges::find(place.history.closed_months, unsigned{month.month()}) !=
                         place.history.closed_months.end();
  auto const last = sys_days(month / std::chrono::last);
  for (auto day = sys_days(month / 1d); day <= last; day += days{1}) {
    auto const weekday_index = std::size_t{weekday(day).iso_encoding()} - 1;
    for (std::size_t daypart = 0; daypart < daypart_words.size(); ++daypart) {
      auto const slot = weekday_index * daypart_words.size() + daypart;
      if (place.opening[slot] != 'x') continue;
      ++weeks.scheduled;
      if (is_closed || is_holiday(day) || happens(chance_of_unplanned_closing, chance)) continue;
      ++weeks.open;
      weeks.people[slot] += about(
          place.visitors_a_daypart * busy * weekday_weight[weekday_index] * daypart_weight[daypart],
          chance);
    }
  }
  return weeks;
}

privacy::ExactTable busyness_table(SimulatedPlace const& place, Weeks const& weeks,
                                   std::int64_t outside) {
  privacy::ExactTable table{"drukte", "geteldePersoon", {1, 2}, {}};
  for (std::size_t slot = 0; slot < slots_a_week; ++slot)
    if (place.opening[slot] == 'x')
      table.cells.push_back({fmt::format("{}{}", weekday_words[slot / daypart_words.size()],
                                         daypart_words[slot % daypart_words.size()]),
                             weeks.people[slot]});
  table.cells.push_back({"buitenOpeningstijd", outside});
  return table;
}

// Three answers of which the first two have these shares.
privacy::ExactTable answer_table(std::string subject, std::array<std::string_view, 3> words,
                                 std::int64_t all, std::array<double, 2> shares,
                                 std::mt19937_64& chance) {
  auto const first = share_of(all, shares[0], chance);
  auto const second = share_of(all - first, shares[1] / (1.0 - shares[0]), chance);
  return {std::move(subject),
          "antwoord",
          {1, 2},
          {{std::string(words[0]), first},
           {std::string(words[1]), second},
           {std::string(words[2]), all - first - second}}};
}

// Kinds that the place offers have sessions and people; the others are zero, and told as zero.
privacy::ExactTable participation_table(SimulatedPlace const& place, double busy, bool is_open,
                                        std::vector<report::SessionFact>& facts,
                                        std::mt19937_64& chance) {
  privacy::ExactTable table{"deelnames", "deelname", {1, 2}, {}};
  std::seed_seq own(place.id.begin(), place.id.end());
  std::mt19937_64 offer(own);  // what is offered does not change from month to month
  for (auto const& activity : programme) {
    bool const is_offered = !happens(share_of_silent_kinds, offer);
    report::SessionFact fact{.kind = std::string(activity.kind)};
    if (is_offered && is_open) {
      fact.planned = about(activity.sessions, chance);
      fact.cancelled = share_of(fact.planned, chance_of_cancelling, chance);
      fact.held = fact.planned - fact.cancelled;
    }
    auto const size =
        activity.attendances_a_session * busy * place.visitors_a_daypart / usual_visitors_a_daypart;
    table.cells.push_back({fact.kind, about(static_cast<double>(fact.held) * size, chance)});
    facts.push_back(std::move(fact));
  }
  return table;
}

// The letters of a week: morning, afternoon, evening, from Monday.
std::array<SimulatedPlace, 12> const places{{
    {.id = "de-koffiepot",
     .name = "De Koffiepot",
     .district = "Centrum",
     .opening = "xx.xx.xx.xx.xx.x.....",
     .visitors_a_daypart = 9,
     .share_of_children = 0.06},
    {.id = "het-kruispunt",
     .name = "Het Kruispunt",
     .district = "Centrum",
     .opening = "x..x.xx..x.xx........",
     .visitors_a_daypart = 6,
     .content = 0.62},
    {.id = "de-linde",
     .name = "De Linde",
     .district = "Noord",
     .opening = "x..xx.x..xx.x........",
     .visitors_a_daypart = 5.5,
     .growth_a_year = 0.14},
    {.id = "de-ark",
     .name = "De Ark",
     .district = "Noord",
     .opening = "......x.....x........",
     .visitors_a_daypart = 1.4,
     .share_of_children = 0,
     .growth_a_year = -0.05},
    {.id = "huis-van-noord",
     .name = "Huis van Noord",
     .district = "Noord",
     .opening = "xx.xxxxx.xx.xx.......",
     .visitors_a_daypart = 7.5,
     .share_of_children = 0.16,
     .history = {.closed_months = {8}}},
    {.id = "de-schakel",
     .name = "De Schakel",
     .district = "Oost",
     .opening = ".x..x.xx..x..x.......",
     .visitors_a_daypart = 5,
     .growth_a_year = -0.12},
    {.id = "de-tuinkamer",
     .name = "De Tuinkamer",
     .district = "Oost",
     .opening = "x..x..xx.x..xx.x.....",
     .visitors_a_daypart = 6.5,
     .share_of_children = 0.2,
     .growth_a_year = 0.1,
     .content = 0.78,
     .history = {.opened_months_ago = 13}},
    {.id = "de-brug",
     .name = "De Brug",
     .district = "Zuid",
     .opening = "x..x..x..x..x........",
     .visitors_a_daypart = 5,
     .share_of_children = 0.03},
    {.id = "de-wissel",
     .name = "De Wissel",
     .district = "Zuid",
     .opening = "xx.x..xx.x..xx.......",
     .visitors_a_daypart = 7,
     .history = {.lost_months_ago = {3, 16, 17}}},
    {.id = "het-trefpunt",
     .name = "Het Trefpunt",
     .district = "Zuid",
     .opening = "xx.xxxxx.xxxxx.xx....",
     .visitors_a_daypart = 8,
     .share_of_children = 0.14,
     .growth_a_year = 0.08},
    {.id = "de-kajuit",
     .name = "De Kajuit",
     .district = "West",
     .opening = "x..x..x..x...........",
     .visitors_a_daypart = 4.5,
     .content = 0.55,
     .history = {.silent_since_months_ago = 4}},
    {.id = "thuis-in-west",
     .name = "Thuis in West",
     .district = "West",
     .opening = "xx.xx.x..xx.xx...x...",
     .visitors_a_daypart = 6,
     .share_of_children = 0.12},
}};

}  // namespace

std::span<SimulatedPlace const> simulated_places() {
  return places;
}

SimulatedMonth simulated_month(SimulatedPlace const& place, year_month month, int months_ago,
                               std::mt19937_64& chance) {
  auto const busy = mood(place, month, months_ago);
  auto const weeks = weeks_of(place, month, busy, chance);
  bool const is_open = weeks.open > 0;
  auto const outside = is_open ? about(place.visitors_a_daypart * 0.12, chance) : 0;
  std::int64_t people = outside;
  for (auto const in_slot : weeks.people) people += in_slot;
  auto const children = share_of(people, place.share_of_children, chance);
  auto const check_ins =
      static_cast<std::int64_t>(std::llround(static_cast<double>(people) / people_a_check_in));
  auto const feelings = share_of(check_ins, share_of_feelings, chance);

  SimulatedMonth result;
  auto const period = fmt::format("{:04}-{:02}", int{month.year()}, unsigned{month.month()});
  result.facts.dayparts_scheduled = weeks.scheduled;
  result.facts.dayparts_open = weeks.open;
  result.facts.feeling_question = report::feeling_question_of(period);
  result.facts.software_version = INLOOP_VERSION;
  result.tables.push_back({"bezoeken",
                           "geteldePersoon",
                           {1, 1},
                           {{"volwassenen", people - children}, {"kinderen", children}}});
  result.tables.push_back(busyness_table(place, weeks, outside));
  result.tables.push_back(
      answer_table("eersteKeer", {"ja", "nee", "overgeslagen"}, check_ins, {0.3, 0.5}, chance));
  result.tables.push_back(participation_table(place, busy, is_open, result.facts.sessions, chance));
  result.tables.push_back(
      {"vrijwilligers",
       "vrijwilligerDagdeel",
       {1, 2},
       {{"vrijwilligers", about(static_cast<double>(weeks.open) * volunteers_a_daypart, chance)}}});
  result.tables.push_back(answer_table("gevoel", {"ja", "eenBeetje", "nee"}, feelings,
                                       {place.content, (1 - place.content) * 0.7}, chance));
  return result;
}

}  // namespace inloop::collector
