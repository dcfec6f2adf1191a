#include "sync/collector/silence.h"

#include <charconv>
#include <chrono>
#include <cstdlib>

namespace inloop::collector {
namespace {

// A kiosk says how it is once a day. After three days without it something is off.
constexpr std::chrono::days longest_quiet{3};
constexpr std::int64_t least_disk_free_mib = 256;
constexpr std::int64_t greatest_clock_skew_s = 240;

int number_in(std::string_view text) {
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

std::chrono::sys_days day_of(std::string_view moment) {
  using namespace std::chrono;
  if (moment.size() < 10) return {};
  return year{number_in(moment.substr(0, 4))} /
         month{static_cast<unsigned>(number_in(moment.substr(5, 2)))} /
         day{static_cast<unsigned>(number_in(moment.substr(8, 2)))};
}

}  // namespace

Silence silence_of(PlaceState const& state, std::string_view now) {
  if (!state.health) {
    if (state.last_received_at.empty())
      return {"nooitGehoord", "Van de zuil van deze plek is nog nooit iets ontvangen."};
    return {"onbekend", "De zuil van deze plek zegt niet hoe het met hem gaat."};
  }
  auto const& health = *state.health;
  if (day_of(now) - day_of(health.received_at) > longest_quiet)
    return {"geenVerbinding",
            "De zuil laat niets meer horen: hij staat uit of heeft geen netwerk."};
  if (std::abs(health.clock_skew_s) > greatest_clock_skew_s)
    return {"klokOntregeld", "De klok van de zuil loopt niet gelijk."};
  if (health.disk_free_mib < least_disk_free_mib)
    return {"schijfVol", "De schijf van de zuil is bijna vol."};
  if (health.outbox_events > 0)
    return {"nietAangekomen", "De zuil leeft en heeft tellingen klaarliggen die niet aankomen."};
  return {"nietVrijgegeven", "De zuil leeft, maar heeft de telling nog niet vrijgegeven."};
}

}  // namespace inloop::collector
