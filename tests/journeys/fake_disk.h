#pragma once
// A store that fails as disks do, by a seed: it refuses, is slow, gets lost and is mended. It
// answers each question once, as the store's thread does. What it holds is plain to see. Test
// thread.

#include <cstdint>
#include <map>
#include <random>
#include <vector>

#include "kiosk/app/inbox.h"
#include "kiosk/core/effect.h"

namespace inloop::test {

enum class DiskMood { Failing, Well };

struct KeptVisit {
  core::Party party;
  core::FirstTime first_time = core::FirstTime::Skipped;
  bool is_undone = false;
};

// As a house plans them: every sort, on this day and the next.
[[nodiscard]] std::vector<core::Session> sample_agenda(core::Date today);

class FakeDisk {
 public:
  FakeDisk(std::uint32_t seed, app::Inbox& inbox) : m_engine(seed), m_inbox(inbox) {}

  void set_mood(DiskMood mood) { m_mood = mood; }
  void perform(core::Effect const& effect, std::int64_t uptime_ms);
  // Gives the answers that are due.
  void answer(std::int64_t uptime_ms);

  [[nodiscard]] std::map<core::VisitId, KeptVisit> const& visits() const { return m_visits; }
  // Visits that the kiosk wanted to take out and the disk did not let go.
  [[nodiscard]] bool was_undo_refused(core::VisitId visit) const;

  // What was asked that only a host may ask.
  [[nodiscard]] int deeds_of_hosts() const { return m_deeds_of_hosts; }

  // Who holds or waits for a place in a session, in the order of signing up.
  [[nodiscard]] std::vector<core::Token> const& sign_ups(core::SessionId session) {
    return m_sign_ups[session];
  }

 private:
  struct Performer;

  [[nodiscard]] std::vector<core::Session> agenda(core::Date today);
  [[nodiscard]] core::Place place_of(core::SessionId session, std::size_t rank) const;
  void reply(core::Action const& answer, std::int64_t uptime_ms);
  void refuse(core::RequestId request, std::int64_t uptime_ms);
  void lose(std::int64_t uptime_ms);
  [[nodiscard]] bool happens(int percent);

  std::mt19937 m_engine;
  app::Inbox& m_inbox;
  DiskMood m_mood = DiskMood::Failing;
  bool m_is_lost = false;
  int m_deeds_of_hosts = 0;
  core::VisitId m_last_visit = 0;
  std::map<core::VisitId, KeptVisit> m_visits;
  std::vector<core::VisitId> m_refused_undos;
  std::map<core::SessionId, std::vector<core::Token>> m_sign_ups;
  std::multimap<std::int64_t, core::Action> m_answers;  // by when they are due
};

}  // namespace inloop::test
