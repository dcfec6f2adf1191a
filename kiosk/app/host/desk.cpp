#include "kiosk/app/host/desk.h"

#include <variant>

#include "kiosk/app/host/work.h"
#include "kiosk/base/log.h"

namespace inloop::app::host {

Desk::Desk(DeskParts parts, Inbox& inbox)
    : m_parts(std::move(parts)),
      m_inbox(inbox),
      m_doorman(m_parts.clock.uptime_ms()),
      m_thread([this] { run(); }) {}

Desk::~Desk() {
  m_jobs.close();
  m_thread.join();
}

void Desk::perform(core::AskHostDesk const& effect) {
  if (!m_jobs.try_push(effect)) m_inbox.put(core::StoreRefused{effect.request});
}

void Desk::tell_progress(int done, int total) {
  m_inbox.put(core::HostProgress{m_current, done, total});
}

void Desk::run() {
  while (auto const job = m_jobs.take()) perform_now(*job);
}

void Desk::perform_now(core::AskHostDesk const& effect) {
  m_current = effect.request;
  auto const outcome = std::visit(
      [this](auto const& request) -> Result<core::HostOutcome> {
        auto done = host::perform(request, *this);
        if (!done) return tl::unexpected(done.error());
        return core::HostOutcome{std::move(*done)};
      },
      effect.what->what);
  if (outcome) {
    m_inbox.put(core::HostAnswer{effect.request, Indirect<core::HostOutcome>(*outcome)});
  } else {
    log::error("the host's desk: {}", outcome.error().what);
    m_inbox.put(core::StoreRefused{effect.request});
  }
}

}  // namespace inloop::app::host
