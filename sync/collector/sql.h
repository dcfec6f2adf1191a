#pragma once
// The little of SQL that the count store needs of a database: statements inside transactions, and
// rows of whole numbers, texts and bytes. It knows no tables. Any thread.

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "kiosk/base/result.h"

namespace inloop::collector {

struct SqlBytes {
  std::string bytes;

  bool operator==(SqlBytes const&) const = default;
};

using SqlValue = std::variant<std::int64_t, std::string, SqlBytes>;

// As a database gives it; asking for a number where there is a text is a mistake of ours.
class SqlRow {
 public:
  explicit SqlRow(std::vector<SqlValue> values) : m_values(std::move(values)) {}

  [[nodiscard]] std::int64_t number(std::size_t column) const;
  [[nodiscard]] std::string const& text(std::size_t column) const;
  [[nodiscard]] std::string const& bytes(std::size_t column) const;

 private:
  std::vector<SqlValue> m_values;
};

// Inside a transaction. A statement that the database refuses throws; read() and write() of
// SqlDatabase make an Error of it, and nobody between needs to look.
class SqlWork {
 public:
  virtual ~SqlWork() = default;

  // Parameters are ?1, ?2 and so on.
  [[nodiscard]] virtual std::vector<SqlRow> rows(std::string_view sql,
                                                 std::vector<SqlValue> const& values) = 0;
  // How many rows it changed.
  virtual std::int64_t change(std::string_view sql, std::vector<SqlValue> const& values) = 0;
};

enum class Ending { Commit, RollBack };

class SqlDatabase {
 public:
  virtual ~SqlDatabase() = default;

  // All reads in `work` see one moment.
  [[nodiscard]] virtual Result<> read(std::function<void(SqlWork&)> const& work) = 0;

  // Of one statement that only reads. It sees one moment by itself, so it needs one way to the
  // database where a transaction needs three.
  [[nodiscard]] virtual Result<std::vector<SqlRow>> rows(std::string_view sql,
                                                         std::vector<SqlValue> const& values) = 0;

  // Durable when it succeeds. `work` may run again from its start when another writer was in its
  // way, so what it leaves outside must not add up.
  [[nodiscard]] virtual Result<> write(std::function<Ending(SqlWork&)> const& work) = 0;

  // Over how many rows each total over all places is spread: writers that would wait for one
  // another at one row meet only now and then.
  [[nodiscard]] virtual std::int64_t shards() const = 0;
};

}  // namespace inloop::collector
