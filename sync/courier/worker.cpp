#include "sync/courier/worker.h"

#include <algorithm>
#include <utility>

#include "kiosk/base/assert.h"
#include "kiosk/base/log.h"

namespace inloop::courier {
namespace {

// A certificate that is not valid yet usually means that our own clock is wrong.
std::string cause_of(NoAnswer const& none, UtcTime now) {
  if (none.trouble == Trouble::CertificateNotYetValid && !is_believable(now))
    return fmt::format("the clock of this machine says {}, its battery may be dead: {}",
                       rfc3339(now), none.cause);
  return none.cause;
}

Known* find(std::vector<Known>& known, std::string_view id) {
  auto const found =
      std::find_if(known.begin(), known.end(), [&](Known const& one) { return one.id == id; });
  return found == known.end() ? nullptr : &*found;
}

}  // namespace

Result<Worker> Worker::start(Surroundings surroundings, ScheduleRules rules, Papers papers) {
  auto const text = surroundings.files.read_state();
  if (!text) return tl::unexpected(text.error());
  Worker worker(surroundings, rules, std::move(papers));
  if (!*text) return worker;
  if (auto state = state_from(**text)) {
    worker.m_state = *std::move(state);
    worker.m_kept = worker.m_state;
    return worker;
  } else {
    log::error("starting without what was remembered: {}", state.error().what);
  }
  if (auto const aside = surroundings.files.set_state_aside(); !aside)
    return tl::unexpected(aside.error());
  return worker;
}

Result<Step> Worker::step() {
  if (auto const looked = look_around(); !looked) return tl::unexpected(looked.error());
  if (!is_time()) return Step::Rested;
  auto const* const file = next_event();
  if (file == nullptr) return Step::Rested;
  return attempt(*file);
}

Result<> Worker::forget_waits() {
  m_state.attempts = Attempts{};
  m_state.start_not_before.reset();
  m_state.held.reset();
  for (auto& one : m_state.known) one.parked.reset();
  return keep_state();
}

Status Worker::status() const {
  return status_of(m_state, m_stock.foreign, m_around.clock.utc());
}

// Looks at the outbox anew: the kiosk adds events and takes delivered ones away.
Result<> Worker::look_around() {
  auto stock = take_stock(m_around.files);
  if (!stock) return tl::unexpected(stock.error());
  m_stock = *std::move(stock);
  auto const now = m_around.clock.utc();
  m_state.attempts = settled(m_state.attempts, now);
  bool const is_anything_new =
      std::any_of(m_stock.waiting.begin(), m_stock.waiting.end(),
                  [&](auto const& event) { return find(m_state.known, event.id) == nullptr; });
  m_state.known = known_among(m_stock.waiting, m_state.known, now);
  if (is_anything_new) {
    // All kiosks of a town release at the same hour, so each starts at a moment of its own.
    auto const delay = random_wait(m_rules.longest_start_delay, m_around.random);
    if (!delay) return tl::unexpected(delay.error());
    m_state.start_not_before = now + *delay;
  }
  // A clock that was set back must not stretch the delay.
  if (m_state.start_not_before)
    m_state.start_not_before =
        std::min(*m_state.start_not_before, now + m_rules.longest_start_delay);
  return keep_state();
}

bool Worker::is_time() const {
  auto const now = m_around.clock.utc();
  return now >= m_state.start_not_before.value_or(now) && is_due(m_state.attempts, now);
}

// The one after the last that was tried, in a circle: an event that fails for ever must not keep
// the others from their turn.
outbox::EventFile const* Worker::next_event() const {
  outbox::EventFile const* first = nullptr;
  for (std::size_t at = 0; at < m_stock.waiting.size(); ++at) {
    if (m_state.known[at].parked) continue;
    if (m_stock.waiting[at].sequence > m_state.last_tried) return &m_stock.waiting[at];
    if (first == nullptr) first = &m_stock.waiting[at];
  }
  return first;
}

Result<Step> Worker::attempt(outbox::EventFile const& file) {
  auto const before = m_state.attempts;
  auto const attempts = begun(before, m_rules, m_around.clock.utc(), m_around.random);
  if (!attempts) return tl::unexpected(attempts.error());
  m_state.attempts = *attempts;
  m_state.last_tried = file.sequence;
  if (auto const kept = keep_state(); !kept) return tl::unexpected(kept.error());

  auto bytes = m_around.files.read_event(file);
  if (!bytes) return fail(bytes.error().what, seconds{0});
  auto const letter = m_papers.read_letter(file, *std::move(bytes));
  if (letter) return conclude(*letter, m_around.http.post(request_for(*letter)));
  m_state.attempts = before;  // nobody was asked anything
  return park(file.id, "not sent: " + letter.error().what);
}

Result<Step> Worker::conclude(Letter const& letter, HttpOutcome const& outcome) {
  auto const now = m_around.clock.utc();
  if (auto const* const none = std::get_if<NoAnswer>(&outcome))
    return fail(cause_of(*none, now), seconds{0});
  auto const& response = std::get<Response>(outcome);
  m_state.clock_skew = clock_skew(response, now);
  auto const verdict = verdict_on(response, letter, now, m_papers.read_receipt);
  if (auto const* const delivered = std::get_if<Delivered>(&verdict))
    return deliver(letter, delivered->receipt);
  if (auto const* const parked = std::get_if<Parked>(&verdict)) {
    m_state.attempts = Attempts{};
    m_state.held.reset();
    return park(letter.id, parked->cause);
  }
  if (auto const* const refused = std::get_if<Held>(&verdict)) return hold(refused->cause);
  if (auto const* const retry = std::get_if<Retry>(&verdict))
    return fail(retry->cause, retry->asked_for);
  return fail(std::get<NotDelivered>(verdict).cause, seconds{0});
}

Result<Step> Worker::deliver(Letter const& letter, std::string const& receipt) {
  // Without its receipt on disk the event is not delivered, and it will be sent again.
  if (auto const written = m_around.files.write_receipt(letter.id, receipt); !written)
    return fail(written.error().what, seconds{0});
  m_state.attempts = Attempts{};
  m_state.held.reset();
  m_state.last_cause.reset();
  m_state.last_delivery = LastDelivery{m_around.clock.utc(), letter.sequence, letter.id};
  std::erase_if(m_state.known, [&](Known const& one) { return one.id == letter.id; });
  log::info("sequence {}, {}: delivered", letter.sequence, letter.id);
  if (auto const kept = keep_state(); !kept) return tl::unexpected(kept.error());
  return Step::Delivered;
}

Result<Step> Worker::park(std::string_view id, std::string_view cause) {
  auto* const known = find(m_state.known, id);
  INLOOP_ASSERT(known != nullptr);
  known->parked = printable(cause, longest_cause_bytes);
  log::error("sequence {}, {}: parked: {}", known->sequence, id, *known->parked);
  if (auto const kept = keep_state(); !kept) return tl::unexpected(kept.error());
  return Step::Parked;
}

Result<Step> Worker::fail(std::string_view cause, seconds asked_for) {
  m_state.attempts = failed(m_state.attempts, m_around.clock.utc(), asked_for);
  m_state.held.reset();
  m_state.last_cause = printable(cause, longest_cause_bytes);
  log::warn("sequence {}: not delivered: {}; next attempt after {}", m_state.last_tried,
            *m_state.last_cause, rfc3339(*m_state.attempts.not_before));
  if (auto const kept = keep_state(); !kept) return tl::unexpected(kept.error());
  return Step::Failed;
}

Result<Step> Worker::hold(std::string_view cause) {
  auto const attempts = held(m_state.attempts, m_around.clock.utc(), m_around.random);
  if (!attempts) return tl::unexpected(attempts.error());
  m_state.attempts = *attempts;
  m_state.held = printable(cause, longest_cause_bytes);
  m_state.last_cause = m_state.held;
  log::error("sequence {}: the collector refuses this kiosk: {}; next attempt after {}",
             m_state.last_tried, *m_state.held, rfc3339(*m_state.attempts.not_before));
  if (auto const kept = keep_state(); !kept) return tl::unexpected(kept.error());
  return Step::Failed;
}

Result<> Worker::keep_state() {
  if (m_state == m_kept) return {};  // a quiet day writes nothing to the disk
  if (auto written = m_around.files.write_state(to_json(m_state)); !written) return written;
  m_kept = m_state;
  return {};
}

}  // namespace inloop::courier
