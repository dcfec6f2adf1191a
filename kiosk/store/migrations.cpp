#include "kiosk/store/migrations.h"

#include <array>
#include <string>

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include "kiosk/base/assert.h"
#include "kiosk/store/database.h"

namespace inloop::store {
namespace {

constexpr std::string_view first_schema = R"sql(
  PRAGMA application_id = 0x496e6c70;

  -- People counted in together. The minute is kept for today only; ids are not used twice, so that
  -- a late "Foutje" cannot meet somebody else's visit.
  CREATE TABLE visit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    date TEXT NOT NULL CHECK (date IS date(date, '+0 days')),
    daypart TEXT NOT NULL CHECK (daypart IN ('morning', 'afternoon', 'evening')),
    minute INTEGER CHECK (minute BETWEEN 0 AND 1439),
    adults INTEGER NOT NULL CHECK (adults BETWEEN 0 AND 20),
    children INTEGER NOT NULL CHECK (children BETWEEN 0 AND 20),
    first_time TEXT NOT NULL CHECK (first_time IN ('skipped', 'yes', 'no')),
    channel TEXT NOT NULL CHECK (channel IN ('touch', 'card', 'host', 'late')),
    CHECK (adults + children >= 1)
  ) STRICT;
  CREATE INDEX visit_by_date ON visit (date);
  CREATE INDEX visit_with_minute ON visit (date) WHERE minute IS NOT NULL;

  -- The months that are closed. One has no place: a place that is renamed must not be drawn again.
  CREATE TABLE period (
    month TEXT PRIMARY KEY CHECK (month || '-01' IS date(month || '-01'))
  ) STRICT, WITHOUT ROWID;

  -- What was drawn. A second draw breaks the constraint: redraws would average the noise away.
  CREATE TABLE ledger (
    place TEXT NOT NULL CHECK (place <> ''),
    period TEXT NOT NULL REFERENCES period (month),
    subject TEXT NOT NULL CHECK (subject <> ''),
    epsilon_numerator INTEGER NOT NULL CHECK (epsilon_numerator BETWEEN 1 AND 65536),
    epsilon_denominator INTEGER NOT NULL CHECK (epsilon_denominator BETWEEN 1 AND 65536),
    UNIQUE (place, period, subject)
  ) STRICT;

  -- What the town hall gets, byte for byte, and what it answered.
  CREATE TABLE release (
    sequence INTEGER PRIMARY KEY,
    period TEXT NOT NULL UNIQUE REFERENCES period (month),
    event_id TEXT NOT NULL UNIQUE CHECK (event_id <> ''),
    bytes BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 65536),
    receipt BLOB CHECK (length(receipt) BETWEEN 1 AND 65536)
  ) STRICT;

  CREATE TRIGGER visit_comes_too_late BEFORE INSERT ON visit
    WHEN EXISTS (SELECT 1 FROM period WHERE month = substr(NEW.date, 1, 7))
    BEGIN SELECT RAISE(ABORT, 'the period of this visit is closed'); END;
  CREATE TRIGGER visit_changes_too_late
    BEFORE UPDATE OF id, date, daypart, adults, children, first_time, channel ON visit
    WHEN EXISTS (SELECT 1 FROM period
                 WHERE month IN (substr(OLD.date, 1, 7), substr(NEW.date, 1, 7)))
    BEGIN SELECT RAISE(ABORT, 'the period of this visit is closed'); END;
  CREATE TRIGGER visit_goes_too_late BEFORE DELETE ON visit
    WHEN EXISTS (SELECT 1 FROM period WHERE month = substr(OLD.date, 1, 7))
    BEGIN SELECT RAISE(ABORT, 'the period of this visit is closed'); END;

  CREATE TRIGGER period_stays BEFORE DELETE ON period
    BEGIN SELECT RAISE(ABORT, 'a closed period stays closed'); END;
  CREATE TRIGGER period_is_fixed BEFORE UPDATE ON period
    BEGIN SELECT RAISE(ABORT, 'a closed period stays closed'); END;
  CREATE TRIGGER ledger_stays BEFORE DELETE ON ledger
    BEGIN SELECT RAISE(ABORT, 'what was drawn stays drawn'); END;
  CREATE TRIGGER ledger_is_fixed BEFORE UPDATE ON ledger
    BEGIN SELECT RAISE(ABORT, 'what was drawn stays drawn'); END;

  CREATE TRIGGER release_follows_the_last BEFORE INSERT ON release
    WHEN NEW.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM release)
    BEGIN SELECT RAISE(ABORT, 'the sequence of releases has no gaps'); END;
  CREATE TRIGGER release_stays BEFORE DELETE ON release
    BEGIN SELECT RAISE(ABORT, 'what was released stays released'); END;
  CREATE TRIGGER release_is_fixed BEFORE UPDATE OF sequence, period, event_id, bytes ON release
    BEGIN SELECT RAISE(ABORT, 'what was released stays as it is'); END;
  CREATE TRIGGER receipt_is_fixed BEFORE UPDATE OF receipt ON release
    WHEN OLD.receipt IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'the first receipt stands'); END;
)sql";

