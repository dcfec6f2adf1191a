#include "kiosk/store/name_vault.h"

#include <cstring>
#include <span>

#include <fmt/format.h>
#include <sodium.h>

#include "kiosk/base/assert.h"
#include "kiosk/store/key_file.h"

namespace inloop::store {
namespace {

constexpr std::size_t key_bytes = crypto_aead_xchacha20poly1305_ietf_KEYBYTES;
static_assert(key_bytes == key_file_bytes);
constexpr std::size_t nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(sizeof(WrappedKey) == nonce_bytes + key_bytes + tag_bytes);
static_assert(sizeof(SealedName) == nonce_bytes + padded_name_bytes + tag_bytes);

unsigned char* bytes_of(std::span<std::byte> bytes) {
  return reinterpret_cast<unsigned char*>(bytes.data());
}
unsigned char const* bytes_of(std::span<std::byte const> bytes) {
  return reinterpret_cast<unsigned char const*>(bytes.data());
}
unsigned char const* bytes_of(std::string const& text) {
  return reinterpret_cast<unsigned char const*>(text.data());
}

// Writes nonce, ciphertext and tag over the whole of `sealed`.
Result<> lock(std::span<std::byte> sealed, std::span<unsigned char const> plain,
              unsigned char const* key, std::string const& row, RandomSource& random) {
  INLOOP_ASSERT(sealed.size() == nonce_bytes + plain.size() + tag_bytes);
  auto const nonce = sealed.first(nonce_bytes);
  if (auto const filled = random.fill(nonce); !filled) return filled;
  crypto_aead_xchacha20poly1305_ietf_encrypt(bytes_of(sealed.subspan(nonce_bytes)), nullptr,
                                             plain.data(), plain.size(), bytes_of(row), row.size(),
                                             nullptr, bytes_of(nonce), key);
  return {};
}

// Into `plain`, which has room for just what was locked.
Result<> unlock(std::span<unsigned char> plain, std::span<std::byte const> sealed,
                unsigned char const* key, std::string const& row) {
  INLOOP_ASSERT(sealed.size() == nonce_bytes + plain.size() + tag_bytes);
  auto const locked = sealed.subspan(nonce_bytes);
  if (crypto_aead_xchacha20poly1305_ietf_decrypt(plain.data(), nullptr, nullptr, bytes_of(locked),
                                                 locked.size(), bytes_of(row), row.size(),
                                                 bytes_of(sealed.first(nonce_bytes)), key) != 0)
    return failure("{} was locked with another key, for another row, or is damaged", row);
  return {};
}

std::string row_of_key(core::SessionId session) {
  return fmt::format("name_key|{}|wrapped", session);
}

std::string row_of_name(SignUpId sign_up) {
  return fmt::format("sign_up|{}|first_name", sign_up);
}

}  // namespace

class NameVault::Impl {
 public:
  Impl(std::filesystem::path key_file, Guarded key)
      : m_key_file(std::move(key_file)), m_key(std::move(key)) {}

  [[nodiscard]] unsigned char const* key() const { return m_key.get(); }

  [[nodiscard]] Result<Guarded> data_key(NamePlace const& place) const {
    auto data_key = guarded(key_bytes);
    if (!data_key) return data_key;
    auto const unlocked =
        unlock({data_key->get(), key_bytes}, place.key, key(), row_of_key(place.session));
    if (!unlocked) return tl::unexpected(unlocked.error());
    return data_key;
  }

  [[nodiscard]] Result<> renew() {
    auto key = make_key_file(m_key_file);
    if (!key) return tl::unexpected(key.error());
    m_key = std::move(*key);
    return {};
  }

 private:
  std::filesystem::path m_key_file;
  Guarded m_key;
};

NameVault::NameVault(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
NameVault::NameVault(NameVault&&) noexcept = default;
NameVault& NameVault::operator=(NameVault&&) noexcept = default;
NameVault::~NameVault() = default;

Result<NameVault> NameVault::open(std::filesystem::path const& key_file) {
  auto key = open_key_file(key_file);
  if (!key) return tl::unexpected(key.error());
  return NameVault(std::make_unique<Impl>(key_file, std::move(*key)));
}

Result<WrappedKey> NameVault::make_key(core::SessionId session, RandomSource& random) const {
  auto data_key = guarded(key_bytes);
  if (!data_key) return tl::unexpected(data_key.error());
  auto const drawn = random.fill(std::as_writable_bytes(std::span(data_key->get(), key_bytes)));
  if (!drawn) return tl::unexpected(drawn.error());
  WrappedKey wrapped{};
  auto const locked =
      lock(wrapped, {data_key->get(), key_bytes}, m_impl->key(), row_of_key(session), random);
  if (!locked) return tl::unexpected(locked.error());
  return wrapped;
}

bool NameVault::opens(core::SessionId session, WrappedKey const& key) const {
  return m_impl->data_key({.session = session, .sign_up = 0, .key = key}).has_value();
}

Result<SealedName> NameVault::seal(std::string const& name, NamePlace const& place,
                                   RandomSource& random) const {
  INLOOP_ASSERT(name.size() <= greatest_name_bytes);
  auto const data_key = m_impl->data_key(place);
  if (!data_key) return tl::unexpected(data_key.error());
  auto const padded = guarded(padded_name_bytes);
  if (!padded) return tl::unexpected(padded.error());
  std::memcpy(padded->get(), name.data(), name.size());
  auto const fitted =
      sodium_pad(nullptr, padded->get(), name.size(), padded_name_bytes, padded_name_bytes);
  INLOOP_ASSERT(fitted == 0);
  SealedName sealed{};
  auto const locked = lock(sealed, {padded->get(), padded_name_bytes}, data_key->get(),
                           row_of_name(place.sign_up), random);
  if (!locked) return tl::unexpected(locked.error());
  return sealed;
}

Result<std::string> NameVault::unseal(SealedName const& sealed, NamePlace const& place) const {
  auto const data_key = m_impl->data_key(place);
  if (!data_key) return tl::unexpected(data_key.error());
  auto const padded = guarded(padded_name_bytes);
  if (!padded) return tl::unexpected(padded.error());
  auto const row = row_of_name(place.sign_up);
  auto const unlocked = unlock({padded->get(), padded_name_bytes}, sealed, data_key->get(), row);
  if (!unlocked) return tl::unexpected(unlocked.error());
  std::size_t bytes = 0;
  if (sodium_unpad(&bytes, padded->get(), padded_name_bytes, padded_name_bytes) != 0)
    return failure("{} holds no name", row);
  return std::string(reinterpret_cast<char const*>(padded->get()), bytes);
}

Result<> NameVault::renew() {
  return m_impl->renew();
}

}  // namespace inloop::store
