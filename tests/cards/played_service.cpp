#include "tests/cards/played_service.h"

namespace inloop::test {

class PlayedReaders::Card final : public cards::Card {
 public:
  Card(PlayedReaders& readers, std::string name) : m_readers(readers), m_name(std::move(name)) {}

  Result<cards::CardReply> transmit(std::span<std::byte const> command) override {
    std::lock_guard const lock(m_readers.m_mutex);
    auto& reader = m_readers.m_world.readers[m_name];
    bool const is_number = asks_for_number(command);
    if (is_number && reader.loses_card_at_number && reader.card) {
      reader.card.reset();
      ++reader.changes;
      ++m_readers.m_version;
    }
    if (!reader.card) return failure("no card");
    if (is_number) ++m_readers.m_world.numbers_asked;
    return reply_of(*reader.card, command);
  }

 private:
  PlayedReaders& m_readers;
  std::string m_name;
};

class PlayedReaders::Service final : public cards::CardService {
 public:
  explicit Service(PlayedReaders& readers) : m_readers(readers) {}

  Result<std::vector<cards::Slot>> wait_for_change(std::vector<cards::Slot> const& seen) override {
    auto& all = m_readers;
    std::unique_lock lock(all.m_mutex);
    // A dead service is dealt with only when the reader's thread has paused.
    if (all.m_world.has_service) all.m_handled_version = all.m_given_version;
    all.m_changed.notify_all();
    if (all.m_world.has_service)
      all.m_changed.wait(lock,
                         [&] { return all.m_version != all.m_given_version || all.m_is_stopped; });
    all.m_given_version = all.m_version;
    if (!all.m_world.has_service) return failure("no service");
    if (all.m_is_stopped) return seen;
    std::vector<cards::Slot> slots;
    for (auto const& [name, reader] : all.m_world.readers) {
      auto const state = reader.card ? cards::SlotState::Occupied : reader.otherwise;
      slots.push_back({.reader = name, .state = state, .changes = reader.changes});
      if (reader.card) slots.back().atr = atr_of(reader.card->kind);
    }
    return slots;
  }

  Result<std::unique_ptr<cards::Card>> connect(std::string const& reader) override {
    std::lock_guard const lock(m_readers.m_mutex);
    if (!m_readers.m_world.readers[reader].card) return failure("no card");
    return std::make_unique<Card>(m_readers, reader);
  }

  void pause(std::chrono::milliseconds duration) override {
    auto& all = m_readers;
    std::unique_lock lock(all.m_mutex);
    all.m_world.pauses.push_back(duration);
    if (all.m_world.pauses.size() > all.m_world.pauses_that_end)
      all.m_handled_version = all.m_given_version;
    all.m_changed.notify_all();
    all.m_changed.wait(lock, [&] {
      return all.m_is_stopped || all.m_version != all.m_given_version ||
             all.m_world.pauses.size() <= all.m_world.pauses_that_end;
    });
  }

  void stop() override {
    std::lock_guard const lock(m_readers.m_mutex);
    if (m_readers.m_world.stops_missed-- > 0) return;
    m_readers.m_is_stopped = true;
    m_readers.m_changed.notify_all();
  }

 private:
  PlayedReaders& m_readers;
};

std::unique_ptr<cards::CardService> PlayedReaders::service() {
  m_is_stopped = false;
  return std::make_unique<Service>(*this);
}

}  // namespace inloop::test
