#include "tests/collector/postgres_server.h"

#include <csignal>
#include <stdexcept>

#include <fmt/format.h>
#include <pwd.h>
#include <unistd.h>

// libpqxx 6.4 forgets the last answer of a connection that broke: two kilobytes, and only then.
extern "C" char const* __lsan_default_suppressions() {
  return "leak:PQmakeEmptyPGresult";
}

namespace inloop::test {
namespace {

std::filesystem::path const programs = "/usr/lib/postgresql/15/bin";

// It becomes the program, so that signals reach that, and ends with the test, however that ends.
Command as_server_user(std::filesystem::path const& program, std::vector<std::string> arguments) {
  std::vector<std::string> all{"--pdeathsig", "INT"};
  if (::geteuid() == 0)
    all.insert(all.end(), {"--reuid=postgres", "--regid=postgres", "--clear-groups"});
  all.insert(all.end(), {"--", program.string()});
  all.insert(all.end(), arguments.begin(), arguments.end());
  return {"/usr/bin/setpriv", std::move(all), {}};
}

void run_or_throw(Command const& command) {
  auto const finished = run(command);
  if (finished.exit_code != 0)
    throw std::runtime_error(command.program.string() + ": " + finished.errors);
}

}  // namespace

PostgresServer::PostgresServer() {
  if (::geteuid() == 0) {
    auto const* const user = ::getpwnam("postgres");
    if (user == nullptr || ::chown(m_folder.path().c_str(), user->pw_uid, user->pw_gid) != 0)
      throw std::runtime_error("there is no user postgres to run the server as");
  }
  run_or_throw(as_server_user(
      programs / "initdb",
      {"--pgdata", (m_folder.path() / "data").string(), "--username", "inloop", "--auth", "trust",
       "--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync", "--no-instructions"}));
  start();
}

PostgresServer::~PostgresServer() {
  stop();
}

void PostgresServer::start() {
  m_process = std::make_unique<Process>(as_server_user(
      programs / "postgres",
      {"-D", (m_folder.path() / "data").string(), "-k", m_folder.path().string(), "-c",
       "listen_addresses=", "-c", "shared_buffers=32MB", "-c", "max_connections=60"}));
  if (!m_process->wait_for_line("ready to accept connections"))
    throw std::runtime_error("PostgreSQL does not start: " + m_process->errors());
}

void PostgresServer::stop() {
  m_process->signal(SIGINT);  // a fast shutdown: it waits for no client
  if (!m_process->wait()) m_process->signal(SIGKILL);
  m_process.reset();
}

void PostgresServer::restart() {
  stop();
  start();
}

std::string PostgresServer::new_database(std::string const& encoding) {
  auto const name = fmt::format("test_{}", ++m_databases);
  auto const server = fmt::format("host={} user=inloop dbname=", m_folder.path().string());
  (void)query(server + "postgres",
              fmt::format("CREATE DATABASE {} TEMPLATE template0 ENCODING '{}' LOCALE 'C'", name,
                          encoding));
  return server + name;
}

std::string PostgresServer::query(std::string const& connection, std::string const& sql) const {
  auto const finished =
      run({programs / "psql", {"--no-psqlrc", "-qAt", "-c", sql, connection}, {}});
  if (finished.exit_code != 0) throw std::runtime_error(finished.errors);
  return finished.output;
}

}  // namespace inloop::test
