#pragma once
// A lock between processes on a file of its own, held while the object lives. It says nothing about
// threads of one process. Any thread.

#include <filesystem>

#include "kiosk/base/result.h"

namespace inloop::collector {

class FileLock {
 public:
  // Waits until no other process holds it. The file is made when it is not there.
  [[nodiscard]] static Result<FileLock> take(std::filesystem::path const& file);
  FileLock(FileLock&& other) noexcept;
  FileLock& operator=(FileLock&&) = delete;
  ~FileLock();

 private:
  explicit FileLock(int descriptor) : m_descriptor(descriptor) {}
  int m_descriptor = -1;
};

}  // namespace inloop::collector
