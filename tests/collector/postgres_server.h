#pragma once
// A real PostgreSQL for tests: in a folder of its own, reached over a Unix socket in it, gone with
// the object. It runs as the user postgres when the test is run by root, whom PostgreSQL refuses.
// One thread.

#include <string>

#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace inloop::test {

class PostgresServer {
 public:
  // Listens when it returns. Throws std::runtime_error when it cannot.
  PostgresServer();
  ~PostgresServer();
  PostgresServer(PostgresServer const&) = delete;
  PostgresServer& operator=(PostgresServer const&) = delete;

  // Makes an empty database and says how libpq reaches it.
  [[nodiscard]] std::string new_database(std::string const& encoding = "UTF8");

  // The end and the new start of the server, as at an upgrade: every connection breaks.
  void restart();

  // What psql prints for this statement, a row a line.
  [[nodiscard]] std::string query(std::string const& connection, std::string const& sql) const;

 private:
  void start();
  void stop();

  TemporaryFolder m_folder;
  std::unique_ptr<Process> m_process;
  int m_databases = 0;
};

}  // namespace inloop::test
