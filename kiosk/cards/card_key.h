#pragma once
// The month's key and the one thing it is for: turning a card's number into a hash that means
// nothing once the key is gone. It does not make keys, nor keep them on disk. Any thread.

#include <chrono>
#include <cstddef>
#include <memory>
#include <mutex>
#include <optional>
#include <span>

#include "kiosk/base/card_hash.h"
#include "kiosk/base/result.h"

namespace inloop::cards {

// What carries a number. Equal numbers of two sorts never give the same hash.
enum class Carrier {
  Nfc,          // the UID of a contactless card, 4, 7 or 10 bytes
  NfcInDigits,  // a UID as a keyboard reader types it in decimal digits, 4 bytes, order unknown
  Qr,           // the 128 random bits of a printed pass
};

inline constexpr std::size_t card_key_bytes = 32;
inline constexpr std::size_t longest_number_bytes = 16;

class CardKeys {
 public:
  // Fails when libsodium or the protected memory cannot be had.
  [[nodiscard]] static Result<std::unique_ptr<CardKeys>> start();
  CardKeys(CardKeys const&) = delete;
  CardKeys& operator=(CardKeys const&) = delete;
  ~CardKeys() = default;

  // From now on this key; the one before is wiped. The caller wipes its own copy.
  void set(std::chrono::year_month month, std::span<std::byte const, card_key_bytes> key);

  // Wipes the key: at the month's end, and when the store is lost.
  void forget();

  // Keyed BLAKE2b, 32 bytes (RFC 7693), of the carrier and the number. Nothing without a key. The
  // number is the caller's to wipe; no other copy is left.
  [[nodiscard]] std::optional<CardHash> hash(Carrier carrier,
                                             std::span<std::byte const> number) const;

 private:
  struct Free {
    void operator()(std::byte* bytes) const;
  };
  using Protected = std::unique_ptr<std::byte, Free>;

  explicit CardKeys(Protected key) : m_key(std::move(key)) {}

  mutable std::mutex m_mutex;
  std::optional<std::chrono::year_month> m_month;  // absent: no key
  Protected m_key;                                 // unreadable but while it is used
};

}  // namespace inloop::cards
