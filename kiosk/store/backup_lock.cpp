#include "kiosk/store/backup_lock.h"

#include <algorithm>

#include <sodium.h>

namespace inloop::store {
namespace {

static_assert(file_key_bytes == crypto_secretstream_xchacha20poly1305_KEYBYTES);
static_assert(sizeof(SealedFileKey) == file_key_bytes + crypto_box_SEALBYTES);
static_assert(sizeof(BackupLock::public_key) == crypto_box_PUBLICKEYBYTES);
static_assert(sizeof(BackupLock::salt) == crypto_generichash_blake2b_SALTBYTES);

// Sixteen bytes, as BLAKE2b asks for: the same code makes other keys for other purposes.
constexpr unsigned char purpose[crypto_generichash_blake2b_PERSONALBYTES + 1] = "inloop backup 1 ";

unsigned char const* bytes_of(std::span<std::byte const> bytes) {
  return reinterpret_cast<unsigned char const*>(bytes.data());
}

struct KeyPair {
  std::array<std::byte, crypto_box_PUBLICKEYBYTES> public_key{};
  Guarded secret_key;
};

Result<KeyPair> key_pair_of(std::span<std::byte const, 16> salt, std::string_view code) {
  if (sodium_init() < 0) return failure("libsodium cannot be started");
  if (code.empty()) return failure("there is no recovery code");
  auto seed = guarded(crypto_box_SEEDBYTES);
  if (!seed) return tl::unexpected(seed.error());
  auto secret_key = guarded(crypto_box_SECRETKEYBYTES);
  if (!secret_key) return tl::unexpected(secret_key.error());
  if (crypto_generichash_blake2b_salt_personal(
          seed->get(), crypto_box_SEEDBYTES, reinterpret_cast<unsigned char const*>(code.data()),
          code.size(), nullptr, 0, bytes_of(salt), purpose) != 0)
    return failure("BLAKE2b refused the recovery code");
  KeyPair pair{.secret_key = std::move(*secret_key)};
  if (crypto_box_seed_keypair(reinterpret_cast<unsigned char*>(pair.public_key.data()),
                              pair.secret_key.get(), seed->get()) != 0)
    return failure("no key pair could be made");
  return pair;
}

}  // namespace

Result<BackupLock> make_backup_lock(std::string_view code, RandomSource& random) {
  BackupLock lock;
  if (auto const filled = random.fill(lock.salt); !filled) return tl::unexpected(filled.error());
  auto const pair = key_pair_of(lock.salt, code);
  if (!pair) return tl::unexpected(pair.error());
  lock.public_key = pair->public_key;
  return lock;
}

Result<ClosedLock> close_lock(BackupLock const& lock) {
  if (sodium_init() < 0) return failure("libsodium cannot be started");
  auto key = guarded(file_key_bytes);
  if (!key) return tl::unexpected(key.error());
  crypto_secretstream_xchacha20poly1305_keygen(key->get());
  ClosedLock closed{.file_key = std::move(*key)};
  if (crypto_box_seal(reinterpret_cast<unsigned char*>(closed.sealed.data()), closed.file_key.get(),
                      file_key_bytes, bytes_of(lock.public_key)) != 0)
    return failure("the key of the backup could not be sealed");
  return closed;
}

Result<OpenedLock> open_lock(std::span<std::byte const, 16> salt, SealedFileKey const& sealed,
                             std::string_view code) {
  auto const pair = key_pair_of(salt, code);
  if (!pair) return tl::unexpected(pair.error());
  auto key = guarded(file_key_bytes);
  if (!key) return tl::unexpected(key.error());
  if (crypto_box_seal_open(key->get(), bytes_of(sealed), sealed.size(), bytes_of(pair->public_key),
                           pair->secret_key.get()) != 0)
    return OpenedLock{};
  return OpenedLock{Opened::Yes, std::move(*key)};
}

}  // namespace inloop::store
