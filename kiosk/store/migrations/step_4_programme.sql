-- A partner whose activity it is; empty for the place's own.
ALTER TABLE activity ADD COLUMN organiser TEXT NOT NULL DEFAULT ''
  CHECK (length(organiser) <= 240);
CREATE INDEX activity_by_title ON activity (title);

-- An activity with all the times at which it is. `last` is the last day on which the rule may give a
-- session, planned_until the last day for which that was worked out. A partner's rule stands in
-- foreign_rule, in words of calendars; of it and its sessions the fingerprint was made.
CREATE TABLE series (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  activity INTEGER NOT NULL REFERENCES activity (id),
  date TEXT NOT NULL CHECK (date IS date(date, '+0 days')),
  minute INTEGER NOT NULL CHECK (minute BETWEEN 0 AND 1439),
  minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
  slots INTEGER NOT NULL CHECK (slots BETWEEN 1 AND 24),
  repeat TEXT NOT NULL CHECK (repeat IN ('once', 'weekly', 'monthly by weekday',
                                         'monthly by date', 'foreign')),
  interval_weeks INTEGER NOT NULL CHECK (interval_weeks BETWEEN 1 AND 4),
  weekdays INTEGER NOT NULL CHECK (weekdays BETWEEN 0 AND 127),
  nth INTEGER NOT NULL CHECK (nth = -1 OR nth BETWEEN 1 AND 4),
  day_of_month INTEGER NOT NULL CHECK (day_of_month BETWEEN 1 AND 31),
  last TEXT CHECK (last IS date(last, '+0 days')),
  on_holidays TEXT NOT NULL CHECK (on_holidays IN ('meet', 'skip', 'skip liberation day too')),
  left_out TEXT NOT NULL CHECK (length(left_out) <= 2200),
  foreign_rule TEXT NOT NULL CHECK (length(CAST(foreign_rule AS BLOB)) <= 4000),
  foreign_zone TEXT NOT NULL CHECK (length(foreign_zone) <= 100),
  lead INTEGER CHECK (lead BETWEEN 0 AND 23),
  uid TEXT NOT NULL CHECK (length(CAST(uid AS BLOB)) <= 255),
  fingerprint INTEGER NOT NULL,
  planned_until TEXT NOT NULL CHECK (planned_until IS date(planned_until, '+0 days')),
  CHECK (repeat = 'foreign' OR (foreign_rule = '' AND foreign_zone = '' AND uid = ''))
) STRICT;
CREATE INDEX series_by_horizon ON series (planned_until);

-- A session of a series remembers when its series has it, so that it is known again after it was
-- moved alone.
ALTER TABLE session ADD COLUMN series INTEGER REFERENCES series (id);
ALTER TABLE session ADD COLUMN original_date TEXT
  CHECK (original_date IS date(original_date, '+0 days'));
ALTER TABLE session ADD COLUMN original_minute INTEGER CHECK (original_minute BETWEEN 0 AND 1439);
ALTER TABLE session ADD COLUMN lead INTEGER CHECK (lead BETWEEN 0 AND 23);
CREATE UNIQUE INDEX session_of_series ON session (series, original_date, original_minute)
  WHERE series IS NOT NULL;

-- What the last change of the programme found, so that it can be taken back: 0 in was_there is a
-- row that the change added. The rest stands in the columns of the same name.
CREATE TABLE programme_change (
  id INTEGER PRIMARY KEY AUTOINCREMENT
) STRICT;
CREATE TABLE series_before (
  id INTEGER PRIMARY KEY,
  was_there INTEGER NOT NULL CHECK (was_there IN (0, 1)),
  activity INTEGER, date TEXT, minute INTEGER, minutes INTEGER, slots INTEGER, repeat TEXT,
  interval_weeks INTEGER, weekdays INTEGER, nth INTEGER, day_of_month INTEGER, last TEXT,
  on_holidays TEXT, left_out TEXT, foreign_rule TEXT, foreign_zone TEXT, lead INTEGER, uid TEXT,
  fingerprint INTEGER, planned_until TEXT
) STRICT;
CREATE TABLE session_before (
  id INTEGER PRIMARY KEY,
  was_there INTEGER NOT NULL CHECK (was_there IN (0, 1)),
  activity INTEGER, date TEXT, minute INTEGER, minutes INTEGER, state TEXT, reason TEXT,
  series INTEGER, original_date TEXT, original_minute INTEGER, lead INTEGER
) STRICT;
