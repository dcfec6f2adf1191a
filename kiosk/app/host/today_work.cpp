#include <filesystem>
#include <system_error>

#include "kiosk/app/host/work.h"
#include "kiosk/core/holds.h"
#include "kiosk/store/audit.h"
#include "kiosk/store/holds.h"
#include "kiosk/store/the_day.h"
#include "sync/report/receipt.h"

namespace inloop::app::host {
namespace {

using namespace core::host::shift;
using core::host::Act;

using Answer = Result<TodayOutcome>;

// "2026-12-04T03:00:00Z", as the receipt's schema lets it through.
std::optional<core::Date> date_in(std::string const& receipt) {
  auto const proof = report::receipt_from(receipt);
  if (!proof) return std::nullopt;
  auto const number = [&](std::size_t at, std::size_t digits) {
    return std::stoi(proof->received_at.substr(at, digits));
  };
  core::Date const date{std::chrono::year{number(0, 4)},
                        std::chrono::month{static_cast<unsigned>(number(5, 2))},
                        std::chrono::day{static_cast<unsigned>(number(8, 2))}};
  return date.ok() ? std::optional(date) : std::nullopt;
}

struct Work {
  Desk& desk;
  TodayRequest const& request;

  // What only the desk knows of the house; a disk that does not answer says nothing.
  [[nodiscard]] HouseFacts around() const {
    HouseFacts facts;
    std::error_code unknown;
    auto const& parts = desk.parts();
    auto const space = std::filesystem::space(parts.memory.database.parent_path(), unknown);
    if (!unknown) facts.free_bytes = static_cast<std::int64_t>(space.available);
    if (parts.printer != nullptr)
      facts.is_printer_there = std::filesystem::exists(parts.config.printer, unknown);
    return facts;
  }

  [[nodiscard]] Result<DayRead> read(store::Store& store) const {
    auto day = store::read_day(store, request.now.date);
    if (!day) return tl::unexpected(day.error());
    auto const delivered = store::delivery(store);
    if (!delivered) return tl::unexpected(delivered.error());
    auto const held = store::held_months(store);
    if (!held) return tl::unexpected(held.error());
    DayRead found{.day = std::move(*day), .house = around()};
    if (!held->empty())
      found.house.held_until = core::hold_end(held->front(), desk.parts().config.grace_days);
    found.house.oldest_unsent = delivered->oldest_unsent;
    if (delivered->last_receipt) found.house.last_received = date_in(*delivered->last_receipt);
    return found;
  }

  [[nodiscard]] Result<> note(store::Store& store, Act act) const {
    return store::note(store, {.when = request.now, .host = request.host, .act = act, .about = {}});
  }

  [[nodiscard]] Answer changed(store::Store& store, ChangeKind change,
                               std::optional<Wish> undo) const {
    auto day = read(store);
    if (!day) return tl::unexpected(day.error());
    return TodayOutcome{
        DayChanged{.now = std::move(*day), .change = change, .undo = std::move(undo)}};
  }

  // After a step that may have failed.
  [[nodiscard]] Answer changed(store::Store& store, Result<> const& done, ChangeKind change,
                               std::optional<Wish> undo = std::nullopt) const {
    if (!done) return tl::unexpected(done.error());
    return changed(store, change, std::move(undo));
  }

  Answer operator()(LookAtDay const&) const {
    return desk.with_store([&](store::Store& store) -> Answer {
      auto day = read(store);
      if (!day) return tl::unexpected(day.error());
      return TodayOutcome{std::move(*day)};
    });
  }

  Answer operator()(AddPeople const& wish) const {
    return desk.with_store([&](store::Store& store) -> Answer {
      auto const visit = store.add_visit(
          {.arrived = wish.when, .party = wish.party, .channel = core::Channel::Host});
      if (!visit) return tl::unexpected(visit.error());
      return changed(store, ChangeKind::Added, RemoveVisit{*visit});
    });
  }

