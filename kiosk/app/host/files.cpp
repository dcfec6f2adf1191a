#include "kiosk/app/host/files.h"

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace inloop::app::host {
namespace {

constexpr std::size_t longest_name = 80;
constexpr std::size_t step_bytes = std::size_t{256} << 10;

tl::unexpected<StickFailure> stick_failure(std::string_view what, std::filesystem::path const& path,
                                           int error_number) {
  return tl::unexpected(StickFailure{
      trouble_of(error_number), Error{fmt::format("cannot {} {}: {}", what, path.string(),
                                                  std::generic_category().message(error_number))}});
}

// Nobody but the kiosk reads what is half written; on FAT it makes no difference.
constexpr mode_t file_mode = S_IRUSR | S_IWUSR | S_IRGRP | S_IROTH;
constexpr mode_t folder_mode = S_IRWXU | S_IRGRP | S_IXGRP | S_IROTH | S_IXOTH;

StickResult<> sync_folder(std::filesystem::path const& folder) {
  int const descriptor = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return stick_failure("open", folder, errno);
  auto const trouble = fsync(descriptor) == 0 ? 0 : errno;
  close(descriptor);
  if (trouble != 0) return stick_failure("sync", folder, trouble);
  return {};
}

bool is_plain(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
         (letter >= '0' && letter <= '9') || letter == '-' || letter == '.';
}

}  // namespace

StickTrouble trouble_of(int error_number) {
  switch (error_number) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return StickTrouble::Full;
    case EROFS:
    case EACCES:
    case EPERM:
      return StickTrouble::ReadOnly;
    case EIO:
    case ENODEV:
    case ENXIO:
    case ENOENT:
    case ESTALE:
    case ENOTCONN:
      return StickTrouble::PulledOut;
    default:
      return StickTrouble::Unknown;
  }
}

std::string file_name_from(std::string_view text) {
  std::string name(text.substr(0, longest_name));
  std::ranges::replace_if(
      name, [](char letter) { return !is_plain(letter); }, '-');
  // A name with a dot in front is hidden, and "." and ".." are no files.
  if (name.empty() || name.front() == '.') name.insert(name.begin(), '-');
  return name;
}

StickResult<StickFile> StickFile::create(std::filesystem::path const& folder,
                                         std::string const& name) {
  if (mkdir(folder.c_str(), folder_mode) != 0 && errno != EEXIST)
    return stick_failure("make", folder, errno);
  auto path = folder / name;
  auto unfinished = folder / (name + ".unfinished");
  int const descriptor =
      open(unfinished.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, file_mode);
  if (descriptor < 0) return stick_failure("create", unfinished, errno);
  return StickFile(std::move(path), std::move(unfinished), descriptor);
}

StickFile::StickFile(StickFile&& other) noexcept
    : m_path(std::move(other.m_path)),
      m_unfinished(std::move(other.m_unfinished)),
      m_descriptor(std::exchange(other.m_descriptor, -1)) {}

StickFile::~StickFile() {
  if (m_descriptor < 0) return;
  close(m_descriptor);
  unlink(m_unfinished.c_str());
}

StickResult<> StickFile::write(std::span<std::byte const> bytes) {
  while (!bytes.empty()) {
    auto const written = ::write(m_descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return stick_failure("write", m_unfinished, errno);
    bytes = bytes.subspan(static_cast<std::size_t>(written));
  }
  return {};
}

StickResult<std::filesystem::path> StickFile::finish() {
  if (fsync(m_descriptor) != 0) return stick_failure("sync", m_unfinished, errno);
  // What is read back after this comes from the stick, not from what we remember of it.
  posix_fadvise(m_descriptor, 0, 0, POSIX_FADV_DONTNEED);
  if (close(std::exchange(m_descriptor, -1)) != 0) {
    auto const trouble = errno;
    unlink(m_unfinished.c_str());
    return stick_failure("close", m_unfinished, trouble);
  }
  if (rename(m_unfinished.c_str(), m_path.c_str()) != 0) {
    auto const trouble = errno;
    unlink(m_unfinished.c_str());
    return stick_failure("rename", m_unfinished, trouble);
  }
  if (auto const synced = sync_folder(m_path.parent_path()); !synced)
    return tl::unexpected(synced.error());
  return m_path;
}

StickResult<std::filesystem::path> write_to_stick(std::filesystem::path const& folder,
                                                  std::string const& name, std::string_view bytes,
                                                  TellProgress const& tell_progress) {
  auto file = StickFile::create(folder, name);
  if (!file) return tl::unexpected(file.error());
  auto const all = std::as_bytes(std::span(bytes));
  for (std::size_t done = 0; done < all.size();) {
    auto const step = all.subspan(done, std::min(step_bytes, all.size() - done));
    if (auto const written = file->write(step); !written) return tl::unexpected(written.error());
    done += step.size();
    tell_progress(done, all.size());
  }
  return file->finish();
}

}  // namespace inloop::app::host
