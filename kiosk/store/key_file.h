#pragma once
// A secret of 32 bytes that has a file of its own, never in the database, and the memory it is held
// in. What it locks is its owner's business: name_vault.h, pin_vault.h. Any thread.

#include <cstddef>
#include <filesystem>
#include <memory>

#include "kiosk/base/result.h"

namespace inloop::store {

inline constexpr std::size_t key_file_bytes = 32;

// Memory that is kept out of swap and core dumps, and wiped when it is given back.
struct GiveBack {
  void operator()(unsigned char* memory) const;
};
using Guarded = std::unique_ptr<unsigned char, GiveBack>;

// Fails when there is none.
[[nodiscard]] Result<Guarded> guarded(std::size_t bytes);

// Reads the key of a file that is its owner's alone (mode 0400 or 0600). Where there is none, makes
// one, durably, in a folder that is its owner's alone as well. Starts libsodium.
[[nodiscard]] Result<Guarded> open_key_file(std::filesystem::path const& key_file);

// Puts a new key in the place of the old one: a power cut leaves a whole key, or the one before.
[[nodiscard]] Result<Guarded> make_key_file(std::filesystem::path const& key_file);

}  // namespace inloop::store
