#include "tests/journeys/fake_disk.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "kiosk/core/host/room.h"

namespace inloop::test {
namespace {

// In percent of all questions.
constexpr int refusals = 8;
constexpr int losses = 3;
constexpr int slow_answers = 15;
constexpr int mendings = 50;
constexpr int gone_sessions = 5;

constexpr int fake_capacity = 3;

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

struct FakeDisk::Performer {
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

  void operator()(core::StoreCardVisit const& effect) {
    (*this)(core::StoreVisit{effect.request, effect.visit});
  }

  void operator()(core::LoadAgenda const& effect) {
    if (disk.m_is_lost) return;
    disk.reply(core::AgendaLoaded{effect.from, disk.agenda(effect.from)}, uptime_ms);
  }

  void operator()(core::DrawTokens const& effect) {
    if (fails(effect.request)) return;
    std::vector<core::Token> tokens;
    auto const first = static_cast<int>(disk.m_engine() % 18);
    for (int i = 0; i < core::tokens_to_choose_from; ++i)
      tokens.push_back(
          {.picture = first + i, .colour = core::all_token_colours[static_cast<std::size_t>(i)]});
    disk.reply(core::TokensDrawn{effect.request, tokens}, uptime_ms);
  }

  void operator()(core::StoreSignUp const& effect) {
    if (fails(effect.request)) return;
    auto& sign_ups = disk.m_sign_ups[effect.session];
    auto const token = effect.token.value_or(core::Token{.picture = 3});
    auto const refuse = [&](core::SignUpProblem problem) {
      disk.reply(core::SignUpRefused{effect.request, problem}, uptime_ms);
    };
    if (std::ranges::find(sign_ups, token) != sign_ups.end())
      return refuse(core::SignUpProblem::TokenTaken);
    bool const is_full = sign_ups.size() >= static_cast<std::size_t>(fake_capacity);
    if (is_full && effect.when_full == core::WhenFull::Refuse)
      return refuse(core::SignUpProblem::Full);
    if (disk.happens(gone_sessions)) return refuse(core::SignUpProblem::Gone);
    sign_ups.push_back(token);
    disk.reply(core::SignUpStored{effect.request, effect.session, token,
                                  disk.place_of(effect.session, sign_ups.size() - 1)},
               uptime_ms);
  }

  void operator()(core::FindSignUp const& effect) {
    if (fails(effect.request)) return;
    auto const& sign_ups = disk.m_sign_ups[effect.session];
    auto const found = std::ranges::find(sign_ups, effect.token);
    if (found == sign_ups.end())
      return disk.reply(core::SignUpRefused{effect.request, core::SignUpProblem::Unknown},
                        uptime_ms);
    auto const rank = static_cast<std::size_t>(found - sign_ups.begin());
    disk.reply(core::SignUpFound{effect.request, disk.place_of(effect.session, rank)}, uptime_ms);
  }

  void operator()(core::CancelSignUp const& effect) {
    if (fails(effect.request)) return;
    std::erase(disk.m_sign_ups[effect.session], effect.token);
    disk.reply(core::SignUpCancelled{effect.request}, uptime_ms);
  }

  void operator()(core::StoreLeaving const&) {}
  void operator()(core::StoreHostToday const&) {}

  void operator()(core::StoreFeeling const& effect) {
    if (!fails(effect.request)) disk.reply(core::FeelingStored{effect.request}, uptime_ms);
  }

  void operator()(core::LoadRelease const& effect) {
    if (fails(effect.request)) return;
    core::ReleasedMonth const month{.period = std::chrono::year{2026} / 9,
                                    .adults = 187,
                                    .children = -1,
                                    .bytes = std::string(1500, 'x')};
    disk.reply(
        core::ReleaseLoaded{effect.request, disk.happens(50) ? std::nullopt : std::optional(month)},
        uptime_ms);
  }

