#include "kiosk/core/series.h"

#include <chrono>

namespace inloop::core {
namespace {

constexpr int minutes_a_day = 24 * 60;

bool has_bad_times(Series const& series) {
  return !series.first.date.ok() || series.first.minute_of_day < 0 ||
         series.first.minute_of_day >= minutes_a_day || series.minutes < 1 ||
         series.minutes > minutes_a_day;
}

// All slots begin on the day of the first.
bool has_bad_slots(Series const& series) {
  return series.slots < 1 || series.slots > most_slots ||
         series.first.minute_of_day + (series.slots - 1) * series.minutes >= minutes_a_day;
}

}  // namespace

std::optional<SeriesProblem> problem_with(Series const& series) {
  if (has_bad_times(series)) return SeriesProblem::BadTimes;
  if (has_bad_slots(series)) return SeriesProblem::BadSlots;
  auto const& activity = series.activity;
  bool const is_for_tokens = activity.kind == ActivityKind::Advice &&
                             activity.sign_up == SignUpMode::Token && activity.capacity == 1;
  if (series.slots > 1 && !is_for_tokens) return SeriesProblem::SlotsNeedToken;
  auto const* const recurrence = std::get_if<Recurrence>(&series.rule);
  if (recurrence != nullptr && problem_with(*recurrence, series.first.date))
    return SeriesProblem::BadRecurrence;
  return std::nullopt;
}

}  // namespace inloop::core
