#include "kiosk/app/store_worker.h"

#include <utility>
#include <variant>

#include "kiosk/base/log.h"

namespace inloop::app {

StoreWorker::StoreWorker(Open open, Housekeeping housekeeping, Inbox& inbox)
    : m_open(std::move(open)),
      m_housekeeping(std::move(housekeeping)),
      m_inbox(inbox),
      m_thread([this] { run(); }) {}

StoreWorker::~StoreWorker() {
  m_jobs.close();
  m_thread.join();
}

void StoreWorker::perform(core::Effect const& effect) {
  if (!m_jobs.try_push(effect)) refuse(effect);
}

void StoreWorker::refuse(core::Effect const& effect) {
  std::visit(
      [this](auto const& refused) {
        if constexpr (requires { refused.request; })
          m_inbox.put(core::StoreRefused{refused.request});
      },
      effect);
}

void StoreWorker::run() {
  open_store();
  if (!m_store) m_inbox.put(core::StoreLost{});
  while (auto const effect = m_jobs.take()) {
    m_is_busy = true;
    perform_now(*effect);
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

void StoreWorker::perform_now(core::Effect const& effect) {
  struct Performer {
    StoreWorker& worker;

    void operator()(core::StoreVisit const& effect) {
      auto const id = worker.m_store->add_visit(effect.visit);
      if (id)
        worker.m_inbox.put(core::VisitStored{effect.request, *id});
      else
        worker.fail(effect.request, id.error());
    }

    void operator()(core::AmendVisit const& effect) {
      auto const done = worker.m_store->amend_visit(effect.visit, effect.party, effect.first_time);
      if (done)
        worker.m_inbox.put(core::VisitAmended{effect.request});
      else
        worker.fail(effect.request, done.error());
    }

    void operator()(core::UndoVisit const& effect) {
      auto const done = worker.m_store->undo_visit(effect.visit);
      if (done)
        worker.m_inbox.put(core::VisitUndone{effect.request});
      else
        worker.fail(effect.request, done.error());
    }

    void operator()(core::TidyHouse const& effect) {
      auto const done = worker.m_housekeeping.tidy(*worker.m_store, effect.today);
      if (done) return;
      log::error("tidying the house: {}", done.error().what);
      worker.let_go_if_lost();
    }

    void operator()(core::MendStore) {}
  };

  if (std::holds_alternative<core::MendStore>(effect)) {
    if (m_store) return;
    open_store();
    if (m_store) m_inbox.put(core::StoreMended{});
  } else if (m_store) {
    std::visit(Performer{*this}, effect);
  } else {
    refuse(effect);
  }
}

void StoreWorker::fail(core::RequestId request, Error const& error) {
  log::error("the store refused: {}", error.what);
  m_inbox.put(core::StoreRefused{request});
  let_go_if_lost();
}

// Only a fresh start settles what a failed disk left behind: what fsync did not confirm is read
// back from the log or lost, never half believed.
void StoreWorker::let_go_if_lost() {
  if (!m_store->is_lost()) return;
  m_store.reset();
  m_inbox.put(core::StoreLost{});
}

}  // namespace inloop::app
