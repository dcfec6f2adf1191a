#include <array>
#include <iostream>

#include <SQLiteCpp/SQLiteCpp.h>
#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "kiosk/store/database.h"
#include "kiosk/store/migrations.h"
#include "tests/faults/day_of_taps.h"
#include "tests/support/crash_vfs.h"

namespace inloop::test {
namespace {

using Fault = CrashDisk::Fault;

constexpr std::uint64_t first_seed = 20261204;
constexpr std::uint64_t seeds = 10;
constexpr core::Period november{std::chrono::year{2026}, std::chrono::month{11}};

core::Visit visit_in_november() {
  core::Visit visit;
  visit.arrived.date = november / std::chrono::day{23};
  return visit;
}

// Each draw differs from the one before, as noise does.
class Sampler {
 public:
  [[nodiscard]] Result<> close(store::Store& store) {
    return store.close_period(
        november, [this](auto const&, std::int64_t sequence) -> Result<store::Release> {
          ++m_draws;
          return store::Release{.event_id = fmt::format("event-{}", sequence),
                                .bytes = bytes_of(m_draws),
                                .ledger = {{.subject = "bezoeken"}, {.subject = "drukte"}}};
        });
  }

  [[nodiscard]] int draws() const { return m_draws; }
  [[nodiscard]] static std::string bytes_of(int draw) { return fmt::format("draw {}", draw); }

