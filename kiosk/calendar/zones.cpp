#include "kiosk/calendar/zones.h"

#include <algorithm>
#include <array>
#include <stdexcept>

#include <date/date.h>
#include <date/tz.h>

#include "kiosk/base/assert.h"

namespace inloop::calendar {
namespace {

struct WindowsZone {
  std::string_view words;
  std::string_view name;
};

// As the Unicode Consortium's CLDR matches them for the world as a whole.
constexpr std::array windows_zones{
    WindowsZone{"W. Europe Standard Time", "Europe/Berlin"},
    WindowsZone{"Romance Standard Time", "Europe/Paris"},
    WindowsZone{"Central Europe Standard Time", "Europe/Budapest"},
    WindowsZone{"Central European Standard Time", "Europe/Warsaw"},
    WindowsZone{"GMT Standard Time", "Europe/London"},
    WindowsZone{"Greenwich Standard Time", "Atlantic/Reykjavik"},
    WindowsZone{"UTC", "Etc/UTC"},
    WindowsZone{"Coordinated Universal Time", "Etc/UTC"},
    WindowsZone{"GTB Standard Time", "Europe/Bucharest"},
    WindowsZone{"E. Europe Standard Time", "Europe/Chisinau"},
    WindowsZone{"FLE Standard Time", "Europe/Kiev"},
    WindowsZone{"Turkey Standard Time", "Europe/Istanbul"},
    WindowsZone{"Russian Standard Time", "Europe/Moscow"},
    WindowsZone{"Belarus Standard Time", "Europe/Minsk"},
    WindowsZone{"Kaliningrad Standard Time", "Europe/Kaliningrad"},
    WindowsZone{"Morocco Standard Time", "Africa/Casablanca"},
    WindowsZone{"Egypt Standard Time", "Africa/Cairo"},
    WindowsZone{"South Africa Standard Time", "Africa/Johannesburg"},
    WindowsZone{"W. Central Africa Standard Time", "Africa/Lagos"},
    WindowsZone{"E. Africa Standard Time", "Africa/Nairobi"},
    WindowsZone{"Libya Standard Time", "Africa/Tripoli"},
    WindowsZone{"Sudan Standard Time", "Africa/Khartoum"},
    WindowsZone{"Namibia Standard Time", "Africa/Windhoek"},
    WindowsZone{"Israel Standard Time", "Asia/Jerusalem"},
    WindowsZone{"Jordan Standard Time", "Asia/Amman"},
    WindowsZone{"Middle East Standard Time", "Asia/Beirut"},
    WindowsZone{"Syria Standard Time", "Asia/Damascus"},
    WindowsZone{"Arab Standard Time", "Asia/Riyadh"},
    WindowsZone{"Arabic Standard Time", "Asia/Baghdad"},
    WindowsZone{"Arabian Standard Time", "Asia/Dubai"},
    WindowsZone{"Iran Standard Time", "Asia/Tehran"},
    WindowsZone{"Georgian Standard Time", "Asia/Tbilisi"},
    WindowsZone{"Caucasus Standard Time", "Asia/Yerevan"},
    WindowsZone{"Azerbaijan Standard Time", "Asia/Baku"},
    WindowsZone{"Afghanistan Standard Time", "Asia/Kabul"},
    WindowsZone{"Pakistan Standard Time", "Asia/Karachi"},
    WindowsZone{"West Asia Standard Time", "Asia/Tashkent"},
    WindowsZone{"India Standard Time", "Asia/Calcutta"},
    WindowsZone{"Sri Lanka Standard Time", "Asia/Colombo"},
    WindowsZone{"Nepal Standard Time", "Asia/Katmandu"},
    WindowsZone{"Bangladesh Standard Time", "Asia/Dhaka"},
    WindowsZone{"SE Asia Standard Time", "Asia/Bangkok"},
    WindowsZone{"China Standard Time", "Asia/Shanghai"},
    WindowsZone{"Singapore Standard Time", "Asia/Singapore"},
    WindowsZone{"Taipei Standard Time", "Asia/Taipei"},
    WindowsZone{"Tokyo Standard Time", "Asia/Tokyo"},
    WindowsZone{"Korea Standard Time", "Asia/Seoul"},
    WindowsZone{"AUS Eastern Standard Time", "Australia/Sydney"},
    WindowsZone{"E. Australia Standard Time", "Australia/Brisbane"},
    WindowsZone{"W. Australia Standard Time", "Australia/Perth"},
    WindowsZone{"New Zealand Standard Time", "Pacific/Auckland"},
    WindowsZone{"Azores Standard Time", "Atlantic/Azores"},
    WindowsZone{"Cape Verde Standard Time", "Atlantic/Cape_Verde"},
    WindowsZone{"SA Eastern Standard Time", "America/Cayenne"},
    WindowsZone{"SA Western Standard Time", "America/La_Paz"},
    WindowsZone{"SA Pacific Standard Time", "America/Bogota"},
    WindowsZone{"Venezuela Standard Time", "America/Caracas"},
    WindowsZone{"E. South America Standard Time", "America/Sao_Paulo"},
    WindowsZone{"Argentina Standard Time", "America/Buenos_Aires"},
    WindowsZone{"Newfoundland Standard Time", "America/St_Johns"},
    WindowsZone{"Atlantic Standard Time", "America/Halifax"},
    WindowsZone{"Eastern Standard Time", "America/New_York"},
    WindowsZone{"US Eastern Standard Time", "America/Indianapolis"},
    WindowsZone{"Central Standard Time", "America/Chicago"},
    WindowsZone{"Mountain Standard Time", "America/Denver"},
    WindowsZone{"US Mountain Standard Time", "America/Phoenix"},
    WindowsZone{"Pacific Standard Time", "America/Los_Angeles"},
    WindowsZone{"Alaskan Standard Time", "America/Anchorage"},
    WindowsZone{"Hawaiian Standard Time", "Pacific/Honolulu"}};

date::time_zone const* find_zone(std::string_view name) {
  try {
    return date::locate_zone(name);
  } catch (std::runtime_error const&) {
    return nullptr;
  }
}

date::local_time<std::chrono::minutes> wall(core::LocalTime const& local) {
  auto const days = std::chrono::local_days(local.date).time_since_epoch().count();
  return date::local_days(date::days(days)) + std::chrono::minutes(local.minute_of_day);
}

}  // namespace

Result<Zone> Zone::named(std::string const& name) {
  auto const* const zone = find_zone(name);
  if (zone == nullptr)
    return failure("there is no time zone \"{}\" on this machine (package tzdata)", name);
  return Zone(zone);
}

Moment Zone::moment_of(core::LocalTime const& local) const {
  auto const time = wall(local);
  auto const offset = m_zone->get_info(time).first.offset;
  return date::floor<std::chrono::minutes>(date::sys_seconds(time.time_since_epoch()) - offset);
}

core::LocalTime Zone::local_of(Moment moment) const {
  auto const time = moment + offset_at(moment);
  auto const day = std::chrono::floor<std::chrono::days>(time);
  return {core::Date(day), static_cast<int>((time - day).count())};
}

std::chrono::minutes Zone::offset_at(Moment moment) const {
  return date::floor<std::chrono::minutes>(m_zone->get_info(moment).offset);
}

std::string Zone::name() const {
  return m_zone->name();
}

std::optional<std::string> zone_named(std::string_view words) {
  constexpr std::size_t longest_name = 100;
  if (words.empty() || words.size() > longest_name) return std::nullopt;
  auto const windows = std::ranges::find(windows_zones, words, &WindowsZone::words);
  if (windows != windows_zones.end()) return std::string(windows->name);
  // "Europe/Amsterdam" may stand behind the name of who describes it.
  for (auto name = words;;) {
    if (find_zone(name) != nullptr) return std::string(name);
    auto const slash = name.find('/');
    if (slash == name.npos) return std::nullopt;
    name.remove_prefix(slash + 1);
  }
}

std::vector<std::string> zones_of_windows() {
  std::vector<std::string> names;
  for (auto const& zone : windows_zones)
    if (std::ranges::find(names, zone.name) == names.end()) names.emplace_back(zone.name);
  return names;
}

}  // namespace inloop::calendar
