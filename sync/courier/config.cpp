#include "sync/courier/config.h"

#include <regex>
#include <string_view>
#include <vector>

namespace inloop::courier {
namespace {

constexpr std::size_t longest_url_bytes = 500;

std::string read_pinned_keys(SettingsFile& file) {
  // libcurl's own form, which `openssl` can make: see config/sync.toml.
  static std::regex const form("sha256//[A-Za-z0-9+/]{43}=");
  std::string joined;
  for (auto const& pin : file.texts("collector.pinned_keys", {})) {
    if (!std::regex_match(pin, form))
      file.object("collector.pinned_keys",
                  "\"" + pin + "\" is no pin; one is \"sha256//\" and 44 characters of base64");
    joined += (joined.empty() ? "" : ";") + pin;
  }
  return joined;
}

CollectorConfig read_collector(SettingsFile& file) {
  auto const least_tls =
      file.text("collector.least_tls",
                {.otherwise = "1.3", .pattern = "1\\.[23]", .meaning = "\"1.3\" or \"1.2\""});
  return {.url = file.text("collector.url",
                           {.otherwise = "https://collector.inloop.example/v1/bezoektellingen",
                            .longest = longest_url_bytes,
                            .pattern = "https://[^ /@]+/[^ ]*",
                            .meaning = "an address like https://host/v1/bezoektellingen"}),
          .authorities = file.path("collector.authorities", "/etc/inloop/collector-ca.pem"),
          .certificate = file.path("collector.certificate", "/etc/inloop/sync-certificate.pem"),
          .key = file.path("collector.key", "/etc/inloop/sync-key.pem"),
          .pinned_keys = read_pinned_keys(file),
          .least_tls = least_tls == "1.2" ? TlsVersion::Tls12 : TlsVersion::Tls13,
          .proxy = file.text("collector.proxy",
                             {.otherwise = "",
                              .longest = longest_url_bytes,
                              .pattern = "(https?://[^ ]+)?",
                              .meaning = "empty, or an address like http://proxy:3128"})};
}

KioskIdentity read_kiosk(SettingsFile& file) {
  KioskIdentity identity{
      .place = file.text("kiosk.place", {.otherwise = "",
                                         .longest = 40,
                                         .pattern = "([a-z0-9][a-z0-9-]*)?",
                                         .meaning = "empty, or the id of the place"}),
      .source = file.text(
          "kiosk.source",
          {.otherwise = "",
           .longest = 90,
           .pattern = "(urn:nld:(kvknr:[0-9]{8}|oin:[0-9]{20}):systeem:[a-z0-9][a-z0-9-]{0,39})?",
           .meaning = "empty, or a name like urn:nld:kvknr:12345678:systeem:kiosk-1"})};
  if (identity.place.empty() != identity.source.empty())
    file.object("kiosk.source", "goes together with kiosk.place: give both or none");
  return identity;
}

ScheduleRules read_schedule(SettingsFile& file) {
  auto const read = [&file](std::string_view key, seconds otherwise, std::int64_t least) {
    return seconds{
        file.number(key, {.otherwise = otherwise.count(), .least = least, .greatest = 24 * 3600})};
  };
  ScheduleRules const usual;
  ScheduleRules const rules{
      .first_retry = read("timing.first_retry_seconds", usual.first_retry, 1),
      .longest_retry = read("timing.longest_retry_seconds", usual.longest_retry, 1),
      .longest_start_delay =
          read("timing.longest_start_delay_seconds", usual.longest_start_delay, 0)};
  if (rules.longest_retry < rules.first_retry)
    file.object("timing.longest_retry_seconds", "is less than timing.first_retry_seconds");
  return rules;
}

}  // namespace

Result<Config> read_config(std::filesystem::path const& path) {
  auto file = SettingsFile::read(path);
  if (!file) return tl::unexpected(file.error());
  return read_config(*file);
}

Result<Config> read_config(SettingsFile& file) {
  Config config{.collector = read_collector(file),
                .kiosk = read_kiosk(file),
                .outbox = file.path("folders.outbox", "/var/lib/inloop/outbox"),
                .receipts = file.path("folders.receipts", "/var/lib/inloop/receipts"),
                .state = file.path("folders.state", "/var/lib/inloop-sync"),
                .schedule = read_schedule(file),
                .poll = seconds{file.number("timing.poll_seconds",
                                            {.otherwise = 60, .least = 1, .greatest = 60})}};
  if (auto finished = file.finish(); !finished) return tl::unexpected(finished.error());
  return config;
}

}  // namespace inloop::courier
