#pragma once
// What a host reads and notes of one day: who came and left, openings, volunteers, attendance. It
// reads by date, so ten years of history cost it nothing. Durable when a change returns; a closed
// period refuses it. Store thread.

#include <optional>
#include <string>

#include "kiosk/base/result.h"
#include "kiosk/core/hosts.h"
#include "kiosk/core/the_day.h"
#include "kiosk/store/store.h"

namespace inloop::store {

[[nodiscard]] Result<core::TheDay> read_day(Store& store, core::Date date);

// Somebody left now. Counts nothing when as many have left as came: who was never counted in cannot
// be missed in a fire. Says whether it was counted.
enum class Leaving { Counted, NobodyWasInside };
[[nodiscard]] Result<Leaving> note_leaving(Store& store, core::LocalTime const& now);
[[nodiscard]] Result<> take_back_leaving(Store& store, core::LocalTime const& when);

// Who hosts on this day and wants to be named; nothing takes it back. The name is empty where
// nobody does.
[[nodiscard]] Result<> note_host_today(Store& store, core::Date date,
                                       std::optional<core::host::HostPicture> picture);
[[nodiscard]] Result<std::string> host_today(Store& store, core::Date date);

// One person less in a daypart: the visit that was changed, or is gone, as it was before. Nothing
// when nobody was counted in.
struct Correction {
  core::VisitId visit = 0;
  core::Visit before;

  bool operator==(Correction const&) const = default;
};
[[nodiscard]] Result<std::optional<Correction>> take_one_out(Store& store, core::Date date,
                                                             core::Daypart daypart);
[[nodiscard]] Result<> put_back(Store& store, Correction const& correction);

// Absent: as the schedule has it, as if nobody had said anything.
[[nodiscard]] Result<> note_opening(Store& store, core::Date date, core::Daypart daypart,
                                    std::optional<core::Opening> opening);
// 0 to core::most_volunteers.
[[nodiscard]] Result<> note_volunteers(Store& store, core::Date date, core::Daypart daypart,
                                       std::optional<int> volunteers);

// As Store's, but absent takes it back: nobody counted.
[[nodiscard]] Result<> note_attendance(Store& store, core::SessionId session,
                                       std::optional<int> people);

// How the delivery to the town hall stands.
struct Delivery {
  std::optional<core::Period> oldest_unsent;  // closed, and without a receipt
  std::optional<std::string> last_receipt;    // its bytes

  bool operator==(Delivery const&) const = default;
};
[[nodiscard]] Result<Delivery> delivery(Store& store);

}  // namespace inloop::store
