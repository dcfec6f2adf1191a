#include "sync/collector/store_commands.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>

#include <fmt/format.h>

#include "kiosk/base/clock.h"
#include "kiosk/base/log.h"
#include "sync/collector/archive.h"
#include "sync/collector/commands.h"
#include "sync/collector/verification.h"

namespace inloop::collector {
namespace {

// A store or an export that is wrong all over would hide its first faults among the others.
constexpr std::int64_t most_faults_shown = 100;

std::chrono::year year_of(UtcTime now) {
  return std::chrono::year_month_day{std::chrono::floor<std::chrono::days>(now)}.year();
}

}  // namespace

int migrate(Settings const& settings) {
  auto const migrated = migrate_store(settings.store, year_of(system_clock().utc()));
  if (!migrated) return failed(migrated.error());
  fmt::print("the tables are up to date\n");
  return EXIT_SUCCESS;
}

int back_up(Settings const& settings, std::filesystem::path const& copy) {
  auto const backed_up = back_up_store(settings.store, copy);
  if (!backed_up) return failed(backed_up.error());
  fmt::print("{} holds a checked copy\n", copy.string());
  return EXIT_SUCCESS;
}

int export_archive(Settings const& settings) {
  auto const store = open_store(settings.store);
  if (!store) return failed(store.error());
  auto const written = write_archive(**store, [](std::string_view line) {
    return std::fwrite(line.data(), 1, line.size(), stdout) == line.size();
  });
  if (!written) return failed(written.error());
  if (std::fflush(stdout) != 0) return failed({"cannot write the last lines"});
  return EXIT_SUCCESS;
}

int import_archive(Settings const& settings, std::filesystem::path const& file) {
  std::ifstream lines(file, std::ios::binary);
  if (!lines) return failed({fmt::format("cannot open {}", file.string())});
  auto const store = open_store(settings.store);
  if (!store) return failed(store.error());
  std::int64_t shown = 0;
  auto const report = read_archive(lines, **store, [&](std::int64_t number, std::string_view why) {
    if (++shown <= most_faults_shown) log::warn("{}:{}: {}", file.string(), number, why);
  });
  if (!report) return failed(report.error());
  fmt::print("{} new, {} here already, {} refused\n", report->fresh, report->replayed,
             report->refused);
  return report->refused == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

int verify_store(Settings const& settings) {
  auto const store = open_store(settings.store);
  if (!store) return failed(store.error());
  std::int64_t shown = 0;
  auto const report = verify(**store, [&](std::string_view what) {
    if (++shown <= most_faults_shown) log::error("{}", what);
  });
  if (!report) return failed(report.error());
  fmt::print("{} events and {} totals: {}\n", report->events, report->totals,
             report->differences == 0 ? "all as they came in"
                                      : fmt::format("{} differences", report->differences));
  return report->differences == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

}  // namespace inloop::collector
