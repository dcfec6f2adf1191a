#pragma once
// The few steps of POSIX by which a small file appears whole or not at all, and by which a file is
// read that somebody else may have put there. Knows nothing of events. Any thread.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/result.h"

namespace inloop::outbox {

// A file under way has this at the end of its name; what a crash leaves is recognised by it.
inline constexpr std::string_view temporary_suffix = ".tmp";

inline constexpr std::string_view damaged_suffix = ".damaged";

inline constexpr std::size_t most_entries = 4096;  // of a folder that is listed

struct Entry {
  std::string name;
  bool is_regular = false;  // a file, no link and no folder
  std::uintmax_t size_bytes = 0;

  bool operator==(Entry const&) const = default;
};

// Everything in the folder, sorted by name. Fails beyond most_entries.
[[nodiscard]] Result<std::vector<Entry>> list_folder(std::filesystem::path const& folder);

// A regular file that is no link, of at most `most_bytes`.
[[nodiscard]] Result<std::string> read_file(std::filesystem::path const& file,
                                            std::size_t most_bytes);

// Is there an entry of that name, of whatever kind?
[[nodiscard]] Result<bool> is_present(std::filesystem::path const& file);

// The folder's own list of names survives a power cut when this returns.
[[nodiscard]] Result<> make_durable(std::filesystem::path const& folder);

// Makes the folder where there is none; what it lies in must be there.
[[nodiscard]] Result<> make_folder(std::filesystem::path const& folder);

// Succeeds also when there is no such file.
[[nodiscard]] Result<> remove_file(std::filesystem::path const& file);

// Gives the file a name that ends in damaged_suffix, over an earlier one of that name.
[[nodiscard]] Result<> set_aside(std::filesystem::path const& file);

// Durable when it returns: temporary name, fsync, rename, fsync of the folder; mode 0440.
// Fails when the name is taken, so that nothing is ever overwritten.
[[nodiscard]] Result<> write_new_file(std::filesystem::path const& folder, std::string const& name,
                                      std::string_view bytes);

// Durable when it returns. The folders lie on one file system; the name must be free in `to`.
[[nodiscard]] Result<> move_file(std::filesystem::path const& from, std::filesystem::path const& to,
                                 std::string const& name);

}  // namespace inloop::outbox
