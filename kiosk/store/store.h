#pragma once
// The kiosk's memory: one SQLite file, opened once, by one connection, on one thread. Nothing in it
// can answer "was this person here on that date", but for first names on sign-up lists, which are
// locked and soon forgotten. Store thread.

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/base/card_hash.h"
#include "kiosk/base/random_source.h"
#include "kiosk/base/result.h"
#include "kiosk/core/action.h"
#include "kiosk/core/activities.h"
#include "kiosk/core/period_counts.h"
#include "kiosk/core/periods.h"
#include "kiosk/core/sign_ups.h"
#include "kiosk/core/visits.h"

namespace inloop::store {

class NameVault;
class PinVault;

// More months than a kiosk can be asleep; a clock that jumped shows no more than these at once.
inline constexpr std::size_t most_open_periods = 120;
inline constexpr std::size_t greatest_release_bytes = 64 * 1024;
inline constexpr std::size_t greatest_receipt_bytes = 64 * 1024;
inline constexpr std::size_t most_activities = 20'000;
inline constexpr int most_session_minutes = 24 * 60;
inline constexpr int most_people_at_session = 500;
inline constexpr int most_agenda_days = 400;

struct Options {
  std::filesystem::path file;  // its folder is for its owner alone: made so, or refused
  std::string place;           // the id of the place whose counts these are; stands in the ledger
  std::int64_t quota_bytes = std::int64_t{1} << 30;
  std::string vfs;  // empty: the operating system's; tests bring their own
  // Locks first names. Without one nobody can sign up by name; everything else works.
  std::shared_ptr<NameVault> names;
  // Seals the hosts' PINs. Without one no host can come in; everything else works.
  std::shared_ptr<PinVault> pins;
};

// One row of the ledger: this table of this period was drawn, and can never be drawn again.
struct LedgerEntry {
  std::string subject;  // onderwerp
  std::uint32_t epsilon_numerator = 1;
  std::uint32_t epsilon_denominator = 1;

  bool operator==(LedgerEntry const&) const = default;
};

// What the closing of a period leaves behind, in the same transaction that closes it.
struct Release {
  std::string event_id;  // UUID
  std::string bytes;     // what the town hall gets, byte for byte
  std::vector<LedgerEntry> ledger;

  bool operator==(Release const&) const = default;
};

struct PublishedRelease {
  core::Period period{};
  std::int64_t sequence = 0;
  std::string event_id;
  std::string bytes;
  std::optional<std::string> receipt;  // what the collector answered, once it did

  bool operator==(PublishedRelease const&) const = default;
};

struct KnownActivity {
  core::ActivityId id = 0;
  core::Activity activity;

  bool operator==(KnownActivity const&) const = default;
};

// What somebody who signs up asks for.
struct SignUpWish {
  core::SessionId session = 0;
  std::optional<core::Token> token;       // absent: one is drawn
  std::optional<std::string> first_name;  // just where the session takes names
  core::WhenFull when_full = core::WhenFull::Refuse;
  core::LocalTime now;

  bool operator==(SignUpWish const&) const = default;
};

struct SignedUp {
  core::Token token;
  core::Place place;

  bool operator==(SignedUp const&) const = default;
};

// A sign-up as the host sees it. No first name where it was not asked for, or was lost: with a file
// that had to be restored from a backup, or with the key it was locked with.
struct NamedSignUp {
  core::Token token;
  core::Place place;
  std::optional<std::string> first_name;

  bool operator==(NamedSignUp const&) const = default;
};

// What was asked for, or why it cannot be; a failing store is neither.
template <class Value>
using SignUpResult = Result<std::variant<Value, core::SignUpProblem>>;

// The key that turns the card numbers of one month into hashes.
using CardKey = std::array<std::byte, 32>;

struct CountedByCard {
  core::VisitId visit = 0;
  core::FirstTime first_time = core::FirstTime::Skipped;

  bool operator==(CountedByCard const&) const = default;
};

// In this daypart, by an earlier tap of the same card.
struct AlreadyCounted {
  bool operator==(AlreadyCounted const&) const = default;
};

using CardVisit = std::variant<CountedByCard, AlreadyCounted>;

class Store {
 public:
  // Fails in words when the file is in use, damaged, foreign or written by a newer version. It is
  // left as it is then; mending.h knows what may be done about it.
  [[nodiscard]] static Result<Store> open(Options const& options);
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  // True after the disk failed under an open store. Everything is refused from then on, because
  // nothing that was not answered can be known: destroy the store and open it again.
  [[nodiscard]] bool is_lost() const;

  // Durable when it returns: the visit survives a power cut. A visit in a closed period is refused,
  // and so is every change to one.
  [[nodiscard]] Result<core::VisitId> add_visit(core::Visit const& visit);
  [[nodiscard]] Result<> amend_visit(core::VisitId id, core::Party party,
                                     core::FirstTime first_time);
  // A visit of today that a card made frees the card again: its next tap counts.
  [[nodiscard]] Result<> undo_visit(core::VisitId id);

  // The key of a month, made when it is asked for first, the same until the month is closed. A
  // file restored from a backup has another.
  [[nodiscard]] Result<CardKey> card_key(core::Period month, RandomSource& random);

