#pragma once
// What somebody would write who puts the same rows into PostgreSQL by psql: the comparison for the
// collector's own ingest. It checks nothing, adds nothing up and answers nobody. One thread.

#include <span>
#include <string>

#include "sync/collector/count_store.h"
#include "tests/support/temporary_folder.h"

namespace inloop::bench {

class PlainClient {
 public:
  // `connection`: a database with the tables and places of the collector, for these arrivals alone.
  explicit PlainClient(std::string connection) : m_connection(std::move(connection)) {}

  // Each event durable on its own, as it is for the collector: a transaction an event, with one
  // INSERT a table, by `clients` psql at once. Gives seconds.
  [[nodiscard]] double insert(std::span<collector::Arrival const> arrivals, int clients) const;

  // The most PostgreSQL can do: all rows in one transaction by COPY, nothing durable before its
  // end. Gives seconds.
  [[nodiscard]] double copy(std::span<collector::Arrival const> arrivals) const;

 private:
  [[nodiscard]] double run(std::vector<std::filesystem::path> const& scripts) const;

  std::string m_connection;
  test::TemporaryFolder m_folder;
};

}  // namespace inloop::bench