constexpr std::string_view activities_cards_and_feelings = R"sql(
  -- What is repeated. How many characters people count in a text is looked at before it comes
  -- here; each may be written with up to four code points.
  CREATE TABLE activity (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 160),
    picture TEXT NOT NULL CHECK (length(picture) BETWEEN 1 AND 16),
    kind TEXT NOT NULL CHECK (kind IN ('meeting', 'moving', 'cooking', 'learning', 'making',
                                       'helping', 'advice')),
    sign_up TEXT NOT NULL CHECK (sign_up IN ('open', 'token', 'name', 'anonymous')),
    capacity INTEGER CHECK (capacity BETWEEN 1 AND 100),
    room TEXT NOT NULL CHECK (length(room) <= 120),
    link TEXT NOT NULL CHECK (link = '' OR (substr(link, 1, 8) = 'https://' AND
                                            length(CAST(link AS BLOB)) BETWEEN 9 AND 300))
  ) STRICT;

  -- One occurrence. places_held is written once, when its sign-ups are forgotten or its month is
  -- closed; until then they are counted.
  CREATE TABLE session (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    activity INTEGER NOT NULL REFERENCES activity (id),
    date TEXT NOT NULL CHECK (date IS date(date, '+0 days')),
    minute INTEGER NOT NULL CHECK (minute BETWEEN 0 AND 1439),
    minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
    state TEXT NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'cancelled')),
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 320),
    attendance INTEGER CHECK (attendance BETWEEN 0 AND 500),
    places_held INTEGER CHECK (places_held BETWEEN 0 AND 100),
    CHECK (state = 'cancelled' OR reason = ''),
    UNIQUE (activity, date, minute)
  ) STRICT;
  CREATE INDEX session_by_time ON session (date, minute);
  CREATE INDEX session_with_people ON session (date)
    WHERE attendance IS NOT NULL OR places_held > 0;

  -- Their order is the order of their ids, which are not used twice. The first name is encrypted.
  CREATE TABLE sign_up (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    session INTEGER NOT NULL REFERENCES session (id),
    picture INTEGER NOT NULL CHECK (picture BETWEEN 0 AND 23),
    colour TEXT NOT NULL CHECK (colour IN ('blue', 'green', 'yellow', 'red', 'purple', 'orange')),
    waited INTEGER NOT NULL CHECK (waited IN (0, 1)),
    first_name BLOB CHECK (length(first_name) = 136),
    UNIQUE (session, picture, colour)
  ) STRICT;

  -- What opens the first names of a session, itself encrypted. Without it they are noise.
  CREATE TABLE name_key (
    session INTEGER PRIMARY KEY REFERENCES session (id),
    wrapped BLOB NOT NULL CHECK (length(wrapped) = 72)
  ) STRICT;

  -- The key that turns a month's card numbers into hashes, and the hashes seen. Rows lie in the
  -- order of the hashes, so that nothing tells who came before whom.
  CREATE TABLE card_key (
    month TEXT PRIMARY KEY CHECK (month || '-01' IS date(month || '-01')),
    key BLOB NOT NULL CHECK (length(key) = 32)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE card_month (
    month TEXT NOT NULL CHECK (month || '-01' IS date(month || '-01')),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (month, hash)
  ) STRICT, WITHOUT ROWID;

  -- How often each answer was given in a month.
  CREATE TABLE feeling (
    month TEXT NOT NULL CHECK (month || '-01' IS date(month || '-01')),
    answer TEXT NOT NULL CHECK (answer IN ('yes', 'a little', 'no')),
    times INTEGER NOT NULL CHECK (times BETWEEN 1 AND 1000000),
    PRIMARY KEY (month, answer)
  ) STRICT, WITHOUT ROWID;

  CREATE TRIGGER activity_was_counted BEFORE UPDATE OF id, kind ON activity
    WHEN EXISTS (SELECT 1 FROM session JOIN period ON month = substr(date, 1, 7)
                 WHERE activity = OLD.id)
    BEGIN SELECT RAISE(ABORT, 'a session of this activity was counted as this kind'); END;

  CREATE TRIGGER session_comes_too_late BEFORE INSERT ON session
    WHEN EXISTS (SELECT 1 FROM period WHERE month = substr(NEW.date, 1, 7))
    BEGIN SELECT RAISE(ABORT, 'the period of this session is closed'); END;
  CREATE TRIGGER session_changes_too_late
    BEFORE UPDATE OF id, activity, date, state, attendance, places_held ON session
    WHEN EXISTS (SELECT 1 FROM period
                 WHERE month IN (substr(OLD.date, 1, 7), substr(NEW.date, 1, 7)))
    BEGIN SELECT RAISE(ABORT, 'the period of this session is closed'); END;
  CREATE TRIGGER session_goes_too_late BEFORE DELETE ON session
    WHEN EXISTS (SELECT 1 FROM period WHERE month = substr(OLD.date, 1, 7))
    BEGIN SELECT RAISE(ABORT, 'the period of this session is closed'); END;
  CREATE TRIGGER places_held_are_fixed BEFORE UPDATE OF places_held ON session
    WHEN OLD.places_held IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'the places of this session were counted already'); END;

  CREATE TRIGGER sign_up_comes_too_late BEFORE INSERT ON sign_up
    WHEN (SELECT places_held IS NOT NULL OR state <> 'planned'
                 OR substr(date, 1, 7) IN (SELECT month FROM period)
          FROM session WHERE id = NEW.session)
    BEGIN SELECT RAISE(ABORT, 'this session takes no sign-ups any more'); END;
  CREATE TRIGGER sign_up_is_fixed BEFORE UPDATE OF id, session, picture, colour, waited ON sign_up
    BEGIN SELECT RAISE(ABORT, 'a sign-up stays as it is'); END;

  CREATE TRIGGER card_key_is_fixed BEFORE UPDATE ON card_key
    BEGIN SELECT RAISE(ABORT, 'a month has one key'); END;
  CREATE TRIGGER card_key_comes_too_late BEFORE INSERT ON card_key
    WHEN NEW.month IN (SELECT month FROM period)
    BEGIN SELECT RAISE(ABORT, 'the period of this card is closed'); END;
  CREATE TRIGGER card_comes_too_late BEFORE INSERT ON card_month
    WHEN NEW.month IN (SELECT month FROM period)
    BEGIN SELECT RAISE(ABORT, 'the period of this card is closed'); END;
  CREATE TRIGGER cards_are_forgotten BEFORE INSERT ON period
    WHEN EXISTS (SELECT 1 FROM card_key WHERE month = NEW.month)
      OR EXISTS (SELECT 1 FROM card_month WHERE month = NEW.month)
    BEGIN SELECT RAISE(ABORT, 'the cards of this period are not yet forgotten'); END;

  CREATE TRIGGER feeling_comes_too_late BEFORE INSERT ON feeling
    WHEN NEW.month IN (SELECT month FROM period)
    BEGIN SELECT RAISE(ABORT, 'the period of this feeling is closed'); END;
  CREATE TRIGGER feeling_changes_too_late BEFORE UPDATE ON feeling
    WHEN OLD.month IN (SELECT month FROM period) OR NEW.month IN (SELECT month FROM period)
    BEGIN SELECT RAISE(ABORT, 'the period of this feeling is closed'); END;
  CREATE TRIGGER feeling_goes_too_late BEFORE DELETE ON feeling
    WHEN OLD.month IN (SELECT month FROM period)
    BEGIN SELECT RAISE(ABORT, 'the period of this feeling is closed'); END;
)sql";

constexpr std::array all_steps{first_schema, activities_cards_and_feelings};

}  // namespace

std::span<std::string_view const> migrations() {
  return all_steps;
}

void migrate(SQLite::Database& database, std::span<std::string_view const> steps) {
  auto const version = static_cast<std::size_t>(version_of(database));
  INLOOP_ASSERT(version <= steps.size());
  for (auto step = version; step < steps.size(); ++step) {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    database.exec(std::string(steps[step]));
    database.exec(fmt::format("PRAGMA user_version = {}", step + 1));
    transaction.commit();
  }
}

}  // namespace inloop::store
