-- Who runs the place: a picture, a role, and a first name where somebody wants to be named. The PIN
-- is sealed (pin_vault.h). One who was removed stays for as long as that can be undone.
CREATE TABLE host (
  picture INTEGER PRIMARY KEY CHECK (picture BETWEEN 0 AND 23),
  first_name TEXT NOT NULL CHECK (length(first_name) <= 80),
  role TEXT NOT NULL CHECK (role IN ('host', 'coordinator')),
  pin BLOB NOT NULL CHECK (length(pin) = 48),
  standing TEXT NOT NULL DEFAULT 'active' CHECK (standing IN ('active', 'removed'))
) STRICT;

-- Wrong PINs, for every picture whether or not a host has it, and for the house as a whole. They
-- are counted before the PIN is looked at, so that cutting the power helps nobody.
CREATE TABLE wrong_pins (
  picture INTEGER PRIMARY KEY CHECK (picture BETWEEN 0 AND 23),
  times INTEGER NOT NULL DEFAULT 0 CHECK (times BETWEEN 0 AND 1000000)
) STRICT;
INSERT INTO wrong_pins (picture)
  WITH RECURSIVE one(picture) AS (SELECT 0 UNION ALL SELECT picture + 1 FROM one WHERE picture < 23)
  SELECT picture FROM one;
CREATE TABLE house_door (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  wrong_pins INTEGER NOT NULL DEFAULT 0 CHECK (wrong_pins BETWEEN 0 AND 1000000),
  recovery_code BLOB CHECK (length(recovery_code) = 64)  -- sealed; none before the first host
) STRICT;
INSERT INTO house_door (id) VALUES (1);

-- What hosts did, and nothing of what visitors did. Each row is chained to the one before it, so
-- that a row that was changed or taken out shows. After two years the oldest go, and audit_start
-- keeps the link that the first remaining one goes on from.
CREATE TABLE audit (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  date TEXT NOT NULL CHECK (date IS date(date, '+0 days')),
  minute INTEGER NOT NULL CHECK (minute BETWEEN 0 AND 1439),
  host INTEGER CHECK (host BETWEEN 0 AND 23),
  act TEXT NOT NULL CHECK (length(act) BETWEEN 1 AND 40),
  about INTEGER CHECK (about BETWEEN 0 AND 23),
  link BLOB NOT NULL CHECK (length(link) = 32)
) STRICT;
CREATE TABLE audit_start (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  last_gone INTEGER NOT NULL DEFAULT 0,
  link BLOB NOT NULL CHECK (length(link) = 32)
) STRICT;
INSERT INTO audit_start (id, link) VALUES (1, zeroblob(32));

CREATE TRIGGER audit_is_fixed BEFORE UPDATE ON audit
  BEGIN SELECT RAISE(ABORT, 'what was noted stays as it is'); END;
CREATE TRIGGER audit_stays BEFORE DELETE ON audit
  WHEN OLD.date >= (SELECT date(max(date), '-2 years') FROM audit)
    OR OLD.id <> (SELECT min(id) FROM audit)
  BEGIN SELECT RAISE(ABORT, 'what was noted stays for two years'); END;
CREATE TRIGGER last_coordinator_stays BEFORE UPDATE OF role, standing ON host
  WHEN OLD.role = 'coordinator' AND OLD.standing = 'active'
    AND (NEW.role <> 'coordinator' OR NEW.standing <> 'active')
    AND (SELECT count(*) FROM host WHERE role = 'coordinator' AND standing = 'active') < 2
  BEGIN SELECT RAISE(ABORT, 'the last coordinator stays'); END;
