#include "tests/bench/plain_client.h"

#include <chrono>
#include <cstdio>
#include <stdexcept>

#include "tests/support/process.h"

namespace inloop::bench {
namespace {

using collector::Arrival;

std::string hex_of(std::string_view bytes) {
  std::string hex;
  for (unsigned char const byte : bytes) hex += fmt::format("{:02x}", byte);
  return hex;
}

// Calls `row` with each cell's position, table and cell.
template <class Row>
void each_cell(report::CountEvent const& event, Row row) {
  int position = 0;
  for (auto const& table : event.tables)
    for (auto const& cell : table.cells) row(position++, table, cell);
}

std::string transaction_of(Arrival const& arrival) {
  auto const& event = arrival.event;
  auto sql = fmt::format(
      "BEGIN;\nINSERT INTO event_identity (source, id) VALUES ('{}', '{}');\n"
      "INSERT INTO event VALUES (currval('event_identity_number_seq'), '{}', '{}', '{}', '{}', "
      "'{}', '{}', '{}', {}, '\\x{}');\nINSERT INTO cell VALUES ",
      event.source, event.id, event.source, event.id, arrival.hash, arrival.received_at,
      event.place, event.period, event.kind, event.sequence, hex_of(arrival.bytes));
  each_cell(event, [&](int position, report::Table const& table, report::Cell const& cell) {
    sql += fmt::format(
        "{}('{}', '{}', currval('event_identity_number_seq'), {}, '{}', '{}', {}, {}, {})",
        position == 0 ? "" : ", ", event.place, event.period, position, table.subject, cell.group,
        cell.value, table.epsilon.numerator, table.epsilon.denominator);
  });
  return sql + ";\nCOMMIT;\n";
}

// Rows of COPY for the three tables; `number` stands for the identity.
struct CopyRows {
  std::string identities;
  std::string events;
  std::string cells;

  void add(Arrival const& arrival, std::size_t number) {
    auto const& event = arrival.event;
    identities += fmt::format("{}\t{}\t{}\n", number, event.source, event.id);
    events += fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t\\\\x{}\n", number, event.source,
                          event.id, arrival.hash, arrival.received_at, event.place, event.period,
                          event.kind, event.sequence, hex_of(arrival.bytes));
    each_cell(event, [&](int position, report::Table const& table, report::Cell const& cell) {
      cells += fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n", event.place, event.period,
                           number, position, table.subject, cell.group, cell.value,
                           table.epsilon.numerator, table.epsilon.denominator);
    });
  }
};

}  // namespace

double PlainClient::insert(std::span<Arrival const> arrivals, int clients) const {
  std::vector<std::string> scripts(static_cast<std::size_t>(clients));
  for (std::size_t i = 0; i < arrivals.size(); ++i)
    scripts[i % scripts.size()] += transaction_of(arrivals[i]);
  std::vector<std::filesystem::path> files;
  for (auto const& script : scripts)
    files.push_back(m_folder.write(fmt::format("insert-{}.sql", files.size()), script));
  return run(files);
}

double PlainClient::copy(std::span<Arrival const> arrivals) const {
  CopyRows rows;
  constexpr std::size_t beyond_inserted = 1'000'000;  // insert() may have run before
  for (std::size_t i = 0; i < arrivals.size(); ++i) rows.add(arrivals[i], beyond_inserted + i);
  return run({m_folder.write(
      "copy.sql", fmt::format("BEGIN;\nCOPY event_identity FROM stdin;\n{}\\.\nCOPY event FROM "
                              "stdin;\n{}\\.\nCOPY cell FROM stdin;\n{}\\.\nCOMMIT;\n",
                              rows.identities, rows.events, rows.cells))});
}

double PlainClient::run(std::vector<std::filesystem::path> const& scripts) const {
  auto const start = std::chrono::steady_clock::now();
  std::vector<test::Process> clients;
  for (auto const& script : scripts)
    clients.emplace_back(test::Command{
        "/usr/bin/psql",
        {"--no-psqlrc", "-q", "-v", "ON_ERROR_STOP=1", "-f", script.string(), m_connection},
        {}});
  for (auto& client : clients)
    if (client.wait(std::chrono::minutes(10)) != 0)
      throw std::runtime_error("psql: " + client.errors());
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace inloop::bench
