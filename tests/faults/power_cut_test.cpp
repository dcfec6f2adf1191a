#include <iostream>

#include <SQLiteCpp/SQLiteCpp.h>
#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "tests/faults/day_of_taps.h"
#include "tests/support/crash_vfs.h"

namespace inloop::test {
namespace {

using Fault = CrashDisk::Fault;

constexpr std::uint64_t first_seed = 20261123;
constexpr std::uint64_t seeds = 6;

// How many operations the whole day takes when nothing fails.
std::int64_t operations_of(std::vector<Step> const& day) {
  CrashDisk disk(0);
  CrashVfs const vfs(disk);
  Machine machine(vfs.name());
  REQUIRE(machine.run(day));
  REQUIRE(read_kept(Machine::file, vfs.name()) == machine.acknowledged());
  machine.stop();
  return disk.operations();
}

// What a cut left wrong, in words; nothing when all is well.
std::string wrong_after_cut(Machine& machine, CrashVfs const& vfs) {
  if (auto const opened = machine.open(); !opened) return opened.error().what;
  auto const damage = machine.store().find_damage();
  if (!damage) return damage.error().what;
  if (!damage->empty()) return damage->front();
  machine.stop();
  if (!machine.allows(read_kept(Machine::file, vfs.name())))
    return "an acknowledged step is lost, doubled or half done";
  return {};
}

// The kiosk goes on after the cut as if nothing had been.
std::string wrong_afterwards(Machine& machine) {
  if (auto const opened = machine.open(); !opened) return opened.error().what;
  core::Visit visit;
  visit.arrived.date = std::chrono::year{2026} / 12 / 1;
  if (auto const added = machine.store().add_visit(visit); !added) return added.error().what;
  auto const counts = machine.store().period_counts(core::period_of(visit.arrived.date));
  if (!counts) return counts.error().what;
  if (counts->dayparts.size() != 1 || counts->dayparts.front().adults != 1)
    return "the next visit is miscounted";
  return {};
}

struct Tally {
  int cuts = 0;
  int wrong = 0;
  std::string first_wrong;
};

// A cut at each operation of a day for each of the seeds. `prepare` may turn the disk into a liar.
template <class Prepare>
Tally cut_everywhere(std::uint64_t number_of_seeds, Prepare const& prepare) {
  Tally tally;
  for (auto seed = first_seed; seed < first_seed + number_of_seeds; ++seed) {
    auto const day = day_of_taps(seed);
    auto const operations = operations_of(day);
    for (std::int64_t operation = 1; operation <= operations; ++operation) {
      CrashDisk disk(seed * 1'000'003 + static_cast<std::uint64_t>(operation));
      prepare(disk);
      CrashVfs const vfs(disk);
      Machine machine(vfs.name());
      disk.fail_at(operation, Fault::PowerCut);
      (void)machine.run(day);
      machine.stop();
      disk.restart();
      ++tally.cuts;
      auto wrong = wrong_after_cut(machine, vfs);
      machine.stop();
      if (wrong.empty()) wrong = wrong_afterwards(machine);
      if (wrong.empty()) continue;
      if (tally.wrong++ == 0)
        tally.first_wrong = fmt::format("seed {} operation {}: {}", seed, operation, wrong);
    }
  }
  return tally;
}

void print(char const* what, Tally const& tally) {
  std::cout << fmt::format("{}: seeds from {}, {} power cuts, {} with a loss {}\n", what,
                           first_seed, tally.cuts, tally.wrong, tally.first_wrong);
}

TEST_CASE("A power cut at any operation loses no welcomed visit and doubles none") {
  auto const tally = cut_everywhere(seeds, [](CrashDisk&) {});
  print("honest disk", tally);
  INFO(tally.first_wrong);
  CHECK(tally.cuts > 1000);
  CHECK(tally.wrong == 0);
}

TEST_CASE("The same cuts find the losses of a log that is not synced at each commit") {
  // This is what synchronous=NORMAL would do: the write-ahead log is not synced when a visit is.
  auto const tally = cut_everywhere(1, [](CrashDisk& disk) { disk.lie_about_sync_of("-wal"); });
  print("log not synced", tally);
  CHECK(tally.wrong > tally.cuts / 10);
}

TEST_CASE("The same cuts find the losses of a disk that lies about every sync") {
  auto const tally = cut_everywhere(1, [](CrashDisk& disk) { disk.lie_about_sync_of(""); });
  print("lying disk", tally);
  CHECK(tally.wrong > tally.cuts / 10);
}

}  // namespace
}  // namespace inloop::test
