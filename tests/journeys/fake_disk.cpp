#include "tests/journeys/fake_disk.h"

#include <algorithm>

namespace inloop::test {
namespace {

// In percent of all questions.
constexpr int refusals = 8;
constexpr int losses = 3;
constexpr int slow_answers = 15;
constexpr int mendings = 50;

constexpr std::int64_t slowest_ms = 9'000;  // longer than the kiosk's patience

}  // namespace

bool FakeDisk::happens(int percent) {
  bool const does = static_cast<int>(m_engine() % 100) < percent;
  return does && m_mood == DiskMood::Failing;
}

void FakeDisk::reply(core::Action const& answer, std::int64_t uptime_ms) {
  std::int64_t const delay_ms =
      happens(slow_answers) ? static_cast<std::int64_t>(m_engine() % slowest_ms) : 0;
  m_answers.emplace(uptime_ms + delay_ms, answer);
}

void FakeDisk::refuse(core::RequestId request, std::int64_t uptime_ms) {
  reply(core::StoreRefused{request}, uptime_ms);
}

void FakeDisk::lose(std::int64_t uptime_ms) {
  m_is_lost = true;
  reply(core::StoreLost{}, uptime_ms);
}

void FakeDisk::perform(core::Effect const& effect, std::int64_t uptime_ms) {
  struct Performer {
    FakeDisk& disk;
    std::int64_t uptime_ms;

    // True when the question ends here.
    bool fails(core::RequestId request) {
      if (!disk.m_is_lost && disk.happens(losses)) disk.lose(uptime_ms);
      if (!disk.m_is_lost && !disk.happens(refusals)) return false;
      disk.refuse(request, uptime_ms);
      return true;
    }

    void operator()(core::StoreVisit const& effect) {
      if (fails(effect.request)) return;
      disk.m_visits[++disk.m_last_visit] = {.party = effect.visit.party,
                                            .first_time = effect.visit.first_time};
      disk.reply(core::VisitStored{effect.request, disk.m_last_visit}, uptime_ms);
    }

    void operator()(core::AmendVisit const& effect) {
      if (fails(effect.request)) return;
      disk.m_visits.at(effect.visit).party = effect.party;
      disk.m_visits.at(effect.visit).first_time = effect.first_time;
      disk.reply(core::VisitAmended{effect.request}, uptime_ms);
    }

    void operator()(core::UndoVisit const& effect) {
      if (fails(effect.request)) {
        disk.m_refused_undos.push_back(effect.visit);
        return;
      }
      disk.m_visits.at(effect.visit).is_undone = true;
      disk.reply(core::VisitUndone{effect.request}, uptime_ms);
    }

    void operator()(core::TidyHouse const&) {}

    void operator()(core::MendStore) {
      if (!disk.m_is_lost || disk.happens(100 - mendings)) return;
      disk.m_is_lost = false;
      disk.reply(core::StoreMended{}, uptime_ms);
    }
  };
  std::visit(Performer{*this, uptime_ms}, effect);
}

void FakeDisk::answer(std::int64_t uptime_ms) {
  while (!m_answers.empty() && m_answers.begin()->first <= uptime_ms) {
    auto const answer = m_answers.extract(m_answers.begin());
    m_inbox.put(answer.mapped());
  }
}

bool FakeDisk::was_undo_refused(core::VisitId visit) const {
  return std::ranges::find(m_refused_undos, visit) != m_refused_undos.end();
}

}  // namespace inloop::test
