#include "kiosk/app/house_clock.h"

#include <chrono>
#include <sstream>
#include <stdexcept>

#include <date/date.h>
#include <date/tz.h>

#include "kiosk/base/log.h"

namespace inloop::app {
namespace {

using std::chrono::seconds;

inline constexpr seconds believable_jump = std::chrono::hours{24};
// After a jump the clock must run evenly this long before anything is closed or forgotten on it.
inline constexpr std::int64_t steadying_ms = 60 * 60 * 1000;

}  // namespace

struct HouseClock::Zone {
  date::time_zone const* zone;
};

HouseClock::HouseClock(Clock const& clock, std::unique_ptr<Zone> zone)
    : m_clock(&clock), m_zone(std::move(zone)) {}
HouseClock::HouseClock(HouseClock&&) noexcept = default;
HouseClock& HouseClock::operator=(HouseClock&&) noexcept = default;
HouseClock::~HouseClock() = default;

Result<HouseClock> HouseClock::make(Clock const& clock, std::string const& zone, AtStart at_start) {
  try {
    HouseClock made(clock, std::make_unique<Zone>(date::locate_zone(zone)));
    if (at_start == AtStart::Unproven) made.m_jumped_at_ms = clock.uptime_ms();
    return made;
  } catch (std::runtime_error const&) {
    return failure("there is no time zone \"{}\" on this machine (package tzdata)", zone);
  }
}

core::Now HouseClock::now() {
  auto const utc = m_clock->utc();
  auto const uptime_ms = m_clock->uptime_ms();
  notice_jump(utc, uptime_ms);

  auto const local = m_zone->zone->to_local(utc);
  auto const day = date::floor<date::days>(local);
  auto const minute = date::floor<std::chrono::minutes>(local - day).count();
  auto trust = core::ClockTrust::Steady;
  if (m_jumped_at_ms && uptime_ms - *m_jumped_at_ms < steadying_ms)
    trust = core::ClockTrust::Jumped;
  if (!is_believable(utc)) trust = core::ClockTrust::Dead;
  return {.local = {.date = core::Date(std::chrono::local_days(day.time_since_epoch())),
                    .minute_of_day = static_cast<int>(minute)},
          .uptime_ms = uptime_ms,
          .clock = trust};
}

void HouseClock::notice_jump(UtcTime utc, std::int64_t uptime_ms) {
  if (m_last_utc) {
    auto const passed = std::chrono::milliseconds(uptime_ms - m_last_uptime_ms);
    auto const jump = std::chrono::abs((utc - *m_last_utc) - passed);
    // Out of a dead clock every jump is a cure.
    if (jump > believable_jump && is_believable(*m_last_utc)) {
      log::warn("the clock jumped by {} hours; nothing is closed for an hour",
                std::chrono::duration_cast<std::chrono::hours>(jump).count());
      m_jumped_at_ms = uptime_ms;
    }
  }
  m_last_utc = utc;
  m_last_uptime_ms = uptime_ms;
}

std::int64_t HouseClock::ms_to_next_minute() const {
  auto const into_minute = m_clock->utc().time_since_epoch() % std::chrono::minutes{1};
  return 60'000 - std::chrono::milliseconds(into_minute).count();
}

std::string HouseClock::stamp() const {
  return date::format("%Y%m%dT%H%M%SZ", m_clock->utc());
}

std::string HouseClock::utc_text(core::LocalTime const& local) const {
  auto const day =
      date::local_days(date::days(std::chrono::local_days(local.date).time_since_epoch().count()));
  auto const utc =
      m_zone->zone->to_sys(day + std::chrono::minutes(local.minute_of_day), date::choose::earliest);
  return date::format("%FT%TZ", date::floor<seconds>(utc));
}

std::optional<core::LocalTime> HouseClock::local_time(std::string const& utc_text) const {
  std::istringstream text(utc_text);
  date::sys_seconds utc;
  text >> date::parse("%FT%TZ", utc);
  if (text.fail() || text.peek() != std::istringstream::traits_type::eof()) return std::nullopt;
  auto const local = m_zone->zone->to_local(utc);
  auto const day = date::floor<date::days>(local);
  auto const minute = date::floor<std::chrono::minutes>(local - day);
  return core::LocalTime{
      .date = core::Date(std::chrono::sys_days(std::chrono::days(day.time_since_epoch().count()))),
      .minute_of_day = static_cast<int>(minute.count())};
}

}  // namespace inloop::app
