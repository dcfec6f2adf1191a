#include <iostream>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "tests/faults/day_of_taps.h"
#include "tests/support/crash_vfs.h"

namespace inloop::test {
namespace {

using Fault = CrashDisk::Fault;

constexpr std::uint64_t seed = 20261126;

struct Trial {
  std::int64_t operation = 0;
  bool finished = false;  // the day met no fault: its operations are used up
  std::string wrong;
};

// A fault at one operation of a day, a restart of the program, more visits, then a power cut: a
// page that the kernel dropped after a failed sync must not take later visits with it.
Trial try_fault(Fault fault, std::int64_t operation) {
  CrashDisk disk(seed * 7919 + static_cast<std::uint64_t>(operation));
  CrashVfs const vfs(disk);
  Machine machine(vfs.name());
  Trial trial{.operation = operation};
  disk.fail_at(operation, fault);
  (void)machine.run(day_of_taps(seed));
  trial.finished = disk.operations() < operation;
  machine.stop();
  disk.forget_fault();

  auto const wrong = [&](std::string what) {
    trial.wrong = std::move(what);
    return trial;
  };
  if (auto const opened = machine.open(); !opened) return wrong(opened.error().what);
  core::Visit visit;
  visit.arrived.date = std::chrono::year{2026} / 12 / 1;
  auto const later = machine.store().add_visit(visit);
  if (!later) return wrong(later.error().what);
  // Closing the store would tidy up. Without power it cannot.
  disk.fail_at(disk.operations() + 1, Fault::PowerCut);
  machine.stop();
  disk.restart();
  if (auto const opened = machine.open(); !opened) return wrong(opened.error().what);
  machine.stop();
  auto found = read_kept(Machine::file, vfs.name());
  if (found.visits.erase(*later) != 1) return wrong("a visit long after the fault is lost");
  if (!machine.allows(found)) return wrong("a step is lost, doubled or half done");
  return trial;
}

void expect_nothing_lost(char const* what, Fault fault) {
  int faults = 0;
  for (std::int64_t operation = 1;; ++operation) {
    auto const trial = try_fault(fault, operation);
    CAPTURE(seed, trial.operation);
    REQUIRE(trial.wrong == "");
    if (trial.finished) break;
    ++faults;
  }
  std::cout << fmt::format("{}: seed {}, at each of {} operations\n", what, seed, faults);
  CHECK(faults > 200);
}

TEST_CASE("A disk error at any operation loses nothing that was acknowledged") {
  expect_nothing_lost("error once", Fault::ErrorOnce);
}

TEST_CASE("A disk that fails from any operation on loses nothing that was acknowledged") {
  expect_nothing_lost("error from then on", Fault::ErrorFromThenOn);
}

TEST_CASE("A disk that is full at any operation loses nothing that was acknowledged") {
  expect_nothing_lost("full once", Fault::FullOnce);
}

TEST_CASE("A disk that stays full from any operation on loses nothing that was acknowledged") {
  expect_nothing_lost("full from then on", Fault::FullFromThenOn);
}

TEST_CASE("After a failed sync the store answers nothing until it is opened again") {
  CrashDisk disk(seed);
  CrashVfs const vfs(disk);
  Machine machine(vfs.name());
  REQUIRE(machine.open());
  core::Visit visit;
  visit.arrived.date = std::chrono::year{2026} / 11 / 23;
  disk.fail_at(disk.operations() + 1, Fault::ErrorOnce);
  CHECK_FALSE(machine.store().add_visit(visit));
  CHECK(machine.store().is_lost());
  CHECK_FALSE(machine.store().add_visit(visit));
  CHECK_FALSE(machine.store().find_damage());
  machine.stop();
  REQUIRE(machine.open());
  CHECK_FALSE(machine.store().is_lost());
  CHECK(machine.store().add_visit(visit));
}

TEST_CASE(
    "A full disk refuses the visit, goes on reading, and takes visits again when there is room") {
  CrashDisk disk(seed);
  CrashVfs const vfs(disk);
  Machine machine(vfs.name());
  REQUIRE(machine.open());
  core::Visit visit;
  visit.arrived.date = std::chrono::year{2026} / 11 / 23;
  REQUIRE(machine.store().add_visit(visit));
  disk.fail_at(disk.operations() + 1, Fault::FullFromThenOn);
  CHECK_FALSE(machine.store().add_visit(visit));
  CHECK_FALSE(machine.store().is_lost());
  auto const counts = machine.store().period_counts(core::period_of(visit.arrived.date));
  REQUIRE(counts);
  CHECK(counts->dayparts.front().adults == 1);
  disk.forget_fault();
  CHECK(machine.store().add_visit(visit));
}

}  // namespace
}  // namespace inloop::test
