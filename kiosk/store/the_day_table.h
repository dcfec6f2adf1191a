#pragma once
// The SQL of one day: people by daypart, who left, what the host noted of a daypart. It decides
// nothing; the schema refuses what is too late. Throws SQLite::Exception; the_day.h turns that into
// a Result. Store thread.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/core/hosts.h"
#include "kiosk/core/periods.h"
#include "kiosk/core/the_day.h"
#include "kiosk/store/found.h"

namespace SQLite {
class Database;
}

namespace inloop::store {

// People, leavings and notes of a date.
[[nodiscard]] core::Dayparts dayparts_of(SQLite::Database& database, core::Date date);
// As the host counted it; nothing where nobody did.
[[nodiscard]] std::optional<int> attendance_of(SQLite::Database& database, core::SessionId session);
[[nodiscard]] Found set_attendance(SQLite::Database& database, core::SessionId session,
                                   std::optional<int> people);

// `change` is one more or less; less than nobody never left.
[[nodiscard]] Found change_leavings(SQLite::Database& database, core::Date date,
                                    core::Daypart daypart, int change);
[[nodiscard]] Found delete_leavings_before(SQLite::Database& database, core::Date today);
void delete_leavings(SQLite::Database& database);

void set_host_today(SQLite::Database& database, core::Date date,
                    std::optional<core::host::HostPicture> picture);
// Empty where nobody said so on this date, or is no host any more.
[[nodiscard]] std::string name_of_host_today(SQLite::Database& database, core::Date date);
[[nodiscard]] Found delete_host_today_before(SQLite::Database& database, core::Date today);
void delete_host_today(SQLite::Database& database);

void set_opening(SQLite::Database& database, core::Date date, core::Daypart daypart,
                 std::optional<core::Opening> opening);
void set_volunteers(SQLite::Database& database, core::Date date, core::Daypart daypart,
                    std::optional<int> volunteers);

struct KeptVisit {
  core::VisitId id = 0;
  core::Visit visit;  // the minute only as long as it is kept
};

// The one of that daypart that a host's correction is about: the last that a host counted in, or
// else the last that no card made, or else the last.
[[nodiscard]] std::optional<KeptVisit> visit_to_correct(SQLite::Database& database, core::Date date,
                                                        core::Daypart daypart);

[[nodiscard]] std::int64_t count_volunteers(SQLite::Database& database, core::Period period);
[[nodiscard]] std::vector<core::NotedOpening> noted_openings(SQLite::Database& database,
                                                             core::Period period);
// The first date of which a host noted volunteers.
[[nodiscard]] std::optional<core::Date> first_noted(SQLite::Database& database);

}  // namespace inloop::store
