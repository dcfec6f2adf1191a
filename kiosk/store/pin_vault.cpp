#include "kiosk/store/pin_vault.h"

#include <span>
#include <string>

#include <fmt/format.h>
#include <sodium.h>

#include "kiosk/base/assert.h"
#include "kiosk/store/key_file.h"

namespace inloop::store {
namespace {

constexpr std::size_t salt_bytes = crypto_pwhash_SALTBYTES;
constexpr std::size_t hash_bytes = 32;
constexpr std::size_t code_salt_bytes = 32;
static_assert(sizeof(SealedPin) == salt_bytes + hash_bytes);
static_assert(sizeof(SealedCode) == code_salt_bytes + hash_bytes);
static_assert(crypto_kdf_KEYBYTES == key_file_bytes);

// The key file opens two things, each with a key of its own (libsodium's key derivation).
constexpr char const kdf_context[] = "inlpdoor";
static_assert(sizeof kdf_context == crypto_kdf_CONTEXTBYTES + 1);
enum class Use : std::uint64_t { Pins = 1, Audit = 2 };

unsigned char* bytes_of(std::span<std::byte> bytes) {
  return reinterpret_cast<unsigned char*>(bytes.data());
}
unsigned char const* bytes_of(std::span<std::byte const> bytes) {
  return reinterpret_cast<unsigned char const*>(bytes.data());
}
unsigned char const* bytes_of(std::string_view text) {
  return reinterpret_cast<unsigned char const*>(text.data());
}

PinVault::Match match_of(bool same) {
  return same ? PinVault::Match::Yes : PinVault::Match::No;
}

// BLAKE2b of a code, keyed with its salt.
void hash_code(std::span<std::byte> hash, std::span<std::byte const> salt, std::string_view code) {
  INLOOP_ASSERT(code.size() == core::host::code_characters);
  auto const hashed = crypto_generichash(bytes_of(hash), hash.size(), bytes_of(code), code.size(),
                                         bytes_of(salt), salt.size());
  INLOOP_ASSERT(hashed == 0);
}

Result<Guarded> derived(unsigned char const* key, Use use) {
  auto own = guarded(key_file_bytes);
  if (!own) return own;
  crypto_kdf_derive_from_key(own->get(), key_file_bytes, static_cast<std::uint64_t>(use),
                             kdf_context, key);
  return own;
}

}  // namespace

class PinVault::Impl {
 public:
  Impl(Guarded pepper, Guarded audit_key, PinCost const& cost)
      : m_pepper(std::move(pepper)), m_audit_key(std::move(audit_key)), m_cost(cost) {}

  // Argon2id of the peppered PIN.
  [[nodiscard]] Result<> hash_pin(std::span<std::byte> hash, std::span<std::byte const> salt,
                                  core::host::HostPicture picture, std::string_view pin) const {
    auto const peppered = guarded(crypto_generichash_BYTES_MAX);
    if (!peppered) return tl::unexpected(peppered.error());
    auto const whose = fmt::format("host|{}|pin|", picture);
    crypto_generichash_state state;
    crypto_generichash_init(&state, m_pepper.get(), key_file_bytes, crypto_generichash_BYTES_MAX);
    crypto_generichash_update(&state, bytes_of(whose), whose.size());
    crypto_generichash_update(&state, bytes_of(pin), pin.size());
    crypto_generichash_final(&state, peppered->get(), crypto_generichash_BYTES_MAX);
    sodium_memzero(&state, sizeof state);
    if (crypto_pwhash(bytes_of(hash), hash.size(), reinterpret_cast<char*>(peppered->get()),
                      crypto_generichash_BYTES_MAX, bytes_of(salt), m_cost.passes,
                      m_cost.memory_bytes, crypto_pwhash_ALG_ARGON2ID13) != 0)
      return failure("there is no memory for {} bytes of Argon2id", m_cost.memory_bytes);
    return {};
  }

  [[nodiscard]] unsigned char const* audit_key() const { return m_audit_key.get(); }

