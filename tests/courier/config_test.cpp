#include "sync/courier/config.h"

#include <fstream>

#include <catch2/catch.hpp>

#include "tests/support/temporary_folder.h"

namespace {

using namespace inloop;
using namespace inloop::courier;
using inloop::test::TemporaryFolder;

std::filesystem::path const shipped = INLOOP_SOURCE_DIR "/config/sync.toml";

Config config_of(std::string_view content) {
  TemporaryFolder const folder;
  auto const config = read_config(folder.write("sync.toml", content));
  INFO((config ? "" : config.error().what));
  REQUIRE(config.has_value());
  return *config;
}

std::string objections(std::string_view content) {
  TemporaryFolder const folder;
  auto const config = read_config(folder.write("sync.toml", content));
  return config ? "" : folder.without_path(config.error().what);
}

TEST_CASE("the shipped settings of the courier state exactly the defaults") {
  CHECK(read_config(shipped) == config_of(""));
}

TEST_CASE("the shipped settings name every key that the courier asks for") {
  auto file = SettingsFile::read(shipped);
  REQUIRE(file.has_value());
  REQUIRE(read_config(*file).has_value());
  CHECK(file->absent_keys() == std::vector<std::string>{});
}

TEST_CASE("the shipped settings of the courier give a reason above every key") {
  std::ifstream file(shipped);
  std::string above;
  std::string line;
  while (std::getline(file, line)) {
    INFO(line);
    bool const is_key = line.find(" = ") != line.npos && !line.starts_with('#');
    if (is_key) CHECK(above.starts_with('#'));
    above = line;
  }
}

TEST_CASE("every setting arrives where the courier looks for it") {
  std::string const pin = "sha256//" + std::string(43, 'A') + "=";
  auto const config = config_of(R"(
[collector]
url = "https://telling.gemeente.example:8443/v1/bezoektellingen"
authorities = "/a/ca.pem"
certificate = "/a/kiosk.pem"
key = "/a/kiosk.key"
pinned_keys = [")" + pin + R"(", ")" +
                                pin + R"("]
least_tls = "1.2"
proxy = "http://proxy:3128"
[folders]
outbox = "/a/outbox"
receipts = "/a/receipts"
state = "/a/state"
[timing]
poll_seconds = 5
longest_start_delay_seconds = 0
first_retry_seconds = 1
longest_retry_seconds = 2
)");
  CHECK(config ==
        Config{.collector = {.url = "https://telling.gemeente.example:8443/v1/bezoektellingen",
                             .authorities = "/a/ca.pem",
                             .certificate = "/a/kiosk.pem",
                             .key = "/a/kiosk.key",
                             .pinned_keys = pin + ";" + pin,
                             .least_tls = TlsVersion::Tls12,
                             .proxy = "http://proxy:3128"},
               .outbox = "/a/outbox",
               .receipts = "/a/receipts",
               .state = "/a/state",
               .schedule = {.first_retry = seconds{1},
                            .longest_retry = seconds{2},
                            .longest_start_delay = seconds{0}},
               .poll = seconds{5}});
}

TEST_CASE("an address that is not https is refused") {
  CHECK(objections("[collector]\nurl = \"http://host/v1/bezoektellingen\"")
            .starts_with("sync.toml:2: collector.url: "));
  CHECK(objections("[collector]\nurl = \"https://user@host/v1\"")
            .starts_with("sync.toml:2: collector.url: "));
}

TEST_CASE("old TLS and pins that are none are refused") {
  CHECK(objections("[collector]\nleast_tls = \"1.1\"")
            .starts_with("sync.toml:2: collector.least_tls: "));
  CHECK(objections("[collector]\npinned_keys = [\"sha256//short=\"]")
            .starts_with("sync.toml:2: collector.pinned_keys: "));
}

TEST_CASE("waits that contradict each other are refused") {
  CHECK(objections("[timing]\nfirst_retry_seconds = 60\nlongest_retry_seconds = 30")
            .starts_with("sync.toml:3: timing.longest_retry_seconds: "));
  CHECK(objections("[timing]\npoll_seconds = 61").starts_with("sync.toml:2: timing.poll_seconds"));
}

TEST_CASE("a setting that the courier does not know is refused") {
  CHECK(objections("[collector]\nverify = false").starts_with("sync.toml:2: collector.verify: "));
}

}  // namespace
