#include "kiosk/cards/wedge.h"

#include "kiosk/base/assert.h"

namespace inloop::cards {
namespace {

constexpr std::string_view line_end = "\n";
constexpr std::string_view this_reader = "keyboard";

bool is_within_gap(std::optional<std::int64_t> before_ms, std::int64_t now_ms) {
  return before_ms && now_ms - *before_ms <= longest_gap.count();
}

}  // namespace

WedgeStep Wedge::typed(std::string_view character, std::int64_t uptime_ms) {
  auto step = release_due(uptime_ms);
  if (character.size() > longest_key_bytes) {
    step.typing += release().typing;
    step.typing += character;
    return step;
  }
  if (character == line_end) {
    // Readers that end with CR and LF would press Return for the host.
    bool const is_second_end = m_characters == 0 && is_within_gap(m_last_return_ms, uptime_ms);
    step.is_readers = is_second_end || m_characters >= shortest_scan;
    if (is_second_end) return step;
    if (m_characters >= shortest_scan) {
      m_last_return_ms = uptime_ms;
      step.scan = scanned(uptime_ms);
      return step;
    }
    step.typing += release().typing;
    step.typing += line_end;
    return step;
  }
  m_last_ms = uptime_ms;
  ++m_characters;
  if (m_characters <= longest_scan)
    INLOOP_ASSERT(m_held.append(std::as_bytes(std::span(character))));
  else
    m_held.clear();
  return step;
}

WedgeStep Wedge::release_due(std::int64_t uptime_ms) {
  if (m_characters == 0 || is_within_gap(m_last_ms, uptime_ms)) return {};
  return release();
}

WedgeStep Wedge::release() {
  WedgeStep step;
  // Nobody types that many so fast: a reader did, and what it read is nobody's business here.
  if (m_characters <= longest_scan) {
    auto const held = m_held.bytes();
    step.typing.assign(reinterpret_cast<char const*>(held.data()), held.size());
  }
  forget();
  return step;
}

std::optional<std::int64_t> Wedge::deadline_ms() const {
  if (m_characters == 0) return std::nullopt;
  return *m_last_ms + longest_gap.count() + 1;
}

std::optional<CardEvent> Wedge::scanned(std::int64_t uptime_ms) {
  auto const held = m_held.bytes();
  std::string_view const text(reinterpret_cast<char const*>(held.data()), held.size());
  auto const event = event_of(meaning_of_scan(text, m_rules));
  forget();
  wipe_stack();
  // A reader that looks at a pass for long types it again and again.
  bool const is_tap = m_taps.placed(this_reader, event, uptime_ms);
  m_taps.lifted(this_reader, uptime_ms);
  return is_tap ? std::optional(event) : std::nullopt;
}

CardEvent Wedge::event_of(ScanMeaning const& meaning) const {
  if (std::holds_alternative<RandomNumberScanned>(meaning)) return AnonymousTapped{};
  auto const* scanned = std::get_if<NumberScanned>(&meaning);
  if (scanned == nullptr) return CardRefused{Refusal::Unknown};
  if (auto const hash = m_keys.hash(scanned->carrier, scanned->number.bytes()))
    return CardTapped{*hash};
  return CardRefused{Refusal::NoKey};
}

void Wedge::forget() {
  m_held.clear();
  m_characters = 0;
  m_last_ms.reset();
}

}  // namespace inloop::cards