 private:
  int m_draws = 0;
};

TEST_CASE("A close that the power cuts at any operation is whole or has not been") {
  int cuts = 0;
  int kept = 0;
  for (auto seed = first_seed; seed < first_seed + seeds; ++seed) {
    for (std::int64_t operation = 1;; ++operation) {
      CrashDisk disk(seed * 1009 + static_cast<std::uint64_t>(operation));
      CrashVfs const vfs(disk);
      Machine machine(vfs.name());
      REQUIRE(machine.open());
      REQUIRE(machine.store().add_visit(visit_in_november()));
      Sampler sampler;
      disk.fail_at(disk.operations() + operation, Fault::PowerCut);
      auto const acknowledged = sampler.close(machine.store()).has_value();
      machine.stop();
      if (disk.has_power()) break;  // the closing needs fewer operations than this
      ++cuts;
      disk.restart();

      CAPTURE(seed, operation);
      REQUIRE(machine.open());
      auto const before = machine.store().releases();
      REQUIRE(before);
      REQUIRE(before->size() <= 1);
      auto const was_kept = before->size() == 1;
      REQUIRE((was_kept || !acknowledged));
      kept += was_kept ? 1 : 0;

      // The second run of the close: it may draw only where the first draw left no trace.
      REQUIRE(sampler.close(machine.store()).has_value() == !was_kept);
      auto const releases = machine.store().releases();
      REQUIRE(releases);
      REQUIRE(releases->size() == 1);
      REQUIRE(releases->front().bytes == Sampler::bytes_of(was_kept ? 1 : 2));
      REQUIRE(sampler.draws() == (was_kept ? 1 : 2));
      machine.stop();
      REQUIRE(read_kept(Machine::file, vfs.name()).ledger.size() == 2);
    }
  }
  std::cout << fmt::format("closing: seeds from {}, {} power cuts, {} kept the first draw\n",
                           first_seed, cuts, kept);
  CHECK(cuts > 50);
  CHECK(kept > 0);
  CHECK(kept < cuts);
}

constexpr std::string_view next_schema = R"sql(
  CREATE TABLE opening (date TEXT NOT NULL, daypart TEXT NOT NULL, UNIQUE (date, daypart)) STRICT;
  INSERT INTO opening SELECT DISTINCT date, daypart FROM visit;
)sql";

store::DatabaseOptions options_for(CrashVfs const& vfs, int newest_version) {
  return {.file = Machine::file,
          .quota_bytes = 1 << 24,
          .vfs = vfs.name(),
          .newest_version = newest_version};
}

std::string wrong_with_schema(CrashVfs const& vfs, int newest) {
  auto const opened = store::open_database(options_for(vfs, newest));
  if (!opened) return opened.error().error.what;
  auto& database = **opened;
  auto const openings =
      database.execAndGet("SELECT count(*) FROM sqlite_schema WHERE name = 'opening'").getInt();
  auto const version = store::version_of(database);
  if (openings != (version == newest ? 1 : 0)) return "half a migration";
  if (database.execAndGet("SELECT count(*) FROM visit").getInt() != 1) return "a visit is lost";
  if (openings == 1 && database.execAndGet("SELECT count(*) FROM opening").getInt() != 1)
    return "a row is missing after the migration";
  return {};
}

TEST_CASE("A migration that the power cuts at any operation is whole or has not been") {
  auto const old_steps = store::migrations();
  std::vector<std::string_view> steps(old_steps.begin(), old_steps.end());
  steps.push_back(next_schema);
  auto const newest = static_cast<int>(steps.size());
  int cuts = 0;
  for (auto seed = first_seed; seed < first_seed + seeds; ++seed) {
    for (std::int64_t operation = 1;; ++operation) {
      CrashDisk disk(seed * 2003 + static_cast<std::uint64_t>(operation));
      CrashVfs const vfs(disk);
      Machine machine(vfs.name());
      REQUIRE(machine.open());
      REQUIRE(machine.store().add_visit(visit_in_november()));
      machine.stop();
      disk.fail_at(disk.operations() + operation, Fault::PowerCut);
      try {
        auto const opened = store::open_database(options_for(vfs, newest));
        if (opened) store::migrate(**opened, steps);
      } catch (SQLite::Exception const&) {
        // The power is gone: this is what the test is about.
      }
      if (disk.has_power()) break;
      ++cuts;
      disk.restart();
      CAPTURE(seed, operation);
      REQUIRE(wrong_with_schema(vfs, newest).empty());
    }
  }
  std::cout << fmt::format("migrating: seeds from {}, {} power cuts\n", first_seed, cuts);
  CHECK(cuts > 50);
}

// What a house has that never saw a later schema: a visit, and a month that was closed.
void furnish_first_schema(CrashVfs const& vfs) {
  auto const opened = store::open_database(options_for(vfs, 1));
  REQUIRE(opened);
  store::migrate(**opened, store::migrations().first(1));
  (*opened)->exec(R"sql(
    INSERT INTO visit (date, daypart, minute, adults, children, first_time, channel)
    VALUES ('2026-11-23', 'morning', 600, 2, 1, 'yes', 'touch');
    INSERT INTO period (month) VALUES ('2026-10');
    INSERT INTO ledger VALUES ('leiden-klooslaan', '2026-10', 'bezoeken', 1, 1);
    INSERT INTO release (sequence, period, event_id, bytes)
    VALUES (1, '2026-10', 'event-1', x'7b7d');
  )sql");
}

std::string wrong_after_upgrade(CrashVfs const& vfs) {
  Machine machine(vfs.name());
  if (auto const opened = machine.open(); !opened) return opened.error().what;
  auto& store = machine.store();
  auto const counts = store.period_counts(november);
  if (!counts) return counts.error().what;
  if (counts->dayparts.size() != 1 || counts->dayparts[0].adults != 2) return "a visit is lost";
  auto const releases = store.releases();
  if (!releases || releases->size() != 1 || releases->front().bytes != "{}")
    return "a release is lost";
  auto const activity = store.add_activity({.title = "Games", .picture = "x"});
  if (!activity) return activity.error().what;
  auto const session = store.add_session(*activity, {.date = november / std::chrono::day{24}}, 60);
  if (!session) return session.error().what;
  if (store.add_session(*activity, {.date = {std::chrono::year{2026} / 10 / 5}}, 60))
    return "a closed month takes a session";
  return {};
}

TEST_CASE(
    "A house of the first schema is upgraded whole or not at all, wherever the power is cut") {
  constexpr std::uint64_t upgrade_seeds = 3;
  int cuts = 0;
  for (auto seed = first_seed; seed < first_seed + upgrade_seeds; ++seed) {
    for (std::int64_t operation = 1;; ++operation) {
      CrashDisk disk(seed * 3001 + static_cast<std::uint64_t>(operation));
      CrashVfs const vfs(disk);
      furnish_first_schema(vfs);
      Machine machine(vfs.name());
      disk.fail_at(disk.operations() + operation, Fault::PowerCut);
      (void)machine.open();
      machine.stop();
      if (disk.has_power()) break;
      ++cuts;
      disk.restart();
      CAPTURE(seed, operation);
      REQUIRE(wrong_after_upgrade(vfs).empty());
    }
  }
  std::cout << fmt::format("upgrading: seeds from {}, {} power cuts\n", first_seed, cuts);
  CHECK(cuts > 50);
}

}  // namespace
}  // namespace inloop::test
