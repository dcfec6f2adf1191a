#include "tests/cards/watched_service.h"

#include "tests/support/process.h"

namespace inloop::test {

class WatchedService final : public cards::CardService {
 public:
  WatchedService(std::unique_ptr<cards::CardService> real, Watch& watch)
      : m_real(std::move(real)), m_watch(watch) {}

  Result<std::vector<cards::Slot>> wait_for_change(std::vector<cards::Slot> const& seen) override {
    {
      std::lock_guard const lock(m_watch.m_mutex);
      m_watch.m_slots = seen;
      ++m_watch.m_questions;
      m_watch.m_changed.notify_all();
    }
    return m_real->wait_for_change(seen);
  }

  Result<std::unique_ptr<cards::Card>> connect(std::string const& reader) override {
    return m_real->connect(reader);
  }
  void pause(std::chrono::milliseconds duration) override { m_real->pause(duration); }
  void stop() override { m_real->stop(); }

 private:
  std::unique_ptr<cards::CardService> m_real;
  Watch& m_watch;
};

bool Watch::until(std::function<bool(Slots const&)> const& is_true) {
  std::unique_lock lock(m_mutex);
  return m_changed.wait_for(lock, patience, [&] { return is_true(m_slots); });
}

std::uint64_t Watch::questions() const {
  std::lock_guard const lock(m_mutex);
  return m_questions;
}

std::unique_ptr<cards::CardService> watched(std::unique_ptr<cards::CardService> real,
                                            Watch& watch) {
  return std::make_unique<WatchedService>(std::move(real), watch);
}

}  // namespace inloop::test
