#include "kiosk/app/store_worker.h"

#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

#include "kiosk/app/newest_release.h"
#include "kiosk/base/log.h"
#include "kiosk/cards/secret_bytes.h"
#include "kiosk/store/restoring.h"
#include "kiosk/store/the_day.h"

namespace inloop::app {

StoreWorker::StoreWorker(Open open, Housekeeping housekeeping, StoreHelp help, Inbox& inbox)
    : m_open(std::move(open)),
      m_housekeeping(std::move(housekeeping)),
      m_help(std::move(help)),
      m_inbox(inbox),
      m_thread([this] { run(); }) {}

StoreWorker::~StoreWorker() {
  m_jobs.close();
  m_thread.join();
}

void StoreWorker::perform(core::StoreEffect const& effect) {
  if (!m_jobs.try_push(effect)) refuse(effect);
}

bool StoreWorker::lend(Loan loan) {
  return m_jobs.try_push(std::move(loan));
}

void StoreWorker::refuse(core::StoreEffect const& effect) {
  std::visit(
      [this](auto const& refused) {
        if constexpr (requires { refused.request; })
          m_inbox.put(core::StoreRefused{refused.request});
      },
      effect);
}

void StoreWorker::run() {
  m_is_busy = true;
  open_store();
  m_is_busy = false;
  if (!m_store) m_inbox.put(core::StoreLost{});
  while (auto const job = m_jobs.take()) {
    m_is_busy = true;
    std::visit([this](auto const& one) { perform_now(one); }, *job);
    ++m_jobs_done;
    m_is_busy = false;
  }
  if (!m_store) return;
  if (auto const flushed = m_store->checkpoint(); !flushed)
    log::warn("the last checkpoint: {}", flushed.error().what);
}

void StoreWorker::open_store() {
  auto opened = m_open();
  if (opened)
    m_store.emplace(std::move(*opened));
  else
    log::error("the store cannot be opened: {}", opened.error().what);
}

// One overload an effect: what the store answers becomes an action, what it refuses an apology.
struct StoreWorker::Performer {
  StoreWorker& worker;

  store::Store& store() const { return *worker.m_store; }

  // Puts what `answer` makes of a good result.
  template <class Value, class Answer>
  void reply(core::RequestId request, Result<Value> const& result, Answer const& answer) {
    if (!result) return worker.fail(request, result.error());
    if constexpr (std::is_void_v<Value>)
      worker.m_inbox.put(answer());
    else
      worker.m_inbox.put(answer(*result));
  }

  // The same where a sign-up may be impossible for a reason that is told.
  template <class Value, class Answer>
  void reply(core::RequestId request, store::SignUpResult<Value> const& result,
             Answer const& answer) {
    if (!result) return worker.fail(request, result.error());
    if (auto const* const problem = std::get_if<core::SignUpProblem>(&*result))
      worker.m_inbox.put(core::SignUpRefused{request, *problem});
    else
      worker.m_inbox.put(answer(std::get<Value>(*result)));
  }

  // What nobody waits for is only logged.
  void note(std::string_view what, Result<> const& done) {
    if (done) return;
    log::error("{}: {}", what, done.error().what);
    worker.let_go_if_lost();
  }

  void operator()(core::StoreVisit const& effect) {
    reply(effect.request, store().add_visit(effect.visit), [&](core::VisitId id) {
      return core::VisitStored{effect.request, id};
    });
  }

  void operator()(core::StoreCardVisit const& effect) {
    reply(effect.request, store().add_card_visit(effect.visit, effect.card),
          [&](store::CardVisit const& counted) -> core::Action {
            if (auto const* const visit = std::get_if<store::CountedByCard>(&counted))
              return core::VisitStored{effect.request, visit->visit, visit->first_time};
            return core::CardKnown{effect.request};
          });
  }

  void operator()(core::AmendVisit const& effect) {
    reply(effect.request, store().amend_visit(effect.visit, effect.party, effect.first_time),
          [&] { return core::VisitAmended{effect.request}; });
  }

  void operator()(core::UndoVisit const& effect) {
    reply(effect.request, store().undo_visit(effect.visit),
          [&] { return core::VisitUndone{effect.request}; });
  }

  void operator()(core::TidyHouse const& effect) {
    note("tidying the house", worker.m_housekeeping.tidy(store(), effect.today));
  }

