#pragma once
// How the tables of the SQLite count store came to be, step by step. Only ever appended to.

#include <array>
#include <string_view>

namespace inloop::collector {

inline constexpr std::array<std::string_view, 1> sqlite_migrations{
    R"sql(
      CREATE TABLE place (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        since TEXT NOT NULL
      ) STRICT;

      CREATE TABLE place_key (
        key_hash TEXT NOT NULL,
        place TEXT NOT NULL REFERENCES place (id),
        PRIMARY KEY (key_hash, place)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE event (
        number INTEGER PRIMARY KEY,
        source TEXT NOT NULL,
        id TEXT NOT NULL,
        hash TEXT NOT NULL,
        received_at TEXT NOT NULL,
        place TEXT NOT NULL REFERENCES place (id),
        period TEXT NOT NULL,
        kind TEXT NOT NULL,
        sequence INTEGER NOT NULL,
        bytes BLOB NOT NULL,
        UNIQUE (source, id),
        UNIQUE (place, period, kind)
      ) STRICT;

      -- The figures of an event once more, so that totals need not read every event again.
      CREATE TABLE cell (
        event INTEGER NOT NULL REFERENCES event (number),
        position INTEGER NOT NULL,
        subject TEXT NOT NULL,
        group_word TEXT NOT NULL,
        value INTEGER NOT NULL,
        epsilon_numerator INTEGER NOT NULL,
        epsilon_denominator INTEGER NOT NULL,
        PRIMARY KEY (event, position)
      ) STRICT, WITHOUT ROWID;
    )sql",
};

}  // namespace inloop::collector
