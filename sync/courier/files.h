#pragma once
// The disk as the worker sees it: the hatch, and one small file of its own. An interface, so that
// tests can fill the disk and cut the power. The courier's only thread.

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "kiosk/base/result.h"
#include "sync/outbox/outbox.h"

namespace inloop::courier {

class Files {
 public:
  virtual ~Files() = default;

  [[nodiscard]] virtual Result<outbox::Listing> list_new() = 0;
  [[nodiscard]] virtual Result<std::string> read_event(outbox::EventFile const& event) = 0;
  [[nodiscard]] virtual Result<bool> has_receipt(std::string_view id) = 0;

  // Both are durable when they return.
  [[nodiscard]] virtual Result<> write_receipt(std::string_view id, std::string_view receipt) = 0;
  [[nodiscard]] virtual Result<> write_state(std::string_view text) = 0;

  // Nothing when there is none yet.
  [[nodiscard]] virtual Result<std::optional<std::string>> read_state() = 0;

  // Moves an unreadable state aside, over the one that was moved there before.
  [[nodiscard]] virtual Result<> set_state_aside() = 0;
};

// The real one. `state_folder` belongs to the courier alone.
[[nodiscard]] std::unique_ptr<Files> folder_files(outbox::Folders folders,
                                                  std::filesystem::path state_folder);

// Held as long as a courier works on a state folder. The kernel lets go of it when the process
// ends, however it ends.
class FolderLock {
 public:
  // Whether somebody has it, without taking it: looking must not stop a courier from starting.
  [[nodiscard]] static bool is_taken(std::filesystem::path const& state_folder);

  // Fails when another courier has it.
  [[nodiscard]] static Result<FolderLock> take(std::filesystem::path const& state_folder);
  FolderLock(FolderLock&& other) noexcept;
  FolderLock& operator=(FolderLock&&) = delete;
  ~FolderLock();

 private:
  explicit FolderLock(int descriptor) : m_descriptor(descriptor) {}

  int m_descriptor;
};

}  // namespace inloop::courier
