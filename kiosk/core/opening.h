#pragma once
// Dayparts and the weekly opening schedule of a place. Pure values and rules.

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <span>

#include "kiosk/core/periods.h"
#include "kiosk/core/time.h"

namespace inloop::core {

// dagdeel: the grain in which visits are remembered.
enum class Daypart { Morning, Afternoon, Evening };

inline constexpr std::array all_dayparts{Daypart::Morning, Daypart::Afternoon, Daypart::Evening};

inline constexpr int noon_minute = 12 * 60;
inline constexpr int evening_minute = 17 * 60;

[[nodiscard]] constexpr Daypart daypart_at(int minute_of_day) {
  if (minute_of_day < noon_minute) return Daypart::Morning;
  if (minute_of_day < evening_minute) return Daypart::Afternoon;
  return Daypart::Evening;
}

// Which dayparts of the week the place means to be open.
class OpeningSchedule {
 public:
  constexpr void set_open(std::chrono::weekday day, Daypart daypart) { slot(day, daypart) = true; }

  [[nodiscard]] constexpr bool is_open(std::chrono::weekday day, Daypart daypart) const {
    return m_open[day.iso_encoding() - 1][static_cast<std::size_t>(daypart)];
  }

  [[nodiscard]] constexpr bool is_open(Date date, Daypart daypart) const {
    return is_open(std::chrono::weekday(std::chrono::sys_days(date)), daypart);
  }

  bool operator==(OpeningSchedule const&) const = default;

 private:
  constexpr bool& slot(std::chrono::weekday day, Daypart daypart) {
    return m_open[day.iso_encoding() - 1][static_cast<std::size_t>(daypart)];
  }

  std::array<std::array<bool, all_dayparts.size()>, 7> m_open{};  // Monday first
};

enum class Opening { Open, Closed };

// openstelling: what a host said of one daypart. Where nobody said anything the schedule holds.
struct NotedOpening {
  Date date{};
  Daypart daypart = Daypart::Morning;
  Opening opening = Opening::Open;

  bool operator==(NotedOpening const&) const = default;
};

// The dayparts of a period in which the place was really open; what was noted counts once a daypart
// and only where it lies in the period. Without notes: as many as the schedule has.
[[nodiscard]] std::int64_t dayparts_open(Period period, OpeningSchedule const& schedule,
                                         std::span<NotedOpening const> noted);

}  // namespace inloop::core
