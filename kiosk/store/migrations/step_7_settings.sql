-- What closes a backup that leaves the house (backup_lock.h), and the sealed recovery code that it
-- was made from: after a new code it is not used any more.
CREATE TABLE backup_lock (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  salt BLOB NOT NULL CHECK (length(salt) = 16),
  public_key BLOB NOT NULL CHECK (length(public_key) = 32),
  recovery_code BLOB NOT NULL CHECK (length(recovery_code) = 64)
) STRICT;
