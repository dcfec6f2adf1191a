#pragma once
// The lock on backups that leave the house: anybody may close it, only the recovery code opens it.
// So a host makes a backup with one tap and without any secret, and the paper with the code, which
// the coordinator keeps anyway, is all that a new machine needs. Any thread.
//
// The code's hundred random bits and a salt give, through BLAKE2b, the seed of an X25519 key pair
// (libsodium's crypto_box). The kiosk keeps the public half and the salt; each backup has a random
// key of its own, sealed for the public half (crypto_box_seal).

#include <array>
#include <cstddef>
#include <memory>
#include <span>
#include <string_view>

#include "kiosk/base/random_source.h"
#include "kiosk/base/result.h"
#include "kiosk/store/key_file.h"

namespace inloop::store {

inline constexpr std::size_t file_key_bytes = 32;

struct BackupLock {
  std::array<std::byte, 16> salt{};
  std::array<std::byte, 32> public_key{};

  bool operator==(BackupLock const&) const = default;
};

// `code` as core::host::code_from() gives it. Fails when there is no randomness.
[[nodiscard]] Result<BackupLock> make_backup_lock(std::string_view code, RandomSource& random);

using SealedFileKey = std::array<std::byte, file_key_bytes + 48>;

// A new key for one backup, and the same sealed: the key never leaves the memory.
struct ClosedLock {
  Guarded file_key;
  SealedFileKey sealed{};
};

[[nodiscard]] Result<ClosedLock> close_lock(BackupLock const& lock);

enum class Opened { No, Yes };

struct OpenedLock {
  Opened opened = Opened::No;  // No: this is not the code that the backup was made for
  Guarded file_key;
};

[[nodiscard]] Result<OpenedLock> open_lock(std::span<std::byte const, 16> salt,
                                           SealedFileKey const& sealed, std::string_view code);

}  // namespace inloop::store
