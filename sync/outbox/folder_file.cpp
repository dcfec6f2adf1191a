#include "sync/outbox/folder_file.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <span>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "kiosk/base/descriptor.h"

namespace inloop::outbox {
namespace {

auto system_failure(std::string_view verb, std::filesystem::path const& path) {
  return failure("cannot {} {}: {}", verb, path.string(), std::strerror(errno));
}

Result<> write_all(int descriptor, std::string_view bytes, std::filesystem::path const& file) {
  while (!bytes.empty()) {
    auto const written = write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return system_failure("write", file);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return {};
}

// Plain rename() would replace in silence what is there.
Result<> rename_to_free_name(std::filesystem::path const& from, std::filesystem::path const& to) {
  if (renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) != 0)
    return system_failure("rename a file to", to);
  return {};
}

// The temporary file, durable and readable for the group, or nothing of it.
Result<> write_temporary(std::filesystem::path const& file, std::string_view bytes) {
  constexpr auto flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
  Descriptor const descriptor(open(file.c_str(), flags, 0440));
  if (!descriptor.is_open()) return system_failure("create", file);
  if (auto const written = write_all(descriptor.number(), bytes, file); !written) return written;
  // Whatever the umask of the service: the other side must be able to read it.
  if (fchmod(descriptor.number(), 0440) != 0) return system_failure("set the mode of", file);
  if (fsync(descriptor.number()) != 0) return system_failure("make durable", file);
  return {};
}

Entry entry_of(int folder, std::string name) {
  struct stat facts {};
  if (fstatat(folder, name.c_str(), &facts, AT_SYMLINK_NOFOLLOW) != 0)
    return {std::move(name), false, 0};  // gone meanwhile
  return {std::move(name), S_ISREG(facts.st_mode), static_cast<std::uintmax_t>(facts.st_size)};
}

}  // namespace

Result<> make_durable(std::filesystem::path const& folder) {
  Descriptor const descriptor(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!descriptor.is_open()) return system_failure("open", folder);
  if (fsync(descriptor.number()) != 0) return system_failure("make durable", folder);
  return {};
}

Result<> remove_file(std::filesystem::path const& file) {
  if (unlink(file.c_str()) != 0 && errno != ENOENT) return system_failure("remove", file);
  return {};
}

Result<> set_aside(std::filesystem::path const& file) {
  auto const aside = file.string() + std::string(damaged_suffix);
  if (rename(file.c_str(), aside.c_str()) != 0) return system_failure("set aside", file);
  return {};
}

Result<> make_folder(std::filesystem::path const& folder) {
  if (mkdir(folder.c_str(), 0750) == 0) return make_durable(folder.parent_path());
  if (errno == EEXIST) return {};
  return system_failure("make", folder);
}

Result<std::vector<Entry>> list_folder(std::filesystem::path const& folder) {
  std::unique_ptr<DIR, int (*)(DIR*)> const stream(opendir(folder.c_str()), closedir);
  if (!stream) return system_failure("list", folder);
  std::vector<Entry> entries;
  for (errno = 0; auto const* item = readdir(stream.get()); errno = 0) {
    std::string name(item->d_name);
    if (name == "." || name == "..") continue;
    if (entries.size() == most_entries)
      return failure("{} holds more than {} entries", folder.string(), most_entries);
    entries.push_back(entry_of(dirfd(stream.get()), std::move(name)));
  }
  if (errno != 0) return system_failure("list", folder);
  std::ranges::sort(entries, {}, &Entry::name);
  return entries;
}

Result<std::string> read_file(std::filesystem::path const& file, std::size_t most_bytes) {
  // O_NONBLOCK: a pipe that somebody put there must not hold us for ever.
  Descriptor const descriptor(open(file.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  if (!descriptor.is_open()) return system_failure("open", file);
  struct stat facts {};
  if (fstat(descriptor.number(), &facts) != 0) return system_failure("look at", file);
  if (!S_ISREG(facts.st_mode)) return failure("{} is not a plain file", file.string());

  // One byte more than allowed shows that there is more, even when the file grows meanwhile.
  std::string bytes(most_bytes + 1, '\0');
  std::size_t length = 0;
  while (length < bytes.size()) {
    auto const space = std::span(bytes).subspan(length);
    auto const got = read(descriptor.number(), space.data(), space.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return system_failure("read", file);
    if (got == 0) break;
    length += static_cast<std::size_t>(got);
  }
  if (length > most_bytes) return failure("{} is larger than {} bytes", file.string(), most_bytes);
  bytes.resize(length);
  return bytes;
}

Result<bool> is_present(std::filesystem::path const& file) {
  struct stat facts {};
  if (lstat(file.c_str(), &facts) == 0) return true;
  if (errno == ENOENT) return false;
  return system_failure("look at", file);
}

Result<> write_new_file(std::filesystem::path const& folder, std::string const& name,
                        std::string_view bytes) {
  auto const temporary = folder / (name + std::string(temporary_suffix));
  // What a crash left under this name was never finished, so nobody has relied on it.
  if (auto const cleared = remove_file(temporary); !cleared) return cleared;
  if (auto const written = write_temporary(temporary, bytes); !written) {
    unlink(temporary.c_str());
    return written;
  }
  if (auto const moved = rename_to_free_name(temporary, folder / name); !moved) {
    unlink(temporary.c_str());
    return moved;
  }
  return make_durable(folder);
}

Result<> move_file(std::filesystem::path const& from, std::filesystem::path const& to,
                   std::string const& name) {
  if (auto const moved = rename_to_free_name(from / name, to / name); !moved) return moved;
  // The new name first: a power cut between the two may show the file twice, never not at all.
  if (auto const synced = make_durable(to); !synced) return synced;
  return make_durable(from);
}

}  // namespace inloop::outbox
