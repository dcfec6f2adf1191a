#pragma once
// First names, locked so that destroying a small key destroys them wherever they were copied. Each
// session has a data key; the vault's master key, which is in a file of its own and never in the
// database, wraps it. Not where names are kept: that is sign_ups_table.h. Store thread.
//
// The database and the master key together can read the names of sessions that are not forgotten;
// either alone can read none. Backups have neither names nor data keys (backup.h). A damaged file
// that was moved aside still has them: mending.h therefore renews the master key first.
//
// XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha, libsodium); the random nonce stands in front. Bound
// to its row, so that no name can be moved to another sign-up: "sign_up|<row id>|first_name", and
// "name_key|<session id>|wrapped" for a data key.

#include <array>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>

#include "kiosk/base/random_source.h"
#include "kiosk/base/result.h"
#include "kiosk/core/activities.h"

namespace inloop::store {

// All names are filled up to the same size, which would tell something about them otherwise.
inline constexpr std::size_t padded_name_bytes = 96;
inline constexpr std::size_t greatest_name_bytes = padded_name_bytes - 1;

using WrappedKey = std::array<std::byte, 24 + 32 + 16>;
using SealedName = std::array<std::byte, 24 + padded_name_bytes + 16>;

using SignUpId = std::int64_t;

// Which data key, and of which row the name is.
struct NamePlace {
  core::SessionId session = 0;
  SignUpId sign_up = 0;
  WrappedKey key{};
};

class NameVault {
 public:
  // Reads the master key: 32 bytes, in a file that is its owner's alone (mode 0400 or 0600). Where
  // there is none, makes one, durably, in a folder that is its owner's alone as well.
  [[nodiscard]] static Result<NameVault> open(std::filesystem::path const& key_file);
  NameVault(NameVault&&) noexcept;
  NameVault& operator=(NameVault&&) noexcept;
  ~NameVault();

  // A new data key for a session, wrapped. Fails when randomness does.
  [[nodiscard]] Result<WrappedKey> make_key(core::SessionId session, RandomSource& random) const;

  // Whether the data key is of this session and this master key.
  [[nodiscard]] bool opens(core::SessionId session, WrappedKey const& key) const;

  // `name` has at most greatest_name_bytes. Fail when the key was wrapped with another master key
  // or for another row.
  [[nodiscard]] Result<SealedName> seal(std::string const& name, NamePlace const& place,
                                        RandomSource& random) const;
  [[nodiscard]] Result<std::string> unseal(SealedName const& sealed, NamePlace const& place) const;

  // Puts a new master key in the place of the old one, in the file, too: whatever the old one
  // locked is noise from now on. Fails with the old key still in use.
  [[nodiscard]] Result<> renew();

 private:
  class Impl;
  explicit NameVault(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> m_impl;
};

}  // namespace inloop::store
