#pragma once
// Seals the hosts' PINs and the recovery code, so that neither the database nor the key alone is of
// use for guessing them, and keys the chain of the audit trail. Not where they are kept: that is
// hosts.h and audit.h. Any thread.
//
// PIN: Argon2id (RFC 9106, libsodium) over BLAKE2b of picture and PIN, keyed with a pepper that is
// never in the database. Code: BLAKE2b with a salt, without the pepper: its hundred random bits
// need no slow hash, and it still opens the house on a machine that lost the key file.

#include <array>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>

#include "kiosk/base/random_source.h"
#include "kiosk/base/result.h"
#include "kiosk/core/hosts.h"

namespace inloop::store {

using SealedPin = std::array<std::byte, 16 + 32>;   // salt, hash
using SealedCode = std::array<std::byte, 32 + 32>;  // salt, hash
using AuditLink = std::array<std::byte, 32>;

// What one look at a PIN costs. About 140 ms; tests take less.
struct PinCost {
  std::size_t memory_bytes = std::size_t{64} << 20;
  unsigned passes = 3;
};

class PinVault {
 public:
  // Reads the pepper: 32 bytes, in a file that is its owner's alone (mode 0400 or 0600). Where
  // there is none, makes one, durably, in a folder that is its owner's alone as well.
  [[nodiscard]] static Result<PinVault> open(std::filesystem::path const& key_file,
                                             PinCost const& cost = {});
  PinVault(PinVault&&) noexcept;
  PinVault& operator=(PinVault&&) noexcept;
  ~PinVault();

  // Fail when there is no randomness, or no memory for Argon2id.
  [[nodiscard]] Result<SealedPin> seal(core::host::HostPicture picture, std::string_view pin,
                                       RandomSource& random) const;

  enum class Match { No, Yes };
  // Takes the same time whether or not there is anything to compare with.
  [[nodiscard]] Result<Match> compare(std::optional<SealedPin> const& sealed,
                                      core::host::HostPicture picture, std::string_view pin) const;

  // `code` as core::host::code_from() gives it.
  [[nodiscard]] Result<SealedCode> seal_code(std::string_view code, RandomSource& random) const;
  [[nodiscard]] Match compare_code(SealedCode const& sealed, std::string_view code) const;

  // What a row that says `row` is linked with, after the one with the link `before`.
  [[nodiscard]] AuditLink link_after(AuditLink const& before, std::string_view row) const;

 private:
  class Impl;
  explicit PinVault(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> m_impl;
};

// A new code, of code_characters random letters.
[[nodiscard]] Result<std::string> draw_code(RandomSource& random);

}  // namespace inloop::store
