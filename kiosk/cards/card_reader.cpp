#include "kiosk/cards/card_reader.h"

#include <algorithm>
#include <utility>

#include "kiosk/base/log.h"
#include "kiosk/cards/card_reading.h"

namespace inloop::cards {
namespace {

constexpr int most_attempts = 2;  // to read one card

}  // namespace

CardReader::CardReader(std::unique_ptr<CardService> service, AcceptedKinds const& accepted,
                       CardKeys const& keys, Clock const& clock, Tell tell)
    : m_service(std::move(service)),
      m_accepted(accepted),
      m_keys(keys),
      m_clock(clock),
      m_tell(std::move(tell)),
      m_thread([this] { run(); }) {}

CardReader::~CardReader() {
  constexpr std::chrono::milliseconds patience{20};
  m_must_end = true;
  std::unique_lock lock(m_mutex);
  do m_service->stop();  // again and again: a wait that was just beginning misses it
  while (!m_ended.wait_for(lock, patience, [this] { return m_has_ended; }));
  lock.unlock();
  m_thread.join();
}

void CardReader::run() {
  std::vector<Slot> seen;
  auto retry = first_retry;
  while (!m_must_end) {
    auto slots = m_service->wait_for_change(seen);
    if (m_must_end) break;
    if (slots) {
      retry = first_retry;
      look_at(*slots);
      seen = std::move(*slots);
      continue;
    }
    if (m_availability != Availability::Lost) log::warn("card readers: {}", slots.error().what);
    tell_availability(Availability::Lost);
    seen.clear();
    m_known.clear();
    m_service->pause(retry);
    retry = std::min(2 * retry, longest_retry);
  }
  std::lock_guard const lock(m_mutex);
  m_has_ended = true;
  m_ended.notify_all();
}

void CardReader::look_at(std::vector<Slot> const& slots) {
  std::erase_if(m_known, [&](Known const& known) {
    return std::none_of(slots.begin(), slots.end(),
                        [&](Slot const& slot) { return slot.reader == known.reader; });
  });
  bool const has_reader = std::any_of(slots.begin(), slots.end(), [](Slot const& slot) {
    return slot.state != SlotState::Unusable;
  });
  tell_availability(has_reader ? Availability::Ready : Availability::Lost);
  for (auto const& slot : slots) look_at(slot);
  m_is_first_look = false;
}

void CardReader::look_at(Slot const& slot) {
  if (slot.state == SlotState::Unusable) return;
  auto& reader = known(slot.reader);
  auto const uptime_ms = m_clock.uptime_ms();
  if (slot.state == SlotState::Empty) {
    m_taps.lifted(slot.reader, uptime_ms);
    reader.read.reset();
    return;
  }
  if (reader.read == slot.changes) return;
  if (reader.read) m_taps.lifted(slot.reader, uptime_ms);  // swapped before we looked
  reader.read = slot.changes;
  auto const event = read(slot);
  bool const is_tap = m_taps.placed(slot.reader, event, uptime_ms);
  if (is_tap && !m_is_first_look) m_tell(event);
}

CardReader::Known& CardReader::known(std::string const& reader) {
  auto const found = std::find_if(m_known.begin(), m_known.end(),
                                  [&](Known const& known) { return known.reader == reader; });
  if (found != m_known.end()) return *found;
  return m_known.emplace_back(Known{.reader = reader});
}

CardEvent CardReader::read(Slot const& slot) {
  if (slot.state == SlotState::Mute) return CardRefused{Refusal::Unreadable};
  CardEvent const unreadable = CardRefused{Refusal::Unreadable};
  CardEvent event = unreadable;
  // The first contact often fails while the hand is still moving; the second comes a moment later.
  for (int attempt = 0; attempt < most_attempts && event == unreadable; ++attempt)
    if (auto const card = m_service->connect(slot.reader))
      event = read_card(**card, slot.atr, m_accepted, m_keys);
  return event;
}

void CardReader::tell_availability(Availability now) {
  if (m_availability == now) return;
  m_availability = now;
  if (now == Availability::Ready)
    m_tell(ReaderReady{});
  else
    m_tell(ReaderLost{});
}

}  // namespace inloop::cards
