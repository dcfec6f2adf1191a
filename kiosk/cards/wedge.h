#pragma once
// Tells a reader that types like a keyboard (NFC or QR) from a person, by its pace, and hashes what
// the reader typed. What a person types is handed back untouched. Pure but for the key; UI thread.

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "kiosk/cards/card_event.h"
#include "kiosk/cards/card_key.h"
#include "kiosk/cards/scan_text.h"
#include "kiosk/cards/secret_bytes.h"
#include "kiosk/cards/tap_filter.h"

namespace inloop::cards {

// A reader leaves at most this between two characters; nobody types six in a row that fast.
inline constexpr std::chrono::milliseconds longest_gap{50};
inline constexpr std::size_t shortest_scan = 6;      // characters, Return not counted
inline constexpr std::size_t longest_scan = 64;      // nothing of ours is longer
inline constexpr std::size_t longest_key_bytes = 8;  // a key that types more is no reader's

// What came of a key: at most one of both.
struct WedgeStep {
  std::string typing;             // what a person typed; hand it to whoever has the focus
  std::optional<CardEvent> scan;  // what a reader typed: CardTapped, AnonymousTapped, CardRefused
  bool is_readers = false;        // the key was a reader's, also where it was no tap of its own

  bool operator==(WedgeStep const&) const = default;
};

class Wedge {
 public:
  // `keys` lives longer.
  Wedge(WedgeRules const& rules, CardKeys const& keys) : m_rules(rules), m_keys(keys) {}

  // One character in UTF-8, or "\n" for Return. It is held until it is clear who typed it. Other
  // keys (arrows, Backspace) are a person's: call release() before they are acted on.
  [[nodiscard]] WedgeStep typed(std::string_view character, std::int64_t uptime_ms);

  // Call it when deadline_ms() has come: hands back what no further character came after.
  [[nodiscard]] WedgeStep release_due(std::int64_t uptime_ms);

  // Hands back all that is held, now.
  [[nodiscard]] WedgeStep release();

  // Wipes all that is held, where no typing is wanted.
  void discard() { forget(); }

  // A reader is typing, as far as one can tell before its Return.
  [[nodiscard]] bool is_burst() const { return m_characters >= 2; }

  // When release_due() has something to do; nothing while nothing is held.
  [[nodiscard]] std::optional<std::int64_t> deadline_ms() const;

 private:
  [[nodiscard]] std::optional<CardEvent> scanned(std::int64_t uptime_ms);
  [[nodiscard]] CardEvent event_of(ScanMeaning const& meaning) const;
  void forget();

  WedgeRules const m_rules;
  CardKeys const& m_keys;
  TapFilter m_taps;
  SecretBytes<longest_scan * longest_key_bytes> m_held;
  std::size_t m_characters = 0;  // of this burst; more than longest_scan: its bytes are gone
  std::optional<std::int64_t> m_last_ms;         // when the last held character came
  std::optional<std::int64_t> m_last_return_ms;  // the one that ended a scan
};

}  // namespace inloop::cards