 private:
  Guarded m_pepper;
  Guarded m_audit_key;
  PinCost m_cost;
};

PinVault::PinVault(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
PinVault::PinVault(PinVault&&) noexcept = default;
PinVault& PinVault::operator=(PinVault&&) noexcept = default;
PinVault::~PinVault() = default;

Result<PinVault> PinVault::open(std::filesystem::path const& key_file, PinCost const& cost) {
  auto const key = open_key_file(key_file);
  if (!key) return tl::unexpected(key.error());
  auto pepper = derived(key->get(), Use::Pins);
  if (!pepper) return tl::unexpected(pepper.error());
  auto audit_key = derived(key->get(), Use::Audit);
  if (!audit_key) return tl::unexpected(audit_key.error());
  return PinVault(std::make_unique<Impl>(std::move(*pepper), std::move(*audit_key), cost));
}

Result<SealedPin> PinVault::seal(core::host::HostPicture picture, std::string_view pin,
                                 RandomSource& random) const {
  SealedPin sealed{};
  auto const salt = std::span(sealed).first(salt_bytes);
  if (auto const drawn = random.fill(salt); !drawn) return tl::unexpected(drawn.error());
  auto const hashed = m_impl->hash_pin(std::span(sealed).subspan(salt_bytes), salt, picture, pin);
  if (!hashed) return tl::unexpected(hashed.error());
  return sealed;
}

Result<PinVault::Match> PinVault::compare(std::optional<SealedPin> const& sealed,
                                          core::host::HostPicture picture,
                                          std::string_view pin) const {
  auto const known = sealed.value_or(SealedPin{});
  std::array<std::byte, hash_bytes> hash{};
  auto const hashed = m_impl->hash_pin(hash, std::span(known).first(salt_bytes), picture, pin);
  if (!hashed) return tl::unexpected(hashed.error());
  auto const kept = std::span(known).subspan(salt_bytes);
  bool const same = sodium_memcmp(hash.data(), kept.data(), hash_bytes) == 0;
  return match_of(same && sealed.has_value());
}

Result<SealedCode> PinVault::seal_code(std::string_view code, RandomSource& random) const {
  SealedCode sealed{};
  auto const salt = std::span(sealed).first(code_salt_bytes);
  if (auto const drawn = random.fill(salt); !drawn) return tl::unexpected(drawn.error());
  hash_code(std::span(sealed).subspan(code_salt_bytes), salt, code);
  return sealed;
}

PinVault::Match PinVault::compare_code(SealedCode const& sealed, std::string_view code) const {
  std::array<std::byte, hash_bytes> hash{};
  hash_code(hash, std::span(sealed).first(code_salt_bytes), code);
  auto const kept = std::span(sealed).subspan(code_salt_bytes);
  return match_of(sodium_memcmp(hash.data(), kept.data(), hash_bytes) == 0);
}

AuditLink PinVault::link_after(AuditLink const& before, std::string_view row) const {
  AuditLink link{};
  crypto_generichash_state state;
  crypto_generichash_init(&state, m_impl->audit_key(), key_file_bytes, link.size());
  crypto_generichash_update(&state, bytes_of(before), before.size());
  crypto_generichash_update(&state, bytes_of(row), row.size());
  crypto_generichash_final(&state, bytes_of(std::span<std::byte>(link)), link.size());
  sodium_memzero(&state, sizeof state);
  return link;
}

// Thirty-two letters divide the values of a byte evenly, so none is likelier than another.
Result<std::string> draw_code(RandomSource& random) {
  static_assert(256 % core::host::code_alphabet.size() == 0);
  std::array<std::byte, core::host::code_characters> bytes{};
  if (auto const drawn = random.fill(bytes); !drawn) return tl::unexpected(drawn.error());
  std::string code;
  for (auto const one : bytes)
    code += core::host::code_alphabet[std::to_integer<std::size_t>(one) %
                                      core::host::code_alphabet.size()];
  return code;
}

}  // namespace inloop::store
