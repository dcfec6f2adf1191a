#pragma once
// A backup that leaves the house: files in one stream that nobody can read without the recovery
// code, and of which no byte can be changed, lost or added unnoticed. Where the bytes go to or come
// from is the caller's. Any thread.
//
// "INLOOPB1", salt and sealed key (backup_lock.h), then libsodium's secretstream (XChaCha20 and
// Poly1305) in chunks of 64 KiB, the last one marked as such. Inside: for each file the length of
// its name in a byte, the name, its size in eight bytes (little end first), its bytes; a zero ends.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/store/backup_lock.h"

namespace inloop::store {

inline constexpr std::size_t most_sealed_files = 8;
inline constexpr std::uintmax_t greatest_sealed_bytes = std::uintmax_t{2} << 30;

// Takes all the bytes it is given, or fails.
using ByteSink = std::function<Result<>(std::span<std::byte const> bytes)>;
// Fills as many bytes as there are, fewer only at the end; says how many.
using ByteSource = std::function<Result<std::size_t>(std::span<std::byte> bytes)>;
using TellBytes = std::function<void(std::uintmax_t done, std::uintmax_t total)>;

struct FileToSeal {
  std::string name;  // what it is called inside, at most 100 letters
  std::filesystem::path file;

  bool operator==(FileToSeal const&) const = default;
};

// Returns the key with which check_sealed() reads back what was written; it dies with the backup.
[[nodiscard]] Result<Guarded> seal_files(std::vector<FileToSeal> const& files,
                                         BackupLock const& lock, ByteSink const& sink,
                                         TellBytes const& tell);

// Reads a backup back to its end, and keeps nothing. Fails when a byte of it is not as written.
[[nodiscard]] Result<> check_sealed(Guarded const& file_key, ByteSource const& source,
                                    TellBytes const& tell);

enum class CodeFits { No, Yes };

// Takes the files out into `folder`, which is its owner's alone, each under its name inside: only
// those in `expected` are let in. Where it fails, what is there is not to be believed.
[[nodiscard]] Result<CodeFits> open_sealed(std::string_view code, ByteSource const& source,
                                           std::filesystem::path const& folder,
                                           std::vector<std::string> const& expected);

}  // namespace inloop::store
