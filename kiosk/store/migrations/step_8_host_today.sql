-- Who hosts today, of those who want to be named: their picture, for this day only. The first name
-- is that of the table of the hosts.
CREATE TABLE host_today (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  date TEXT NOT NULL CHECK (date IS date(date, '+0 days')),
  picture INTEGER NOT NULL CHECK (picture BETWEEN 0 AND 23)
) STRICT;