  void operator()(core::LoadAgenda const& effect) {
    worker.prepare_cards(effect.from);
    auto const host = store::host_today(store(), effect.from);
    if (!host) return note("reading who hosts", tl::unexpected(host.error()));
    auto const agenda = store().agenda(effect.from, core::agenda_days);
    if (agenda) return worker.m_inbox.put(core::AgendaLoaded{effect.from, *agenda, *host});
    note("reading the agenda", tl::unexpected(agenda.error()));
  }

  void operator()(core::DrawTokens const& effect) {
    reply(effect.request,
          store().free_tokens(effect.session, core::tokens_to_choose_from, worker.m_help.random),
          [&](std::vector<core::Token> const& tokens) {
            return core::TokensDrawn{effect.request, tokens};
          });
  }

  void operator()(core::StoreSignUp const& effect) {
    store::SignUpWish const wish{.session = effect.session,
                                 .token = effect.token,
                                 .first_name = effect.first_name,
                                 .when_full = effect.when_full,
                                 .now = effect.now};
    reply<store::SignedUp>(
        effect.request, store().sign_up(wish, worker.m_help.random),
        [&](store::SignedUp const& done) {
          return core::SignUpStored{effect.request, effect.session, done.token, done.place};
        });
  }

  void operator()(core::FindSignUp const& effect) {
    reply<core::Place>(effect.request, store().find_sign_up(effect.session, effect.token),
                       [&](core::Place const& place) {
                         return core::SignUpFound{effect.request, place};
                       });
  }

  void operator()(core::CancelSignUp const& effect) {
    reply<std::monostate>(effect.request, store().cancel_sign_up(effect.session, effect.token),
                          [&](std::monostate) { return core::SignUpCancelled{effect.request}; });
  }

  void operator()(core::StoreLeaving const& effect) {
    if (auto const left = store::note_leaving(store(), effect.when); !left)
      log::warn("somebody left, and was not noted: {}", left.error().what);
  }

  void operator()(core::StoreHostToday const& effect) {
    note("noting who hosts", store::note_host_today(store(), effect.date, effect.picture));
  }

  void operator()(core::StoreFeeling const& effect) {
    reply(effect.request, store().add_feeling(effect.month, effect.feeling),
          [&] { return core::FeelingStored{effect.request}; });
  }

  void operator()(core::LoadRelease const& effect) {
    reply(effect.request, newest_release(store()),
          [&](std::optional<core::ReleasedMonth> const& month) {
            return core::ReleaseLoaded{effect.request, month};
          });
  }

  void operator()(core::MendStore) {}
};

void StoreWorker::perform_now(core::StoreEffect const& effect) {
  if (std::holds_alternative<core::MendStore>(effect)) {
    if (!m_store) open_store();
    if (m_store) m_inbox.put(core::StoreMended{});
  } else if (m_store) {
    std::visit(Performer{*this}, effect);
  } else {
    refuse(effect);
  }
}

void StoreWorker::perform_now(Loan const& loan) {
  loan(m_store ? &*m_store : nullptr);
  let_go_if_lost();
}

// Without the key of the month no card can be hashed, and so none is counted; people still are.
void StoreWorker::prepare_cards(core::Date today) {
  auto const month = core::period_of(today);
  auto key = m_store->card_key(month, m_help.random);
  if (key) {
    m_help.take_card_key(month, *key);
    cards::wipe(*key);
  } else
    log::error("the key of the cards: {}", key.error().what);
}

void StoreWorker::fail(core::RequestId request, Error const& error) {
  log::error("the store refused: {}", error.what);
  m_inbox.put(core::StoreRefused{request});
  let_go_if_lost();
}

// Only a fresh start settles what a failed disk left behind: what fsync did not confirm is read
// back from the log or lost, never half believed.
void StoreWorker::let_go_if_lost() {
  if (!m_store || !m_store->is_lost()) return;
  bool const was_let_go = store::was_let_go(*m_store);
  m_store.reset();
  m_help.forget_card_key();
  // What a host restored waits to be opened; a disk that failed gets a minute.
  if (was_let_go) open_store();
  if (m_store)
    m_inbox.put(core::StoreMended{});
  else
    m_inbox.put(core::StoreLost{});
}

}  // namespace inloop::app
