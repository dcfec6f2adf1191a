#pragma once
// How the tables of the SQLite count store came to be, step by step. Only ever appended to.

#include <array>
#include <string_view>

namespace inloop::collector {

inline constexpr std::array<std::string_view, 3> sqlite_migrations{
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
    // Places get their district, cells lie by place, and totals are kept for every reader.
    R"sql(
      ALTER TABLE place ADD COLUMN municipality TEXT NOT NULL DEFAULT '';
      ALTER TABLE place ADD COLUMN district TEXT NOT NULL DEFAULT '';
      ALTER TABLE place ADD COLUMN retired_at TEXT NOT NULL DEFAULT '';
      ALTER TABLE place ADD COLUMN first_period TEXT NOT NULL DEFAULT '';
      ALTER TABLE place ADD COLUMN last_period TEXT NOT NULL DEFAULT '';
      ALTER TABLE place ADD COLUMN last_received_at TEXT NOT NULL DEFAULT '';
      CREATE INDEX place_by_area ON place (municipality, district, first_period, retired_at);
      CREATE INDEX open_place_by_last_period ON place (last_period) WHERE retired_at = '';
      ALTER TABLE place_key ADD COLUMN revoked_at TEXT NOT NULL DEFAULT '';

      UPDATE place SET
        first_period = COALESCE((SELECT min(period) FROM event
                                 WHERE place = place.id AND kind = 'regulier'), ''),
        last_period = COALESCE((SELECT max(period) FROM event
                                WHERE place = place.id AND kind = 'regulier'), ''),
        last_received_at =
          COALESCE((SELECT max(received_at) FROM event WHERE place = place.id), '');

      CREATE TABLE event_identity (
        number INTEGER PRIMARY KEY,
        source TEXT NOT NULL,
        id TEXT NOT NULL,
        UNIQUE (source, id)
      ) STRICT;
      INSERT INTO event_identity SELECT number, source, id FROM event;
      CREATE INDEX event_by_period ON event (period, place);

      ALTER TABLE cell RENAME TO cell_by_event;
      CREATE TABLE cell (
        place TEXT NOT NULL,
        period TEXT NOT NULL,
        event INTEGER NOT NULL REFERENCES event (number),
        position INTEGER NOT NULL,
        subject TEXT NOT NULL,
        group_word TEXT NOT NULL,
        value INTEGER NOT NULL,
        epsilon_numerator INTEGER NOT NULL,
        epsilon_denominator INTEGER NOT NULL,
        PRIMARY KEY (place, period, event, position)
      ) STRICT, WITHOUT ROWID;
      INSERT INTO cell
        SELECT place, period, event, position, subject, group_word, value, epsilon_numerator,
          epsilon_denominator
        FROM cell_by_event JOIN event ON event = number;
      DROP TABLE cell_by_event;

      -- Everything that came in added up; an empty group is the whole table.
      CREATE TABLE total_all (
        period TEXT NOT NULL,
        subject TEXT NOT NULL,
        group_word TEXT NOT NULL,
        epsilon_numerator INTEGER NOT NULL,
        epsilon_denominator INTEGER NOT NULL,
        shard INTEGER NOT NULL,
        position INTEGER NOT NULL,
        cells INTEGER NOT NULL,
        places INTEGER NOT NULL,
        value INTEGER NOT NULL,
        PRIMARY KEY (period, subject, group_word, epsilon_numerator, epsilon_denominator, shard)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE total_district (
        municipality TEXT NOT NULL,
        district TEXT NOT NULL,
        period TEXT NOT NULL,
        subject TEXT NOT NULL,
        group_word TEXT NOT NULL,
        epsilon_numerator INTEGER NOT NULL,
        epsilon_denominator INTEGER NOT NULL,
        position INTEGER NOT NULL,
        cells INTEGER NOT NULL,
        places INTEGER NOT NULL,
        value INTEGER NOT NULL,
        PRIMARY KEY (municipality, district, period, subject, group_word, epsilon_numerator,
          epsilon_denominator)
      ) STRICT, WITHOUT ROWID;
      INSERT INTO total_all
        SELECT cell.period, subject, group_word, epsilon_numerator, epsilon_denominator, 0,
          min(position), count(*),
          count(DISTINCT CASE WHEN kind = 'regulier' THEN number END), sum(value)
        FROM cell JOIN event ON event = number
        GROUP BY cell.period, subject, group_word, epsilon_numerator, epsilon_denominator;
      INSERT INTO total_all
        SELECT cell.period, subject, '', epsilon_numerator, epsilon_denominator, 0,
          min(position), count(*),
          count(DISTINCT CASE WHEN kind = 'regulier' THEN number END), sum(value)
        FROM cell JOIN event ON event = number
        GROUP BY cell.period, subject, epsilon_numerator, epsilon_denominator;
      INSERT INTO total_district
        SELECT '', '', period, subject, group_word, epsilon_numerator, epsilon_denominator,
          position, cells, places, value
        FROM total_all;

      CREATE TABLE kiosk_health (
        place TEXT PRIMARY KEY REFERENCES place (id),
        source TEXT NOT NULL,
        time TEXT NOT NULL,
        received_at TEXT NOT NULL,
        software_version TEXT NOT NULL,
        outbox_events INTEGER NOT NULL,
        disk_free_mib INTEGER NOT NULL,
        clock_skew_s INTEGER NOT NULL,
        reader_state TEXT NOT NULL
      ) STRICT;
    )sql",
    // Places are found and sorted by their names, in capitals or not.
    R"sql(
      ALTER TABLE place ADD COLUMN name_key TEXT NOT NULL DEFAULT '';
      UPDATE place SET name_key = lower(name);
      CREATE INDEX place_by_name ON place (name_key, id);
    )sql",
};

}  // namespace inloop::collector