  void operator()(core::MakeTakeAlong const& effect) {
    disk.reply(core::TakeAlongMade{effect.request, "BEGIN:VCALENDAR END:VCALENDAR"}, uptime_ms);
  }

  void operator()(core::PrintSlip const& effect) {
    if (disk.happens(50))
      disk.reply(core::SlipFailed{effect.request}, uptime_ms);
    else
      disk.reply(core::SlipPrinted{effect.request}, uptime_ms);
  }

  // There are hosts, and nobody here knows a PIN or has the code: whoever asks for anything but to
  // be let in has found a way around the door.
  void operator()(core::AskHostDesk const& effect) {
    auto const* const asked = std::get_if<core::host::DoorRequest>(&effect.what->what);
    auto const answer = asked != nullptr ? answer_at_door(*asked) : std::nullopt;
    if (!answer) ++disk.m_deeds_of_hosts;
    if (!answer || fails(effect.request)) return disk.refuse(effect.request, uptime_ms);
    disk.reply(core::HostAnswer{effect.request, Indirect<core::HostOutcome>({*answer})}, uptime_ms);
  }

  [[nodiscard]] std::optional<core::host::DoorOutcome> answer_at_door(
      core::host::DoorRequest const& asked) const {
    using namespace core::host;
    if (std::holds_alternative<Knock>(asked.what)) return DoorOutcome{HouseFound{}};
    if (std::holds_alternative<TryCode>(asked.what)) return DoorOutcome{CodeTried{CodeMatch::No}};
    if (!std::holds_alternative<TryPin>(asked.what)) return std::nullopt;
    constexpr std::array whys{PadTrouble::Wrong, PadTrouble::MustWait, PadTrouble::Locked};
    return DoorOutcome{PinRefused{.why = whys[disk.m_engine() % whys.size()], .wait_ms = 240'000}};
  }

  void operator()(core::PlaySound) {}
  void operator()(core::RepeatSpeech) {}
};

std::vector<core::Session> sample_agenda(core::Date today) {
  using core::SignUpMode;
  std::vector<core::Session> agenda;
  core::SessionId id = 0;
  for (int day = 0; day < 2; ++day)
    for (auto const mode :
         {SignUpMode::Token, SignUpMode::Name, SignUpMode::Open, SignUpMode::Anonymous})
      for (auto const& listed : {core::activity_templates[0], core::activity_templates[9],
                                 core::activity_templates[15]}) {
        agenda.push_back(
            {.id = ++id,
             .activity = {.title = std::string(listed.title),
                          .picture = std::string(listed.picture),
                          .kind = listed.kind,
                          .sign_up = mode,
                          .capacity = core::takes_sign_ups(mode) ? std::optional(fake_capacity)
                                                                 : std::nullopt,
                          .room = "keuken",
                          .link = mode == SignUpMode::Open ? "https://example.org/les" : ""},
             .start = {.date = core::Date(std::chrono::sys_days(today) + std::chrono::days{day}),
                       .minute_of_day = static_cast<int>(7 * 60 + 40 * (id % 16))},
             .minutes = 90});
      }
  std::ranges::sort(agenda, {}, [](core::Session const& one) {
    return std::pair(std::chrono::sys_days(one.start.date), one.start.minute_of_day);
  });
  return agenda;
}

std::vector<core::Session> FakeDisk::agenda(core::Date today) {
  auto agenda = sample_agenda(today);
  for (auto& session : agenda) {
    auto const held = static_cast<int>(m_sign_ups[session.id].size());
    session.taken = std::min(held, fake_capacity);
    session.waiting = held - session.taken;
    if (session.id == 5) session.state = core::SessionState::Cancelled;
  }
  return agenda;
}

core::Place FakeDisk::place_of(core::SessionId, std::size_t rank) const {
  auto const behind = static_cast<int>(rank) - fake_capacity + 1;
  return {.waiting_number = std::max(behind, 0)};
}

void FakeDisk::perform(core::Effect const& effect, std::int64_t uptime_ms) {
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
