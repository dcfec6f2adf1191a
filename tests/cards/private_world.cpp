#include "tests/cards/private_world.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <stdexcept>
#include <string>

#include <net/if.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <unistd.h>

namespace inloop::test {
namespace {

void must(bool done, std::string const& what) {
  if (!done) throw std::runtime_error("no private world, " + what + ": " + std::strerror(errno));
}

void become_root_of_a_user_namespace() {
  auto const user = std::to_string(getuid());
  auto const group = std::to_string(getgid());
  must(unshare(CLONE_NEWUSER) == 0, "user namespace");
  std::ofstream("/proc/self/setgroups") << "deny";
  std::ofstream("/proc/self/uid_map") << "0 " << user << " 1";
  std::ofstream("/proc/self/gid_map") << "0 " << group << " 1";
  must(getuid() == 0, "user map");
}

void bring_loopback_up() {
  int const any_socket = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  must(any_socket >= 0, "socket");
  ifreq loopback{};
  std::strncpy(loopback.ifr_name, "lo", IFNAMSIZ - 1);
  loopback.ifr_flags = IFF_UP;
  bool const is_up = ioctl(any_socket, SIOCSIFFLAGS, &loopback) == 0;
  close(any_socket);
  must(is_up, "loopback");
}

}  // namespace

void enter_private_world() {
  static bool is_entered = false;
  if (is_entered) return;
  if (getuid() != 0) become_root_of_a_user_namespace();
  must(unshare(CLONE_NEWNS | CLONE_NEWNET) == 0, "namespaces");
  must(mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0, "private mounts");
  must(mount("run", "/run", "tmpfs", 0, "mode=0755") == 0, "/run");
  bring_loopback_up();
  is_entered = true;
}

}  // namespace inloop::test
