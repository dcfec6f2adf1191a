#include "sync/collector/file_lock.h"

#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace inloop::collector {

Result<FileLock> FileLock::take(std::filesystem::path const& file) {
  int const descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (descriptor < 0) return failure("cannot open {}: {}", file.string(), std::strerror(errno));
  FileLock lock(descriptor);
  while (::flock(descriptor, LOCK_EX) != 0) {
    if (errno != EINTR) return failure("cannot lock {}: {}", file.string(), std::strerror(errno));
  }
  return lock;
}

FileLock::FileLock(FileLock&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1)) {}

FileLock::~FileLock() {
  if (m_descriptor >= 0) ::close(m_descriptor);  // which also lets go of the lock
}

}  // namespace inloop::collector
