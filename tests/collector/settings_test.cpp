#include "sync/collector/settings.h"

#include <catch2/catch.hpp>

#include "kiosk/base/settings_file.h"
#include "tests/support/temporary_folder.h"

using namespace inloop;
using namespace inloop::collector;

TEST_CASE("the file that is shipped says every default, and nothing else") {
  test::TemporaryFolder const folder;
  auto const shipped =
      read_settings(std::filesystem::path(INLOOP_SOURCE_DIR) / "config" / "collector.toml");
  auto const empty = read_settings(folder.write("collector.toml", ""));
  REQUIRE(shipped);
  REQUIRE(empty);
  CHECK(shipped->store == empty->store);
  CHECK(shipped->server.address == empty->server.address);
  CHECK(shipped->server.port == empty->server.port);
  CHECK(shipped->server.tls.certificate == empty->server.tls.certificate);
  CHECK(shipped->server.tls.private_key == empty->server.tls.private_key);
  CHECK(shipped->server.tls.client_authority == empty->server.tls.client_authority);
  CHECK(shipped->server.pool.threads == empty->server.pool.threads);
  CHECK(shipped->server.pool.waiting == empty->server.pool.waiting);
  CHECK(shipped->server.longest_connection_ms == empty->server.longest_connection_ms);
  CHECK(shipped->server.longest_wait_ms == empty->server.longest_wait_ms);
  CHECK(shipped->rate == empty->rate);
  CHECK(empty->rate == RateRule{});
}

TEST_CASE("how often a key may send is a setting") {
  test::TemporaryFolder const folder;
  auto const settings = read_settings(
      folder.write("collector.toml", "[limits]\nsendings_at_once = 20\nsendings_per_minute = 5\n"));
  REQUIRE(settings);
  CHECK(settings->rate == RateRule{.burst = 20, .per_minute = 5});
}

TEST_CASE("a wrong port, an unknown key and a name for an address are refused together") {
  test::TemporaryFolder const folder;
  auto const settings = read_settings(folder.write(
      "collector.toml", "[listen]\nport = 70000\naddress = \"localhost\"\nhost = \"x\"\n"));
  REQUIRE_FALSE(settings);
  for (auto const* const word : {"collector.toml:2", "collector.toml:3", "collector.toml:4"})
    CHECK(settings.error().what.find(word) != std::string::npos);
}
