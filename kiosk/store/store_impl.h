#pragma once
// What the files that make up Store share: the connection, and the one way to work with it. For
// those files only. Store thread.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include <SQLiteCpp/SQLiteCpp.h>

#include "kiosk/store/card_taps.h"
#include "kiosk/store/database.h"
#include "kiosk/store/page_copy.h"
#include "kiosk/store/store.h"

namespace inloop::store {

class WriteTransaction : public SQLite::Transaction {
 public:
  explicit WriteTransaction(SQLite::Database& database)
      : Transaction(database, SQLite::TransactionBehavior::IMMEDIATE) {}
};

class Store::Impl {
 public:
  Impl(std::unique_ptr<SQLite::Database> database, Options const& options)
      : m_database(std::move(database)),
        m_names(options.names),
        m_pins(options.pins),
        m_place(options.place),
        m_file_name(options.file.filename().string()) {}

  // The one place where SQLite's exceptions become errors, and where a failing disk is noticed.
  template <class Work>
  std::invoke_result_t<Work, SQLite::Database&> attempt(std::string_view what, Work const& work) {
    if (m_is_lost) return failure("{}: the store was lost and has to be opened again", what);
    try {
      auto result = work(*m_database);
      if (!result) return within(what, result.error());
      return result;
    } catch (SQLite::Exception const& exception) {
      m_is_lost = is_fatal(exception);
      return failure("{}: {}", what, exception.what());
    }
  }

  [[nodiscard]] bool is_lost() const { return m_is_lost; }
  [[nodiscard]] NameVault const* names() const { return m_names.get(); }
  [[nodiscard]] std::shared_ptr<PinVault const> pins() const { return m_pins; }
  [[nodiscard]] std::string const& place() const { return m_place; }
  [[nodiscard]] std::string const& file_name() const { return m_file_name; }
  [[nodiscard]] CardTaps& card_taps() { return m_card_taps; }
  // The copy that is being made, if any.
  [[nodiscard]] std::optional<PageCopy>& page_copy() { return m_page_copy; }
  // Refuses everything from now on, so that whoever owns the store opens it again.
  void let_go() { m_is_lost = m_was_let_go = true; }
  [[nodiscard]] bool was_let_go() const { return m_was_let_go; }

 private:
  std::unique_ptr<SQLite::Database> m_database;
  std::shared_ptr<NameVault> m_names;
  std::shared_ptr<PinVault> m_pins;
  std::string m_place;
  std::string m_file_name;
  CardTaps m_card_taps;
  std::optional<PageCopy> m_page_copy;  // younger than the database that it reads
  bool m_is_lost = false;
  bool m_was_let_go = false;
};

}  // namespace inloop::store
