#include "kiosk/app/host/sticks.h"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "tests/support/temporary_folder.h"

namespace inloop::app::host {
namespace {

namespace fs = std::filesystem;

enum class Kind { Removable, FixedOnUsb, Fixed };

// A machine made of files: what the kernel would say of its disks and mounts.
class Machine {
 public:
  // A whole disk and its first partition, mounted at `name` below the folder of the sticks.
  fs::path plug(std::string const& name, Kind kind, std::string const& options = "rw",
                std::string const& root = "/") {
    auto const number = 16 * ++m_disks;
    auto const bus = kind == Kind::Fixed ? "pci0000:00/ata1" : "pci0000:00/usb1/1-1";
    auto const disk = m_folder.path() / "sys/devices" / bus / fmt::format("block/sd{}", m_disks);
    auto const partition = disk / fmt::format("sd{}1", m_disks);
    fs::create_directories(partition);
    m_folder.write(fs::relative(disk / "removable", m_folder.path()).string(),
                   kind == Kind::Removable ? "1\n" : "0\n");
    auto const device = fmt::format("8:{}", number + 1);
    fs::create_directories(sources.block_devices);
    fs::create_directory_symlink(partition, sources.block_devices / device);
    auto folder = sources.stick_folders.front() / name;
    fs::create_directories(folder);
    auto escaped = folder.string();
    for (auto at = escaped.find(' '); at != escaped.npos; at = escaped.find(' '))
      escaped.replace(at, 1, "\\040");
    mount(fmt::format("36 35 {} {} {} {},nosuid shared:1 - vfat /dev/sd {},flush", device, root,
                      escaped, options, options));
    return folder;
  }

  void mount(std::string const& line) {
    m_lines += line + "\n";
    m_folder.write("mountinfo", m_lines);
  }

  [[nodiscard]] std::vector<fs::path> found() const {
    auto const sticks = find_sticks(sources);
    REQUIRE(sticks.has_value());
    std::vector<fs::path> folders;
    for (auto const& stick : *sticks) folders.push_back(stick.folder);
    return folders;
  }

 private:
  inloop::test::TemporaryFolder m_folder;
  std::string m_lines;
  int m_disks = 0;

 public:
  MountSources const sources{.mounts = m_folder.path() / "mountinfo",
                             .block_devices = m_folder.path() / "sys/dev/block",
                             .stick_folders = {m_folder.path() / "sticks"}};
};

TEST_CASE("A stick is found with its room, also one whose name has a blank") {
  Machine machine;
  auto const folder = machine.plug("MIJN STICK", Kind::Removable);
  auto const sticks = find_sticks(machine.sources);
  REQUIRE(sticks.has_value());
  REQUIRE(sticks->size() == 1);
  CHECK(sticks->front().folder == folder);
  CHECK(sticks->front().access == Access::Writable);
  CHECK(sticks->front().total_bytes > 0);
  CHECK(sticks->front().free_bytes <= sticks->front().total_bytes);
}

TEST_CASE("A disk in a USB case is a stick, a built-in disk is none") {
  Machine machine;
  auto const cased = machine.plug("case", Kind::FixedOnUsb);
  machine.plug("inside", Kind::Fixed);
  CHECK(machine.found() == std::vector<fs::path>{cased});
}

TEST_CASE("The disk that the system runs from is no stick, even where it hangs on USB") {
  Machine machine;
  auto const stick = machine.plug("stick", Kind::Removable);
  machine.mount("36 35 8:17 / / rw shared:1 - ext4 /dev/sda1 rw");
  machine.mount("36 35 8:17 / /boot/efi rw shared:1 - vfat /dev/sda1 rw");
  CHECK(machine.found() == std::vector<fs::path>{stick});
}

TEST_CASE("A stick that is locked is found as one that can only be read") {
  Machine machine;
  machine.plug("locked", Kind::Removable, "ro");
  auto const sticks = find_sticks(machine.sources);
  REQUIRE(sticks.has_value());
  REQUIRE(sticks->size() == 1);
  CHECK(sticks->front().access == Access::ReadOnly);
}

TEST_CASE("A part of a stick that is mounted elsewhere is not a second stick") {
  Machine machine;
  machine.plug("part", Kind::Removable, "rw", "/folder");
  CHECK(machine.found().empty());
}

TEST_CASE("No stick is an empty list, and nonsense in the kernel's list does no harm") {
  Machine machine;
  machine.mount("");
  machine.mount("1 2 3");
  machine.mount("36 35 8:17 / " + machine.sources.stick_folders.front().string() + "/x rw -");
  machine.mount(std::string(10'000, '\\'));
  CHECK(machine.found().empty());
}

TEST_CASE("A stick that went away since the kernel wrote its list is left out") {
  Machine machine;
  auto const folder = machine.plug("gone", Kind::Removable);
  fs::remove(folder);
  CHECK(machine.found().empty());
}

TEST_CASE("No more sticks are offered than a page can show") {
  Machine machine;
  for (int i = 0; i < 10; ++i) machine.plug(fmt::format("stick{}", i), Kind::Removable);
  CHECK(machine.found().size() == most_sticks);
}

TEST_CASE("A machine that does not say what is mounted is an error") {
  MountSources const nowhere{.mounts = "/nowhere/mountinfo"};
  CHECK_FALSE(find_sticks(nowhere).has_value());
}

}  // namespace
}  // namespace inloop::app::host
