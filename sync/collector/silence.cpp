#include "sync/collector/silence.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdlib>

namespace inloop::collector {
namespace {

// A kiosk says how it is once a day. After three days without it something is off.
constexpr std::chrono::days longest_quiet{3};
constexpr std::int64_t least_disk_free_mib = 256;
constexpr std::int64_t greatest_clock_skew_s = 240;

constexpr std::array silences{
    Silence{"nooitGehoord", "Van de zuil van deze plek is nog nooit iets ontvangen.",
            "nothing was ever received from this kiosk"},
    Silence{"onbekend", "De zuil van deze plek zegt niet hoe het met hem gaat.",
            "silent, and the kiosk does not say how it is"},
    Silence{"geenVerbinding", "De zuil laat niets meer horen: hij staat uit of heeft geen netwerk.",
            "no sign of life for days: off, or without a network"},
    Silence{"klokOntregeld", "De klok van de zuil loopt niet gelijk.", "the clock is wrong"},
    Silence{"schijfVol", "De schijf van de zuil is bijna vol.", "the disk is nearly full"},
    Silence{"nietAangekomen", "De zuil leeft en heeft tellingen klaarliggen die niet aankomen.",
            "alive, with releases that do not arrive"},
    Silence{"nietVrijgegeven", "De zuil leeft, maar heeft de telling nog niet vrijgegeven.",
            "alive, but has not released the month"},
};

Silence named(std::string_view word) {
  return *std::ranges::find(silences, word, &Silence::word);
}

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

std::optional<Silence> trouble_of(KioskHealth const& health, std::string_view now) {
  if (day_of(now) - day_of(health.received_at) > longest_quiet) return named("geenVerbinding");
  if (std::abs(health.clock_skew_s) > greatest_clock_skew_s) return named("klokOntregeld");
  if (health.disk_free_mib < least_disk_free_mib) return named("schijfVol");
  return std::nullopt;
}

Silence silence_of(PlaceState const& state, std::string_view now) {
  if (!state.health) return named(state.last_received_at.empty() ? "nooitGehoord" : "onbekend");
  if (auto const trouble = trouble_of(*state.health, now)) return *trouble;
  return named(state.health->outbox_events > 0 ? "nietAangekomen" : "nietVrijgegeven");
}

std::span<Silence const> every_silence() {
  return silences;
}

}  // namespace inloop::collector
