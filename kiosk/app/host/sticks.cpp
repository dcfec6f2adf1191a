#include "kiosk/app/host/sticks.h"

#include <algorithm>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>

namespace inloop::app::host {
namespace {

struct Mount {
  std::string device;  // "8:17"
  std::string root;    // what of the device is mounted: "/" is all of it
  std::filesystem::path folder;
  Access access = Access::Writable;
};

int octal_digit(char letter) {
  return letter >= '0' && letter <= '7' ? letter - '0' : -1;
}

// The kernel writes blanks and backslashes as "\040" (proc(5)).
std::string unescaped(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\\' && at + 3 < text.size()) {
      auto const high = octal_digit(text[at + 1]);
      auto const middle = octal_digit(text[at + 2]);
      auto const low = octal_digit(text[at + 3]);
      if (high >= 0 && high <= 3 && middle >= 0 && low >= 0) {
        result += static_cast<char>(high * 64 + middle * 8 + low);
        at += 3;
        continue;
      }
    }
    result += text[at];
  }
  return result;
}

bool is_read_only(std::string_view options) {
  return options == "ro" || options.starts_with("ro,") || options.ends_with(",ro") ||
         options.find(",ro,") != options.npos;
}

// "36 35 8:17 / /run/inloop-sticks/sdb1 rw,nosuid - vfat /dev/sdb1 rw,flush"
std::optional<Mount> mount_from(std::string const& line) {
  std::istringstream words(line);
  std::string id;
  std::string parent;
  std::string folder;
  std::string options;
  Mount mount;
  if (!(words >> id >> parent >> mount.device >> mount.root >> folder >> options))
    return std::nullopt;
  std::string word;
  while (words >> word && word != "-") {
  }
  std::string kind;
  std::string source;
  std::string super_options;
  if (!(words >> kind >> source >> super_options)) return std::nullopt;
  mount.folder = unescaped(folder);
  if (is_read_only(options) || is_read_only(super_options)) mount.access = Access::ReadOnly;
  return mount;
}

bool is_below(std::filesystem::path const& path, std::filesystem::path const& folder) {
  auto const [left, end] = std::ranges::mismatch(folder, path);
  return left == folder.end() && end != path.end();
}

// A partition says nothing itself; the disk around it does. Disks in a USB case call themselves
// fixed, but hang on the bus of sticks all the same.
bool comes_off(std::filesystem::path const& block_devices, std::string const& device) {
  std::error_code absent;
  auto const place = std::filesystem::canonical(block_devices / device, absent);
  if (absent) return false;
  for (auto const& disk : {place, place.parent_path()}) {
    std::ifstream file(disk / "removable");
    if (char removable = '0'; file.get(removable) && removable == '1') return true;
  }
  return std::ranges::any_of(
      place, [](std::filesystem::path const& part) { return part.string().starts_with("usb"); });
}

}  // namespace

Result<std::vector<Stick>> find_sticks(MountSources const& sources) {
  std::ifstream lines(sources.mounts);
  if (!lines) return failure("cannot read {}", sources.mounts.string());
  std::vector<Stick> sticks;
  std::string line;
  for (std::size_t i = 0; i < most_mounts && std::getline(lines, line); ++i) {
    auto const mount = mount_from(line);
    if (!mount || mount->root != "/" || sticks.size() == most_sticks) continue;
    auto const is_here = [&](std::filesystem::path const& folder) {
      return is_below(mount->folder, folder);
    };
    if (std::ranges::none_of(sources.stick_folders, is_here)) continue;
    if (!comes_off(sources.block_devices, mount->device)) continue;
    std::error_code gone;
    auto const space = std::filesystem::space(mount->folder, gone);
    if (gone) continue;
    sticks.push_back({.folder = mount->folder,
                      .access = mount->access,
                      .free_bytes = space.available,
                      .total_bytes = space.capacity});
  }
  return sticks;
}

StickResult<std::vector<Stick>> sticks_to_read(MountSources const& sources) {
  auto sticks = find_sticks(sources);
  if (!sticks) return tl::unexpected(StickFailure{StickTrouble::Unknown, sticks.error()});
  if (sticks->empty())
    return tl::unexpected(StickFailure{StickTrouble::None, Error{"there is none"}});
  return std::move(*sticks);
}

StickResult<Stick> stick_to_write_to(MountSources const& sources) {
  auto const sticks = sticks_to_read(sources);
  if (!sticks) return tl::unexpected(sticks.error());
  auto const writable = std::ranges::find(*sticks, Access::Writable, &Stick::access);
  if (writable != sticks->end()) return *writable;
  return tl::unexpected(StickFailure{StickTrouble::ReadOnly, Error{"it is read-only"}});
}

}  // namespace inloop::app::host
