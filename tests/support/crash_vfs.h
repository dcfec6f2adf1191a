#pragma once
// Puts a CrashDisk under SQLite, as a VFS of its own name. Locks always succeed: one connection at
// a time is the test's to hold. One thread.

#include <memory>
#include <string>

#include "tests/support/crash_disk.h"

namespace inloop::test {

class CrashVfs {
 public:
  // The disk outlives the VFS, and the VFS every connection that uses it.
  explicit CrashVfs(CrashDisk& disk);
  ~CrashVfs();
  CrashVfs(CrashVfs const&) = delete;
  CrashVfs& operator=(CrashVfs const&) = delete;

  [[nodiscard]] std::string const& name() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> m_impl;
};

}  // namespace inloop::test
