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
