#pragma once
// A desk beside a store in a folder of its own, on the thread of the test: what it borrows it gets
// at once. Test thread.

#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "kiosk/app/host/desk.h"
#include "tests/app/seeded_random.h"
#include "tests/app/turned_clock.h"
#include "tests/support/temporary_folder.h"

namespace inloop::app::host::test {

template <class T>
T need(Result<T> result) {
  if (!result) FAIL(result.error().what);
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}

class PlainWords final : public core::Words {
 public:
  std::string text(std::string_view message) const override { return std::string(message); }
  std::string plural(std::string_view one, std::string_view, std::int64_t) const override {
    return std::string(one);
  }
};

// A house with its folder, its store and its desk; `machine` names it for others.
class HouseWithDesk {
 public:
  explicit HouseWithDesk(std::string const& place_id = "de-huiskamer") {
    memory.database = m_folder.path() / "kiosk" / "kiosk.db";
    memory.backups = m_folder.path() / "kiosk" / "backups";
    memory.name_key = m_folder.path() / "kiosk" / "names.key";
    memory.place_id = place_id;
    memory.hatch = {.outbox = m_folder.path() / "outbox", .receipts = m_folder.path() / "receipts"};
    config.place_id = place_id;
    config.settings.place_name = "De Huiskamer";
    config.database = memory.database;
    open();
  }

  // As the store's thread does it, also after the store was let go.
  void open() {
    m_store.reset();
    m_store.emplace(need(open_store(memory, "20261124T090000Z")));
  }
  void close() { m_store.reset(); }

  [[nodiscard]] store::Store& store() { return *m_store; }
  [[nodiscard]] std::filesystem::path stick() const {
    auto folder = m_folder.path() / "stick";
    std::filesystem::create_directories(folder);
    return folder;
  }

  [[nodiscard]] DeskParts parts() {
    return {.config = config,
            .memory = memory,
            .clock = m_clock,
            .words = [this](core::Language) -> core::Words const& { return m_words; },
            .lend =
                [this](StoreWorker::Loan const& loan) {
                  loan(m_store && !m_store->is_lost() ? &*m_store : nullptr);
                  return true;
                },
            .random = m_random};
  }

 private:
  inloop::test::TemporaryFolder m_folder;
  inloop::test::TurnedClock m_turned;
  HouseClock m_clock = need(HouseClock::make(m_turned, "Europe/Amsterdam"));
  PlainWords m_words;
  inloop::test::SeededRandom m_random{20261122};
  std::optional<store::Store> m_store;

 public:
  Memory memory;
  Config config;
  Inbox inbox{[] {}};
};

inline core::LocalTime moment(unsigned day, int minute_of_day) {
  return {.date = std::chrono::year{2026} / 11 / day, .minute_of_day = minute_of_day};
}

}  // namespace inloop::app::host::test
