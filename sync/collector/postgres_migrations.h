#pragma once
// How the tables of the PostgreSQL count store came to be, step by step. Only ever appended to.
// They are those of sqlite_migrations.h, with what is only added to lying in a partition a year.

#include <array>
#include <string_view>

namespace inloop::collector {

// Texts sort by their bytes (COLLATE "C"), as in SQLite: the order of an answer must not follow
// from the language of a server.
//
// An identity of an event is unique over all years, which no index of a partitioned table can
// promise; hence event_identity. A year without a partition goes into the default one: taking a
// count in must neither fail nor need the right to make tables, and `migrate` moves it out.
inline constexpr std::array<std::string_view, 2> postgres_migrations{
    R"sql(
      CREATE TABLE place (
        id TEXT COLLATE "C" PRIMARY KEY,
        name TEXT NOT NULL,
        since TEXT COLLATE "C" NOT NULL,
        municipality TEXT COLLATE "C" NOT NULL DEFAULT '',
        district TEXT COLLATE "C" NOT NULL DEFAULT '',
        retired_at TEXT COLLATE "C" NOT NULL DEFAULT '',
        first_period TEXT COLLATE "C" NOT NULL DEFAULT '',
        last_period TEXT COLLATE "C" NOT NULL DEFAULT '',
        last_received_at TEXT COLLATE "C" NOT NULL DEFAULT ''
      );
      CREATE INDEX place_by_area ON place (municipality, district, first_period, retired_at);
      CREATE INDEX open_place_by_last_period ON place (last_period) WHERE retired_at = '';

      CREATE TABLE place_key (
        key_hash TEXT COLLATE "C" NOT NULL,
        place TEXT COLLATE "C" NOT NULL REFERENCES place (id),
        revoked_at TEXT COLLATE "C" NOT NULL DEFAULT '',
        PRIMARY KEY (key_hash, place)
      );

      CREATE TABLE event_identity (
        number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        source TEXT COLLATE "C" NOT NULL,
        id TEXT COLLATE "C" NOT NULL,
        UNIQUE (source, id)
      );

      CREATE TABLE event (
        number BIGINT NOT NULL,
        source TEXT COLLATE "C" NOT NULL,
        id TEXT COLLATE "C" NOT NULL,
        hash TEXT COLLATE "C" NOT NULL,
        received_at TEXT COLLATE "C" NOT NULL,
        place TEXT COLLATE "C" NOT NULL REFERENCES place (id),
        period TEXT COLLATE "C" NOT NULL,
        kind TEXT COLLATE "C" NOT NULL,
        sequence BIGINT NOT NULL,
        bytes BYTEA NOT NULL,
        PRIMARY KEY (number, period),
        UNIQUE (place, period, kind)
      ) PARTITION BY RANGE (period);
      CREATE INDEX event_by_period ON event (period, place);
      CREATE INDEX event_by_source ON event (source, id);
      CREATE TABLE event_other_years PARTITION OF event DEFAULT;

      CREATE TABLE cell (
        place TEXT COLLATE "C" NOT NULL,
        period TEXT COLLATE "C" NOT NULL,
        event BIGINT NOT NULL,
        position BIGINT NOT NULL,
        subject TEXT COLLATE "C" NOT NULL,
        group_word TEXT COLLATE "C" NOT NULL,
        value BIGINT NOT NULL,
        epsilon_numerator BIGINT NOT NULL,
        epsilon_denominator BIGINT NOT NULL,
        PRIMARY KEY (place, period, event, position)
      ) PARTITION BY RANGE (period);
      CREATE TABLE cell_other_years PARTITION OF cell DEFAULT;

      -- Rewritten with every event, so room is left on each page to do so in place.
      CREATE TABLE total_all (
        period TEXT COLLATE "C" NOT NULL,
        subject TEXT COLLATE "C" NOT NULL,
        group_word TEXT COLLATE "C" NOT NULL,
        epsilon_numerator BIGINT NOT NULL,
        epsilon_denominator BIGINT NOT NULL,
        shard BIGINT NOT NULL,
        position BIGINT NOT NULL,
        cells BIGINT NOT NULL,
        places BIGINT NOT NULL,
        value BIGINT NOT NULL,
        PRIMARY KEY (period, subject, group_word, epsilon_numerator, epsilon_denominator, shard)
      ) WITH (fillfactor = 50);
      CREATE TABLE total_district (
        municipality TEXT COLLATE "C" NOT NULL,
        district TEXT COLLATE "C" NOT NULL,
        period TEXT COLLATE "C" NOT NULL,
        subject TEXT COLLATE "C" NOT NULL,
        group_word TEXT COLLATE "C" NOT NULL,
        epsilon_numerator BIGINT NOT NULL,
        epsilon_denominator BIGINT NOT NULL,
        position BIGINT NOT NULL,
        cells BIGINT NOT NULL,
        places BIGINT NOT NULL,
        value BIGINT NOT NULL,
        PRIMARY KEY (municipality, district, period, subject, group_word, epsilon_numerator,
          epsilon_denominator)
      ) WITH (fillfactor = 50);

      CREATE TABLE kiosk_health (
        place TEXT COLLATE "C" PRIMARY KEY REFERENCES place (id),
        source TEXT COLLATE "C" NOT NULL,
        time TEXT COLLATE "C" NOT NULL,
        received_at TEXT COLLATE "C" NOT NULL,
        software_version TEXT NOT NULL,
        outbox_events BIGINT NOT NULL,
        disk_free_mib BIGINT NOT NULL,
        clock_skew_s BIGINT NOT NULL,
        reader_state TEXT NOT NULL
      );
    )sql",
    // Places are found and sorted by their names, in capitals or not.
    R"sql(
      ALTER TABLE place ADD COLUMN name_key TEXT COLLATE "C" NOT NULL DEFAULT '';
      UPDATE place SET name_key = lower(name COLLATE "C");
      CREATE INDEX place_by_name ON place (name_key, id);
    )sql",
};

}  // namespace inloop::collector
