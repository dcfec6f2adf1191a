#include "kiosk/cards/card_key.h"

#include <algorithm>
#include <string_view>

#include <sodium.h>

#include "kiosk/base/assert.h"
#include "kiosk/cards/secret_bytes.h"

namespace inloop::cards {
namespace {

// Each ends in a NUL and none begins another, so prefix and number cannot be confused.
std::string_view prefix_of(Carrier carrier) {
  using namespace std::string_view_literals;
  switch (carrier) {
    case Carrier::Nfc:
      return "inloop card nfc\0"sv;
    case Carrier::NfcInDigits:
      return "inloop card nfc in digits\0"sv;
    case Carrier::Qr:
      return "inloop card qr\0"sv;
  }
  INLOOP_ASSERT(false);
  return {};
}

unsigned char const* raw(std::byte const* bytes) {
  return reinterpret_cast<unsigned char const*>(bytes);
}

// The only place where the key can be read: protected memory is opened, and closed at the end.
class OpenKey {
 public:
  explicit OpenKey(std::byte* key) : m_key(key) {
    INLOOP_ASSERT(sodium_mprotect_readwrite(m_key) == 0);
  }
  OpenKey(OpenKey const&) = delete;
  OpenKey& operator=(OpenKey const&) = delete;
  ~OpenKey() { INLOOP_ASSERT(sodium_mprotect_noaccess(m_key) == 0); }

 private:
  std::byte* m_key;
};

// The state has a copy of the number in it until it is wiped.
void hash_to(std::span<std::byte> digest, std::byte const* key, std::string_view prefix,
             std::span<std::byte const> number) {
  crypto_generichash_state state;
  crypto_generichash_init(&state, raw(key), card_key_bytes, digest.size());
  crypto_generichash_update(&state, reinterpret_cast<unsigned char const*>(prefix.data()),
                            prefix.size());
  crypto_generichash_update(&state, raw(number.data()), number.size());
  crypto_generichash_final(&state, reinterpret_cast<unsigned char*>(digest.data()), digest.size());
  sodium_memzero(&state, sizeof state);
}

}  // namespace

void CardKeys::Free::operator()(std::byte* bytes) const {
  sodium_free(bytes);
}

Result<std::unique_ptr<CardKeys>> CardKeys::start() {
  if (sodium_init() < 0) return failure("libsodium cannot be started");
  Protected key(static_cast<std::byte*>(sodium_malloc(card_key_bytes)));
  if (!key) return failure("no protected memory for the key of the cards");
  if (sodium_mprotect_noaccess(key.get()) != 0)
    return failure("the memory for the key of the cards cannot be protected");
  return std::unique_ptr<CardKeys>(new CardKeys(std::move(key)));
}

void CardKeys::set(std::chrono::year_month month, std::span<std::byte const, card_key_bytes> key) {
  std::lock_guard const lock(m_mutex);
  OpenKey const open(m_key.get());
  std::copy(key.begin(), key.end(), m_key.get());
  m_month = month;
}

void CardKeys::forget() {
  std::lock_guard const lock(m_mutex);
  OpenKey const open(m_key.get());
  wipe({m_key.get(), card_key_bytes});
  m_month.reset();
}

std::optional<CardHash> CardKeys::hash(Carrier carrier, std::span<std::byte const> number) const {
  INLOOP_ASSERT(!number.empty() && number.size() <= longest_number_bytes);
  std::lock_guard const lock(m_mutex);
  if (!m_month) return std::nullopt;
  CardHash hash{.month = *m_month};
  {
    OpenKey const open(m_key.get());
    hash_to(hash.digest, m_key.get(), prefix_of(carrier), number);
  }
  wipe_stack();
  return hash;
}

}  // namespace inloop::cards
