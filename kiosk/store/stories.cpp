#include "kiosk/store/stories.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include "kiosk/core/keyboard.h"
#include "kiosk/store/column_text.h"
#include "kiosk/store/store_impl.h"

namespace inloop::store {
namespace {

Result<> looks_right(std::string const& text) {
  if (text.empty()) return failure("a story without words");
  // Characters can be made of many marks each, so bytes have a limit of their own.
  constexpr std::size_t greatest_story_bytes = std::size_t{4} * core::most_story_characters;
  if (text.size() > greatest_story_bytes ||
      core::count_characters(text) > core::most_story_characters)
    return failure("a story has at most {} characters", core::most_story_characters);
  return {};
}

Result<core::ToldStory> find_story(SQLite::Database& database, core::StoryId id) {
  SQLite::Statement statement(database, "SELECT date, text FROM story WHERE id = ?");
  statement.bind(1, id);
  if (!statement.executeStep()) return failure("there is no story {}", id);
  return core::ToldStory{.id = id,
                         .date = date_from(statement.getColumn(0).getString()),
                         .text = statement.getColumn(1).getString()};
}

Result<> has_room(SQLite::Database& database, core::Period month) {
  SQLite::Statement statement(database, "SELECT count(*) FROM story WHERE date BETWEEN ? AND ?");
  statement.bind(1, text_of(core::first_day(month)));
  statement.bind(2, text_of(core::last_day(month)));
  statement.executeStep();
  if (statement.getColumn(0).getInt64() >= static_cast<std::int64_t>(core::most_stories_in_month))
    return failure("{} has {} stories already", core::to_string(month),
                   core::most_stories_in_month);
  return {};
}

}  // namespace

Result<std::vector<core::ToldStory>> stories_of(Store& store, core::Period month) {
  using Stories = std::vector<core::ToldStory>;
  return store.impl().attempt(
      "listing stories", [&](SQLite::Database& database) -> Result<Stories> {
        SQLite::Statement statement(database, R"sql(
          SELECT id, date, text FROM story WHERE date BETWEEN ? AND ?
          ORDER BY date DESC, id DESC LIMIT ?
        )sql");
        statement.bind(1, text_of(core::first_day(month)));
        statement.bind(2, text_of(core::last_day(month)));
        statement.bind(3, static_cast<std::int64_t>(core::most_stories_in_month));
        Stories stories;
        while (statement.executeStep())
          stories.push_back({.id = statement.getColumn(0).getInt64(),
                             .date = date_from(statement.getColumn(1).getString()),
                             .text = statement.getColumn(2).getString()});
        return stories;
      });
}

Result<core::StoryId> add_story(Store& store, core::Date date, std::string const& text) {
  using Answer = Result<core::StoryId>;
  return store.impl().attempt("adding a story", [&](SQLite::Database& database) -> Answer {
    if (auto const right = looks_right(text); !right) return tl::unexpected(right.error());
    WriteTransaction transaction(database);
    if (auto const room = has_room(database, core::period_of(date)); !room)
      return tl::unexpected(room.error());
    SQLite::Statement statement(database, "INSERT INTO story (date, text) VALUES (?, ?)");
    statement.bind(1, text_of(date));
    statement.bind(2, text);
    statement.exec();
    auto const id = database.getLastInsertRowid();
    transaction.commit();
    return id;
  });
}

Result<core::ToldStory> change_story(Store& store, core::StoryId id, std::string const& text) {
  using Answer = Result<core::ToldStory>;
  return store.impl().attempt("changing a story", [&](SQLite::Database& database) -> Answer {
    if (auto const right = looks_right(text); !right) return tl::unexpected(right.error());
    WriteTransaction transaction(database);
    auto before = find_story(database, id);
    if (!before) return before;
    SQLite::Statement statement(database, "UPDATE story SET text = ? WHERE id = ?");
    statement.bind(1, text);
    statement.bind(2, id);
    statement.exec();
    transaction.commit();
    return before;
  });
}

Result<core::ToldStory> remove_story(Store& store, core::StoryId id) {
  using Answer = Result<core::ToldStory>;
  return store.impl().attempt("removing a story", [&](SQLite::Database& database) -> Answer {
    WriteTransaction transaction(database);
    auto removed = find_story(database, id);
    if (!removed) return removed;
    SQLite::Statement statement(database, "DELETE FROM story WHERE id = ?");
    statement.bind(1, id);
    statement.exec();
    transaction.commit();
    return removed;
  });
}

Result<> put_back_story(Store& store, core::ToldStory const& story) {
  return store.impl().attempt("putting a story back", [&](SQLite::Database& database) -> Result<> {
    if (auto const right = looks_right(story.text); !right) return right;
    WriteTransaction transaction(database);
    SQLite::Statement statement(database, "INSERT INTO story (id, date, text) VALUES (?, ?, ?)");
    statement.bind(1, story.id);
    statement.bind(2, text_of(story.date));
    statement.bind(3, story.text);
    statement.exec();
    transaction.commit();
    return {};
  });
}

Result<> forget_stories(Store& store, core::Date today) {
  return store.impl().attempt("forgetting stories", [&](SQLite::Database& database) -> Result<> {
    WriteTransaction transaction(database);
    SQLite::Statement statement(database, "DELETE FROM story WHERE date < ?");
    statement.bind(1, text_of(core::first_day(core::first_kept_month(today))));
    statement.exec();
    transaction.commit();
    return {};
  });
}

}  // namespace inloop::store
