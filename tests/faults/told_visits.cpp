#include "tests/faults/told_visits.h"

#include <algorithm>
#include <cstdio>
#include <map>

#include <fmt/format.h>

namespace inloop::test {
namespace {

// Of a line like "2026-10-05 9:10", the minute of the day.
std::optional<int> minute_in(std::string_view line) {
  int hours = 0;
  int minutes = 0;
  if (std::sscanf(std::string(line).c_str(), "%*d-%*d-%*d %d:%d", &hours, &minutes) != 2)
    return std::nullopt;
  return hours * 60 + minutes;
}

void hear(Told& told, int& minute, std::string_view line) {
  if (auto const arrived = minute_in(line)) {
    minute = *arrived;
    told.in_doubt = minute;  // from now on the finger may be on its way
  } else if (line == fmt::format("see {}", welcome_words)) {
    told.welcomed.insert(minute);
    told.in_doubt.reset();
  } else if (line == fmt::format("tap {}", mistake_words)) {
    told.welcomed.erase(minute);
    told.in_doubt = minute;
  } else if (line == fmt::format("see {}", undone_words)) {
    told.undone.insert(minute);
    told.in_doubt.reset();
  }
}

bool is_the_same(KeptVisit now, KeptVisit const& earlier) {
  if (!now.minute) now.minute = earlier.minute;  // minutes are forgotten, that is as it should be
  return now == earlier;
}

}  // namespace

Told told_by(std::string_view output) {
  Told told;
  int minute = 0;
  for (auto end = output.find('\n'); end != std::string_view::npos; end = output.find('\n')) {
    auto line = output.substr(0, end);
    output.remove_prefix(end + 1);
    line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
    hear(told, minute, line);
  }
  return told;
}

std::vector<std::string> objections_to(Kept const& found, Kept const& before, Told const& told,
                                       std::string const& date) {
  std::vector<std::string> objections;
  for (auto const& [id, visit] : before.visits)
    if (auto const now = found.visits.find(id);
        now == found.visits.end() || !is_the_same(now->second, visit))
      objections.push_back(fmt::format("visit {} of {} is lost or changed", id, visit.date));

  std::map<int, int> stored;  // by minute
  for (auto const& [id, visit] : found.visits) {
    if (before.visits.contains(id)) continue;
    auto const minute = visit.minute.value_or(-1);
    ++stored[minute];
    if (visit.date != date || !(told.welcomed.contains(minute) || told.in_doubt == minute))
      objections.push_back(
          fmt::format("nobody was told of visit {} of {}, minute {}", id, visit.date, minute));
    if (visit.party != core::Party{})
      objections.push_back(fmt::format("visit {} is of more people than came", id));
  }
  for (auto const minute : told.welcomed)
    if (!stored.contains(minute))
      objections.push_back(fmt::format("who came on {} at minute {} is lost", date, minute));
  for (auto const& [minute, times] : stored)
    if (times > 1)
      objections.push_back(
          fmt::format("who came on {} at minute {} is there {} times", date, minute, times));
  return objections;
}

}  // namespace inloop::test
