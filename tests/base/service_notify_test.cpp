#include "kiosk/base/service_notify.h"

#include <array>

#include <catch2/catch.hpp>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "tests/support/temporary_folder.h"

namespace {

using inloop::ServiceNotify;
using inloop::watchdog_limit;

// What a service manager has: a socket that remembers datagrams.
class Listener {
 public:
  explicit Listener(std::string_view address)
      : m_descriptor(socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)) {
    sockaddr_un name{};
    name.sun_family = AF_UNIX;
    REQUIRE(address.size() < sizeof name.sun_path);
    address.copy(name.sun_path, address.size());
    if (address.front() == '@') name.sun_path[0] = '\0';
    auto const length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + address.size());
    REQUIRE(bind(m_descriptor, reinterpret_cast<sockaddr const*>(&name), length) == 0);
  }
  ~Listener() { close(m_descriptor); }

  [[nodiscard]] std::string heard() const {
    std::array<char, 512> buffer{};
    auto const length = recv(m_descriptor, buffer.data(), buffer.size(), 0);
    return {buffer.data(), length > 0 ? static_cast<std::size_t>(length) : 0};
  }

 private:
  int m_descriptor;
};

TEST_CASE("each message to the service manager is one datagram") {
  inloop::test::TemporaryFolder const folder;
  auto const address = (folder.path() / "notify").string();
  Listener const listener(address);
  ServiceNotify const notify(address);
  REQUIRE(notify.ready());
  REQUIRE(notify.alive());
  REQUIRE(notify.stopping());
  CHECK(listener.heard() == "READY=1");
  CHECK(listener.heard() == "WATCHDOG=1");
  CHECK(listener.heard() == "STOPPING=1");
  CHECK(listener.heard().empty());
}

TEST_CASE("an abstract socket is reached as well") {
  auto const address = "@inloop-test-" + std::to_string(getpid());
  Listener const listener(address);
  REQUIRE(ServiceNotify(address).ready());
  CHECK(listener.heard() == "READY=1");
}

TEST_CASE("a status can neither bring a field of its own nor grow without end") {
  inloop::test::TemporaryFolder const folder;
  auto const address = (folder.path() / "notify").string();
  Listener const listener(address);
  REQUIRE(ServiceNotify(address).status("3 queued\nMAINPID=1"));
  CHECK(listener.heard() == "STATUS=3 queued MAINPID=1");
  REQUIRE(ServiceNotify(address).status(std::string(400, 'x')));
  CHECK(listener.heard() == "STATUS=" + std::string(200, 'x'));
}

TEST_CASE("without a service manager every message is good") {
  CHECK(ServiceNotify("").ready());
}

TEST_CASE("a service manager that is gone, or cannot be, is an error and no wait") {
  inloop::test::TemporaryFolder const folder;
  CHECK_FALSE(ServiceNotify((folder.path() / "absent").string()).ready());
  CHECK_FALSE(ServiceNotify(std::string(200, 'x')).ready());
}

TEST_CASE("the watchdog's limit is for the process that it names") {
  CHECK(watchdog_limit("20000000", "", 7) == std::chrono::seconds(20));
  CHECK(watchdog_limit("20000000", "7", 7) == std::chrono::seconds(20));
  CHECK_FALSE(watchdog_limit("20000000", "8", 7));
}

TEST_CASE("a watchdog's limit that is none is ignored") {
  for (auto const* const value : {"", "0", "-1", "soon", "1.5", " 5", "99999999999999999999"}) {
    INFO(value);
    CHECK_FALSE(watchdog_limit(value, "", 7));
  }
}

}  // namespace
