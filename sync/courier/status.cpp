#include "sync/courier/status.h"

#include <algorithm>
#include <chrono>
#include <string_view>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace inloop::courier {
namespace {

// What a minute more or less does not change is told in whole hours or minutes.
std::string duration(seconds length) {
  auto const whole = std::chrono::abs(length);
  if (whole >= std::chrono::hours{2})
    return fmt::format("{} hours", std::chrono::floor<std::chrono::hours>(whole).count());
  if (whole >= std::chrono::minutes{2})
    return fmt::format("{} minutes", std::chrono::floor<std::chrono::minutes>(whole).count());
  return fmt::format("{} seconds", whole.count());
}

std::string_view word_for(AlarmKind kind) {
  switch (kind) {
    case AlarmKind::Overdue:
      return "overdue";
    case AlarmKind::Parked:
      return "parked";
    case AlarmKind::Held:
      return "held";
    case AlarmKind::ClockSkew:
      return "clock_skew";
    case AlarmKind::DeadClock:
      return "dead_clock";
    case AlarmKind::ForeignFiles:
      return "foreign_files";
  }
  return "unknown";
}

std::vector<Alarm> alarms_of(State const& state, Status const& status, std::size_t foreign,
                             UtcTime now) {
  std::vector<Alarm> alarms;
  auto const overdue = [now](Known const& one) { return now - one.first_seen > overdue_after; };
  if (auto const count = std::count_if(status.queued.begin(), status.queued.end(), overdue))
    alarms.push_back({AlarmKind::Overdue,
                      fmt::format("{} undelivered for more than 24 hours; the last cause: {}",
                                  count, state.last_cause.value_or("none yet"))});
  if (!status.parked.empty())
    alarms.push_back({AlarmKind::Parked,
                      fmt::format("{} refused for good and parked; the first, sequence {}: {}",
                                  status.parked.size(), status.parked.front().sequence,
                                  *status.parked.front().parked)});
  if (state.held && !status.queued.empty())
    alarms.push_back({AlarmKind::Held,
                      fmt::format("the collector refuses this kiosk ({}): check its address and "
                                  "the client certificate",
                                  *state.held)});
  if (!is_believable(now))
    alarms.push_back({AlarmKind::DeadClock,
                      fmt::format("the clock says {}: its battery may be dead", rfc3339(now))});
  if (state.clock_skew && std::chrono::abs(*state.clock_skew) > greatest_quiet_skew)
    alarms.push_back({AlarmKind::ClockSkew,
                      fmt::format("the clock is {} {} the collector's", duration(*state.clock_skew),
                                  state.clock_skew->count() > 0 ? "ahead of" : "behind")});
  if (foreign > 0)
    alarms.push_back({AlarmKind::ForeignFiles,
                      fmt::format("{} files in the outbox do not belong there", foreign)});
  return alarms;
}

}  // namespace

Status status_of(State const& state, std::size_t foreign, UtcTime now) {
  Status status;
  for (auto const& one : state.known) (one.parked ? status.parked : status.queued).push_back(one);
  status.last_delivery = state.last_delivery;
  status.last_cause = state.last_cause;
  if (!status.queued.empty()) {
    auto const attempts = settled(state.attempts, now);
    status.next_attempt =
        std::max({now, attempts.not_before.value_or(now), state.start_not_before.value_or(now)});
  }
  status.alarms = alarms_of(state, status, foreign, now);
  return status;
}

std::string to_text(Status const& status) {
  std::string text =
      fmt::format("{} queued, {} parked.\n", status.queued.size(), status.parked.size());
  if (status.last_delivery)
    text += fmt::format("Last delivery: sequence {} at {}.\n", status.last_delivery->sequence,
                        rfc3339(status.last_delivery->time));
  else
    text += "Nothing has been delivered yet.\n";
  if (status.next_attempt)
    text += fmt::format("Next attempt: {}, or soon after.\n", rfc3339(*status.next_attempt));
  if (status.last_cause) text += fmt::format("The last attempt failed: {}.\n", *status.last_cause);
  for (auto const& one : status.parked)
    text += fmt::format("Parked: sequence {}, {}: {}.\n", one.sequence, one.id, *one.parked);
  for (auto const& alarm : status.alarms) text += fmt::format("ALARM: {}.\n", alarm.text);
  return text;
}

std::string to_json(Status const& status) {
  using Json = nlohmann::ordered_json;
  auto const entries = [](std::vector<Known> const& events) {
    Json list = Json::array();
    for (auto const& one : events) {
      Json entry{
          {"sequence", one.sequence}, {"id", one.id}, {"first_seen", rfc3339(one.first_seen)}};
      if (one.parked) entry["cause"] = *one.parked;
      list.push_back(std::move(entry));
    }
    return list;
  };
  Json text{{"queued", entries(status.queued)}, {"parked", entries(status.parked)}};
  if (auto const& last = status.last_delivery)
    text["last_delivery"] = {
        {"time", rfc3339(last->time)}, {"sequence", last->sequence}, {"id", last->id}};
  if (status.next_attempt) text["next_attempt"] = rfc3339(*status.next_attempt);
  if (status.last_cause) text["last_cause"] = *status.last_cause;
  text["alarms"] = Json::array();
  for (auto const& alarm : status.alarms)
    text["alarms"].push_back({{"kind", word_for(alarm.kind)}, {"text", alarm.text}});
  return text.dump(1) + '\n';
}

std::string rfc3339(UtcTime time) {
  auto const day = std::chrono::floor<std::chrono::days>(time);
  std::chrono::year_month_day const date{day};
  std::chrono::hh_mm_ss const clock{time - day};
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                     clock.hours().count(), clock.minutes().count(), clock.seconds().count());
}

}  // namespace inloop::courier