  Answer operator()(RemoveVisit const& wish) const {
    return desk.with_store([&](store::Store& store) {
      return changed(store, store.undo_visit(wish.visit), ChangeKind::TakenBack);
    });
  }

  // Noted first: a count that was made smaller must not go without a trace.
  Answer operator()(TakeOneOut const& wish) const {
    return desk.with_store([&](store::Store& store) -> Answer {
      if (auto const noted = note(store, Act::CountCorrected); !noted)
        return tl::unexpected(noted.error());
      auto const taken = store::take_one_out(store, request.now.date, wish.daypart);
      if (!taken) return tl::unexpected(taken.error());
      if (!*taken) return changed(store, ChangeKind::NobodyCounted, std::nullopt);
      return changed(store, ChangeKind::TakenOut,
                     PutBack{.visit = (*taken)->visit, .before = (*taken)->before});
    });
  }

  Answer operator()(PutBack const& wish) const {
    return desk.with_store([&](store::Store& store) {
      auto const done = store::put_back(store, {.visit = wish.visit, .before = wish.before});
      return changed(store, done, ChangeKind::TakenBack);
    });
  }

  Answer operator()(NoteLeaving const&) const {
    return desk.with_store([&](store::Store& store) -> Answer {
      auto const left = store::note_leaving(store, request.now);
      if (!left) return tl::unexpected(left.error());
      if (*left == store::Leaving::NobodyWasInside)
        return changed(store, ChangeKind::NobodyInside, std::nullopt);
      return changed(store, ChangeKind::Left, TakeBackLeaving{request.now});
    });
  }

  Answer operator()(TakeBackLeaving const& wish) const {
    return desk.with_store([&](store::Store& store) {
      return changed(store, store::take_back_leaving(store, wish.when), ChangeKind::TakenBack);
    });
  }

  Answer operator()(NoteOpening const& wish) const {
    return desk.with_store([&](store::Store& store) -> Answer {
      auto const before = read(store);
      if (!before) return tl::unexpected(before.error());
      if (auto const noted = note(store, Act::OpeningChanged); !noted)
        return tl::unexpected(noted.error());
      auto const done = store::note_opening(store, request.now.date, wish.daypart, wish.opening);
      auto const change = !wish.opening                          ? ChangeKind::TakenBack
                          : *wish.opening == core::Opening::Open ? ChangeKind::Opened
                                                                 : ChangeKind::Closed;
      return changed(store, done, change,
                     NoteOpening{wish.daypart, before->day.at(wish.daypart).opening});
    });
  }

  Answer operator()(NoteVolunteers const& wish) const {
    return desk.with_store([&](store::Store& store) {
      auto const done =
          store::note_volunteers(store, request.now.date, wish.daypart, wish.volunteers);
      return changed(store, done, ChangeKind::Volunteers);
    });
  }

  Answer operator()(NoteAttendance const& wish) const {
    return desk.with_store([&](store::Store& store) -> Answer {
      auto const before = read(store);
      if (!before) return tl::unexpected(before.error());
      std::optional<int> counted;
      for (auto const& one : before->day.sessions)
        if (one.session.id == wish.session) counted = one.attendance;
      return changed(store, store::note_attendance(store, wish.session, wish.people),
                     ChangeKind::Attendance, NoteAttendance{wish.session, counted});
    });
  }

  Answer operator()(ReadNames const& wish) const {
    return desk.with_store([&](store::Store& store) -> Answer {
      if (auto const noted = note(store, Act::NamesShown); !noted)
        return tl::unexpected(noted.error());
      auto const names = store.names_of(wish.session);
      if (!names) return tl::unexpected(names.error());
      NamesRead read{.session = wish.session, .listed = {}};
      for (auto const& one : *names)
        read.listed.push_back(
            {.token = one.token, .first_name = one.first_name.value_or(std::string())});
      return TodayOutcome{std::move(read)};
    });
  }
};

}  // namespace

Result<TodayOutcome> perform(TodayRequest const& request, Desk& desk) {
  return std::visit(Work{desk, request}, request.what);
}

}  // namespace inloop::app::host
