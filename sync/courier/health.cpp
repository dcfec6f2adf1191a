#include "sync/courier/health.h"

#include <array>
#include <span>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "kiosk/base/log.h"
#include "sync/courier/letter.h"
#include "sync/courier/status.h"
#include "sync/report/health_event.h"

namespace inloop::courier {
namespace {

constexpr std::int64_t hour_ms = std::int64_t{3'600} * 1'000;
constexpr std::int64_t day_ms = 24 * hour_ms;
constexpr std::int64_t after_failure_ms = 6 * hour_ms;

// A random UUID (RFC 9562, version 4).
Result<std::string> new_id(RandomSource& random) {
  std::array<std::byte, 16> bytes{};
  if (auto const filled = random.fill(bytes); !filled) return tl::unexpected(filled.error());
  bytes[6] = (bytes[6] & std::byte{0x0f}) | std::byte{0x40};
  bytes[8] = (bytes[8] & std::byte{0x3f}) | std::byte{0x80};
  std::string id;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) id += '-';
    id += fmt::format("{:02x}", std::to_integer<unsigned>(bytes[i]));
  }
  return id;
}

}  // namespace

void HealthReporter::look_at(Wellbeing const& wellbeing) {
  auto const now_ms = m_around.clock.uptime_ms();
  // A clock that has lost its battery would date the message in the past.
  if (!m_identity.is_known() || now_ms < m_next_look_ms || !is_believable(m_around.clock.utc()))
    return;
  m_next_look_ms = now_ms + hour_ms;
  auto const reader = m_around.reader_state();
  if (now_ms < m_due_ms && reader == m_reader) return;
  m_reader = reader;
  auto const told = tell(wellbeing, reader);
  m_due_ms = now_ms + (told ? day_ms : after_failure_ms);
  if (!told) log::info("the town hall was not told how this kiosk is: {}", told.error().what);
}

Result<> HealthReporter::tell(Wellbeing const& wellbeing, outbox::ReaderState reader) {
  auto id = new_id(m_around.random);
  if (!id) return tl::unexpected(id.error());
  auto const free_mib = m_around.free_mib();
  if (!free_mib) return tl::unexpected(free_mib.error());
  report::HealthEvent event{.id = *std::move(id),
                            .source = m_identity.source,
                            .place = m_identity.place,
                            .time = rfc3339(m_around.clock.utc()),
                            .software_version = INLOOP_VERSION,
                            .outbox_events = wellbeing.waiting_events,
                            .disk_free_mib = *free_mib,
                            .reader_state = std::string(word_for(reader))};
  if (wellbeing.clock_skew) event.clock_skew_s = wellbeing.clock_skew->count();
  auto const bytes = report::to_json(event);
  if (!bytes) return tl::unexpected(bytes.error());
  auto const outcome = m_around.http.post(request_for(std::string_view(*bytes)));
  if (auto const* const none = std::get_if<NoAnswer>(&outcome)) return failure("{}", none->cause);
  auto const status = std::get<Response>(outcome).status;
  if (status < 200 || status > 299) return failure("the collector answered {}", status);
  return {};
}

std::string health_url(std::string const& counts_url) {
  return counts_url.substr(0, counts_url.rfind('/')) + "/zuilgezondheid";
}

}  // namespace inloop::courier
