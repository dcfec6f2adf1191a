-- What a host said of a daypart of a date. Null: nobody said, so the schedule holds.
CREATE TABLE daypart_note (
  date TEXT NOT NULL CHECK (date IS date(date, '+0 days')),
  daypart TEXT NOT NULL CHECK (daypart IN ('morning', 'afternoon', 'evening')),
  opening TEXT CHECK (opening IN ('open', 'closed')),
  volunteers INTEGER CHECK (volunteers BETWEEN 0 AND 30),
  PRIMARY KEY (date, daypart)
) STRICT, WITHOUT ROWID;

-- How many left, for today only: it says how many are in the house if everybody has to get out.
CREATE TABLE leaving (
  date TEXT NOT NULL CHECK (date IS date(date, '+0 days')),
  daypart TEXT NOT NULL CHECK (daypart IN ('morning', 'afternoon', 'evening')),
  people INTEGER NOT NULL CHECK (people BETWEEN 0 AND 100000),
  PRIMARY KEY (date, daypart)
) STRICT, WITHOUT ROWID;

-- The oldest release without a receipt, without reading ten years of bytes.
CREATE INDEX release_on_its_way ON release (sequence) WHERE receipt IS NULL;

CREATE TRIGGER daypart_note_comes_too_late BEFORE INSERT ON daypart_note
  WHEN EXISTS (SELECT 1 FROM period WHERE month = substr(NEW.date, 1, 7))
  BEGIN SELECT RAISE(ABORT, 'the period of this daypart is closed'); END;
CREATE TRIGGER daypart_note_changes_too_late BEFORE UPDATE ON daypart_note
  WHEN EXISTS (SELECT 1 FROM period
               WHERE month IN (substr(OLD.date, 1, 7), substr(NEW.date, 1, 7)))
  BEGIN SELECT RAISE(ABORT, 'the period of this daypart is closed'); END;
CREATE TRIGGER daypart_note_goes_too_late BEFORE DELETE ON daypart_note
  WHEN EXISTS (SELECT 1 FROM period WHERE month = substr(OLD.date, 1, 7))
  BEGIN SELECT RAISE(ABORT, 'the period of this daypart is closed'); END;