  // Counts the visit of somebody with a card, once a daypart, and answers "first time this month"
  // for it: Yes or No by the card, Skipped where the hash was made with another month's key. Which
  // cards came today is known until the program ends, and in no file.
  [[nodiscard]] Result<CardVisit> add_card_visit(core::Visit const& visit, CardHash const& card);

  // One more of this answer in this month. A closed month refuses it.
  [[nodiscard]] Result<> add_feeling(core::Period month, core::Feeling feeling);

  // Refuse, in words, what is not within the limits of core/activities.h.
  [[nodiscard]] Result<core::ActivityId> add_activity(core::Activity const& activity);
  [[nodiscard]] Result<std::vector<KnownActivity>> activities();
  // Refused where the activity has a session at that time already.
  [[nodiscard]] Result<core::SessionId> add_session(core::ActivityId activity,
                                                    core::LocalTime const& start, int minutes);
  // Once, with words of at most core::most_reason_characters. Its sign-ups stay until they are
  // forgotten, so that the host can tell people.
  [[nodiscard]] Result<> cancel_session(core::SessionId session, std::string const& reason);
  // What the host counted; the last number stands. 0 to most_people_at_session.
  [[nodiscard]] Result<> note_attendance(core::SessionId session, int people);

  // The sessions that begin on `days` days (at most most_agenda_days), in order of time; at most
  // core::most_sessions_in_agenda.
  [[nodiscard]] Result<std::vector<core::Session>> agenda(core::Date from, int days);

  // Takes a place, or a number on the waiting list when that is asked for, in one transaction: of
  // two who want the last place one gets it. Durable when it returns.
  [[nodiscard]] SignUpResult<SignedUp> sign_up(SignUpWish const& wish, RandomSource& random);
  [[nodiscard]] SignUpResult<core::Place> find_sign_up(core::SessionId session,
                                                       core::Token const& token);
  // Moves everybody behind it up.
  [[nodiscard]] SignUpResult<std::monostate> cancel_sign_up(core::SessionId session,
                                                            core::Token const& token);
  // Tokens that nobody holds there, to choose from: see token_draw.h.
  [[nodiscard]] Result<std::vector<core::Token>> free_tokens(core::SessionId session,
                                                             std::size_t count,
                                                             RandomSource& random);
  // For the host alone, in the order in which people signed up.
  [[nodiscard]] Result<std::vector<NamedSignUp>> names_of(core::SessionId session);

  // Destroys sign-ups, names and keys of names, in the log as well, once `kept_days` whole days
  // have passed since the day on which the session ended: 0 is the next day. How many places were
  // held stays.
  [[nodiscard]] Result<> forget_sign_ups(core::Date today, int kept_days);

  // Drops the arrival minutes of all dates before `today`, how many left on them and who hosted.
  [[nodiscard]] Result<> forget_minutes_before(core::Date today);

  // The periods that are not closed, oldest first: every month from the first in which anybody was
  // counted or that was closed up to today's (or the last that has a visit). A month in which
  // nobody came is one of them, because its zeros are released too. At most most_open_periods.
  [[nodiscard]] Result<std::vector<core::Period>> open_periods(core::Date today);

  // All that is counted of a period. Dates without visits are absent; a session that is not
  // cancelled is taken as held.
  [[nodiscard]] Result<core::PeriodCounts> period_counts(core::Period period);
  // The same for a period that is not over: a session that has not ended is planned, and neither
  // held nor cancelled yet.
  [[nodiscard]] Result<core::PeriodCounts> period_counts(core::Period period,
                                                         core::LocalTime const& now);

  // Closes a period once, in one transaction: counts it, asks `make_release` for the event with the
  // next sequence number, writes ledger, event and closing together, and destroys the month's card
  // key and hashes, afterwards in the log, too. Fails without a trace when the period is closed
  // already or when make_release fails.
  using MakeRelease =
      std::function<Result<Release>(core::PeriodCounts const& counts, std::int64_t sequence)>;
  [[nodiscard]] Result<> close_period(core::Period period, MakeRelease const& make_release);

  // Takes in a release that was drawn before this file was restored from a backup, as it was found
  // in the outbox, in its sequence. What is here already, with the same bytes, is left alone; with
  // others it is refused. Call it for all of them before anything is closed.
  [[nodiscard]] Result<> adopt_release(PublishedRelease const& release,
                                       std::vector<LedgerEntry> const& ledger);

  // Every release, oldest first: the source of what must be in the outbox.
  [[nodiscard]] Result<std::vector<PublishedRelease>> releases();
  // The first receipt of an event stands; another one changes nothing.
  [[nodiscard]] Result<> keep_receipt(std::string const& event_id, std::string const& receipt);

  // quick_check of SQLite: an empty list is a sound file.
  [[nodiscard]] Result<std::vector<std::string>> find_damage();

  // Brings the write-ahead log back into the file and empties it.
  [[nodiscard]] Result<> checkpoint();

  // Writes the newest backup to `folder`, which is for its owner alone as the file's own is. See
  // backup.h; mending.h restores it.
  [[nodiscard]] Result<> back_up(std::filesystem::path const& folder);

  // For the files of this folder: what the store can do beyond this list grows in headers of its
  // own (hosts.h, audit.h), through store_impl.h.
  class Impl;
  [[nodiscard]] Impl& impl() { return *m_impl; }

 private:
  explicit Store(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> m_impl;
};

}  // namespace inloop::store
