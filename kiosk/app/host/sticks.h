#pragma once
// Which USB sticks are there to write to and to read from: those that the house's rule for sticks
// has mounted (deploy/systemd). It mounts nothing itself, and never takes the disk that the system
// is on for a stick. Any thread.

#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

#include "kiosk/app/host/files.h"
#include "kiosk/base/result.h"

namespace inloop::app::host {

inline constexpr std::size_t most_sticks = 4;
inline constexpr std::size_t most_mounts = 1'000;  // lines of mountinfo that are looked at

// Where the kernel says what is mounted; tests bring their own.
struct MountSources {
  std::filesystem::path mounts = "/proc/self/mountinfo";
  std::filesystem::path block_devices = "/sys/dev/block";
  // Only what is mounted below one of these is a stick: the first by our own rule, the others by
  // whatever desktop an operator tries the kiosk on.
  std::vector<std::filesystem::path> stick_folders{"/run/inloop-sticks", "/run/media", "/media"};

  bool operator==(MountSources const&) const = default;
};

enum class Access { ReadOnly, Writable };

struct Stick {
  std::filesystem::path folder;
  Access access = Access::Writable;
  std::uintmax_t free_bytes = 0;
  std::uintmax_t total_bytes = 0;

  bool operator==(Stick const&) const = default;
};

// In the order of their mounting, at most most_sticks; none is no error. A stick that goes away
// meanwhile is left out.
[[nodiscard]] Result<std::vector<Stick>> find_sticks(MountSources const& sources);

// The same for a host who waits for one: that there is none is a failure here.
[[nodiscard]] StickResult<std::vector<Stick>> sticks_to_read(MountSources const& sources);

// The first that can be written to.
[[nodiscard]] StickResult<Stick> stick_to_write_to(MountSources const& sources);

}  // namespace inloop::app::host
