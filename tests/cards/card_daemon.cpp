#include "tests/cards/card_daemon.h"

#include <chrono>
#include <csignal>
#include <cstring>
#include <stdexcept>
#include <thread>

#include <fmt/format.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "tests/cards/private_world.h"

namespace inloop::test {

CardDaemon::CardDaemon() {
  enter_private_world();
}

void CardDaemon::start(Plugged plugged) {
  auto const configuration = m_folder.path() / "readers";
  std::filesystem::create_directories(configuration);
  std::filesystem::remove(configuration / "door");
  if (plugged == Plugged::TwoSlots)
    m_folder.write(
        "readers/door",
        fmt::format("FRIENDLYNAME \"Door\"\nDEVICENAME /dev/null:{0}\n"
                    "LIBPATH /usr/lib/pcsc/drivers/serial/libifdvpcd.so\nCHANNELID {0}\n",
                    first_slot_port));
  m_process.emplace(Command{
      .program = "/usr/sbin/pcscd",
      .arguments = {"--foreground", "--info", "--config", configuration.string()},
      .environment = {"LD_PRELOAD=" HASTY_SLEEP},
  });
  if (!m_process->wait_for_line("daemon ready"))
    throw std::runtime_error("pcscd does not start: " + m_process->output() + m_process->errors());
  await_socket();  // it says that it is ready a moment before it listens
}

void CardDaemon::await_socket() const {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  std::strncpy(address.sun_path, "/run/pcscd/pcscd.comm", sizeof address.sun_path - 1);
  auto const deadline = std::chrono::steady_clock::now() + patience;
  bool is_there = false;
  while (!is_there && std::chrono::steady_clock::now() < deadline) {
    int const caller = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    is_there = connect(caller, reinterpret_cast<sockaddr const*>(&address), sizeof address) == 0;
    close(caller);
    if (!is_there) std::this_thread::yield();
  }
  if (!is_there) throw std::runtime_error("pcscd does not listen: " + m_process->output());
}

void CardDaemon::kill() {
  m_process->signal(SIGKILL);
  if (!m_process->wait()) throw std::runtime_error("pcscd does not die");
  m_process.reset();
}

std::string reader_name(int slot) {
  return fmt::format("Door 00 0{}", slot);
}

}  // namespace inloop::test
