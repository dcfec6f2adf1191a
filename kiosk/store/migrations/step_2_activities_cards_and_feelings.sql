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
