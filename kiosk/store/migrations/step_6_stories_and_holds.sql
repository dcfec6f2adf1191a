-- Months that a host holds back for a while. One that is closed is held no more.
CREATE TABLE hold (
  month TEXT PRIMARY KEY CHECK (month || '-01' IS date(month || '-01'))
) STRICT, WITHOUT ROWID;
CREATE TRIGGER hold_comes_too_late BEFORE INSERT ON hold
  WHEN NEW.month IN (SELECT month FROM period)
  BEGIN SELECT RAISE(ABORT, 'this month has gone to the municipality'); END;
CREATE TRIGGER hold_ends AFTER INSERT ON period
  BEGIN DELETE FROM hold WHERE month = NEW.month; END;

-- What hosts tell, without names. How many characters people count is looked at before it comes
-- here; each may be written with up to four code points.
CREATE TABLE story (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  date TEXT NOT NULL CHECK (date IS date(date, '+0 days')),
  text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 2400)
) STRICT;
CREATE INDEX story_by_date ON story (date, id);

-- Counts from paper, to be found again for a correction without reading ten years of visits.
CREATE INDEX visit_from_paper ON visit (date) WHERE channel = 'late';
