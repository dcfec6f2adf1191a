// probe: starts a program on the X screen, taps on it, and prints what a person in front of it and
// the machine under it had to bear, as "name value" lines. It knows nothing about the program.

#include <algorithm>
#include <iostream>
#include <optional>
#include <thread>
#include <unordered_map>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "kiosk/base/clock.h"
#include "tests/bench/process_tree.h"
#include "tests/bench/screen.h"

namespace inloop::bench {
namespace {

using Pixels = std::vector<std::uint32_t>;

constexpr milliseconds press_length{30};
constexpr milliseconds still_after{350};  // nothing has changed for so long: it will not any more
constexpr milliseconds start_patience{60'000};
constexpr milliseconds tap_patience{10'000};
constexpr milliseconds calm_before_idling{5'000};
constexpr std::size_t pixel_step = 7;       // every seventh pixel tells whether there is content
constexpr std::size_t content_share = 200;  // half a percent of the screen in other colours

struct Options {
  std::vector<std::string> command;
  std::string log = "/dev/null";
  Place tap;
  std::optional<Place> back;  // where a tap leads back to where the next one starts
  int starts = 5;
  int taps = 100;
  int warm_up_taps = 3;
  int idle_seconds = 60;
};

Instant now() {
  return std::chrono::steady_clock::now();
}

double ms_between(Instant from, Instant to) {
  return std::chrono::duration<double, std::milli>(to - from).count();
}

bool has_content(Pixels const& pixels) {
  std::unordered_map<std::uint32_t, std::size_t> counts;
  std::size_t total = 0;
  std::size_t commonest = 0;
  for (std::size_t at = 0; at < pixels.size(); at += pixel_step, ++total)
    commonest = std::max(commonest, ++counts[pixels[at]]);
  return (total - commonest) * content_share >= total;
}

// Looks until nothing changes any more. The first and the last change, if there was any.
struct Changes {
  std::optional<Instant> first;
  std::optional<Instant> last;
};

class Probe {
 public:
  Probe(Screen& screen, Options const& options) : m_screen(screen), m_options(options) {}

  Result<> measure() {
    std::vector<double> starts_ms;
    for (int start = 1; start < m_options.starts; ++start) {
      ProcessTree const program(m_options.command, m_options.log);
      auto const start_ms = wait_for_content(program);
      if (!start_ms) return tl::unexpected(start_ms.error());
      starts_ms.push_back(*start_ms);
    }
    ProcessTree const program(m_options.command, m_options.log);
    auto const start_ms = wait_for_content(program);
    if (!start_ms) return tl::unexpected(start_ms.error());
    starts_ms.push_back(*start_ms);
    report("start_ms", starts_ms);
    static_cast<void>(watch_until_still(std::nullopt));
    if (auto const tapped = measure_taps(); !tapped) return tapped;
    measure_idling(program);
    return program.is_running() ? Result<>{} : failure("the program ended too early");
  }

 private:
  Result<double> wait_for_content(ProcessTree const& program) {
    Instant const begin = now();
    while (auto const drawn = m_screen.wait_for_drawing(begin + start_patience)) {
      if (has_content(m_screen.look())) return ms_between(begin, *drawn);
      if (!program.is_running()) return failure("the program ended before it showed anything");
    }
    return failure("nothing was to be seen for {} s", start_patience.count() / 1000);
  }

  // With a release time, lets the button go then.
  Changes watch_until_still(std::optional<Instant> release_at) {
    Changes changes;
    Pixels before = m_screen.look();
    Instant const end = now() + tap_patience;
    Instant quiet_since = now();
    while (now() < end) {
      auto const until = release_at ? *release_at : quiet_since + still_after;
      auto const drawn = m_screen.wait_for_drawing(until);
      if (release_at && now() >= *release_at) {
        m_screen.release();
        quiet_since = *release_at;
        release_at.reset();
      }
      if (!drawn && !release_at && now() >= quiet_since + still_after) break;
      if (!drawn || m_screen.look() == before) continue;
      before = m_screen.look();
      if (!changes.first) changes.first = *drawn;
      changes.last = *drawn;
      quiet_since = *drawn;
    }
    return changes;
  }

  Changes tap(Place place, Instant& pressed_at) {
    m_screen.move_to(place);
    static_cast<void>(watch_until_still(std::nullopt));  // what hovering changes is no answer
    pressed_at = now();
    m_screen.press();
    return watch_until_still(pressed_at + press_length);
  }

  Result<> measure_taps() {
    std::vector<double> first_ms;
    std::vector<double> still_ms;
    for (int count = -m_options.warm_up_taps; count < m_options.taps; ++count) {
      Instant pressed_at;
      Changes const changes = tap(m_options.tap, pressed_at);
      if (!changes.first) return failure("tap {} changed nothing on the screen", count);
      if (count >= 0) {
        first_ms.push_back(ms_between(pressed_at, *changes.first));
        still_ms.push_back(ms_between(pressed_at, *changes.last));
      }
      if (m_options.back && !tap(*m_options.back, pressed_at).first)
        return failure("the tap back after tap {} changed nothing on the screen", count);
    }
    report("first_pixel_ms", first_ms);
    report("shown_ms", still_ms);
    return {};
  }

  void measure_idling(ProcessTree const& program) {
    std::this_thread::sleep_for(calm_before_idling);
    std::cout << fmt::format("pss_mib {:.1f}\n", static_cast<double>(program.pss_kib()) / 1024);
    auto const before = program.processor_times();
    auto const begin = now();
    std::cout << fmt::format("idle_from {}\n", system_clock().uptime_ms());
    std::this_thread::sleep_for(std::chrono::seconds(m_options.idle_seconds));
    double const used_ms =
        static_cast<double>(used_ns(before, program.processor_times())) / 1'000'000;
    std::cout << fmt::format("idle_to {}\n", system_clock().uptime_ms());
    std::cout << fmt::format("idle_percent {:.4f}\n", 100 * used_ms / ms_between(begin, now()));
    std::cout << fmt::format("idle_ms_a_minute {:.2f}\n",
                             60'000 * used_ms / ms_between(begin, now()));
  }

  static void report(std::string_view name, std::vector<double> values) {
    std::ranges::sort(values);
    auto const at = [&](double share) {
      return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1) + 0.5)];
    };
    std::cout << fmt::format("{0}_p50 {1:.1f}\n{0}_p99 {2:.1f}\n", name, at(0.5), at(0.99));
  }

  Screen& m_screen;
  Options const& m_options;
};

int run(int argc, char** argv) {
  Options options;
  std::vector<int> tap;
  std::vector<int> back;
  CLI::App arguments("Measures a program on the X screen from the outside");
  arguments.add_option("--tap", tap, "X Y of the tap that is measured")->expected(2)->required();
  arguments.add_option("--back", back, "X Y of the tap that leads back")->expected(2);
  arguments.add_option("--starts", options.starts)->check(CLI::Range(1, 100));
  arguments.add_option("--taps", options.taps)->check(CLI::Range(1, 10'000));
  arguments.add_option("--idle-seconds", options.idle_seconds)->check(CLI::Range(1, 3'600));
  arguments.add_option("--log", options.log, "file for what the program prints");
  arguments.add_option("command", options.command, "the program, after --")->required();
  CLI11_PARSE(arguments, argc, argv);
  options.tap = {.x_px = tap[0], .y_px = tap[1]};
  if (!back.empty()) options.back = Place{.x_px = back[0], .y_px = back[1]};

  auto screen = Screen::open();
  if (!screen) {
    std::cerr << screen.error().what << '\n';
    return 1;
  }
  if (auto const measured = Probe(*screen, options).measure(); !measured) {
    std::cerr << measured.error().what << '\n';
    return 1;
  }
  return 0;
}

}  // namespace
}  // namespace inloop::bench

int main(int argc, char** argv) {
  return inloop::bench::run(argc, argv);
}
