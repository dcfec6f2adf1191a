#include <algorithm>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include <catch2/catch.hpp>

#include "kiosk/language/catalogues.h"
#include "tests/language/po_file.h"
#include "tests/language/reading_level.h"

using namespace inloop;
using namespace inloop::language;

namespace {

std::filesystem::path const source_dir = INLOOP_SOURCE_DIR;

// All languages but English, whose words are the messages themselves.
std::vector<core::LanguageFacts> translated_languages() {
  std::vector<core::LanguageFacts> languages;
  for (auto const language : available_languages())
    if (language != core::Language::English) languages.push_back(core::facts(language));
  return languages;
}

PoFile catalogue_of(core::LanguageFacts const& language) {
  auto file =
      read_po_file(source_dir / "assets/translations" / (std::string(language.code) + ".po"));
  REQUIRE(file.has_value());
  return *file;
}

std::vector<Message> messages_of_the_screens() {
  auto file = read_po_file(INLOOP_MESSAGE_TEMPLATE);
  REQUIRE(file.has_value());
  return file->messages;
}

std::set<std::string> ids_of(std::vector<Message> const& messages) {
  std::set<std::string> ids;
  for (auto const& message : messages) ids.insert(message.id + "|" + message.plural_id);
  return ids;
}

std::string contents_of(std::filesystem::path const& path) {
  std::ifstream file(path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> ends) {
  return std::ranges::any_of(ends, [&](std::string_view end) { return text.ends_with(end); });
}

bool closes_alike(std::string_view message, std::string_view translation) {
  if (message.ends_with('?')) return ends_with_any(translation, {"?", "؟"});
  if (message.ends_with('.')) return ends_with_any(translation, {".", "።"});
  if (message.ends_with('!')) return translation.ends_with('!');
  return !ends_with_any(translation, {"?", "؟", ".", "።", "!", " "});
}

// What the core fills, too, where a message names only the placeholder of English.
std::string_view placeholder_meant(std::string_view placeholder, std::string_view message) {
  if (placeholder == "next" && message == "at half past {hour}") return "hour";
  bool const is_form = placeholder == "colour2" || placeholder == "colour3";
  if (is_form && message.starts_with("{colour} ")) return "colour";
  return placeholder;
}

std::vector<std::string> placeholders_meant(std::string_view form, std::string_view message) {
  std::vector<std::string> names;
  for (auto const& name : placeholders_in(form))
    names.emplace_back(placeholder_meant(name, message));
  std::ranges::sort(names);
  return names;
}

// Written out, or read from where only what stands in message("...") is put: an entry of a table,
// or a variable of that name.
bool names_a_message(std::string const& argument) {
  static std::regex const listed(R"((message|listed((\.|->)(message|title|meaning))?)(\)|,))");
  return argument.starts_with('"') ||
         std::regex_search(argument, listed, std::regex_constants::match_continuous);
}

// The core for the glass, and what the host's desk puts on paper.
bool may_speak(std::filesystem::path const& file) {
  auto const kiosk = source_dir / "kiosk";
  return file.parent_path() == kiosk / "core" || file.parent_path() == kiosk / "core/host" ||
         file == kiosk / "app/host/month_page.cpp" || file == kiosk / "app/host/setup_work.cpp";
}

}  // namespace

TEST_CASE("the messages are found in the sources of the screens") {
  auto const ids = ids_of(messages_of_the_screens());
  CHECK(ids.size() > 50);
  CHECK(ids.contains("I am here|"));
  CHECK(ids.contains("We counted one person.|We counted {count} people."));
  CHECK(ids.contains("Sewing club|"));
  CHECK(ids.contains("{colour} owl|"));
}

TEST_CASE("every message is written out where it is asked for, and only where it may be") {
  std::regex const asked(R"(words\.(text|plural)\(\s*)");
  for (auto const& entry : std::filesystem::recursive_directory_iterator(source_dir / "kiosk")) {
    if (entry.path().extension() != ".cpp" && entry.path().extension() != ".h") continue;
    auto const text = contents_of(entry.path());
    CAPTURE(entry.path().filename().string());
    for (auto match = std::sregex_iterator(text.begin(), text.end(), asked);
         match != std::sregex_iterator(); ++match) {
      CHECK(may_speak(entry.path()));
      constexpr std::size_t longest_argument = 40;
      auto const argument = match->suffix().str().substr(0, longest_argument);
      CAPTURE(argument);
      CHECK(names_a_message(argument));
    }
  }
}

TEST_CASE("only literals and entries of tables count as messages that are written out") {
  CHECK(names_a_message("\"I am here\")"));
  CHECK(names_a_message("listed.message)"));
  CHECK(names_a_message("listed->title)"));
  CHECK(names_a_message("message, fillings)"));
  CHECK_FALSE(names_a_message("page.title)"));
  CHECK_FALSE(names_a_message("state.listed.message)"));
}

TEST_CASE("every message of the screens is translated in every language, and no other") {
  auto const wanted = ids_of(messages_of_the_screens());
  for (auto const& language : translated_languages()) {
    CAPTURE(language.code);
    CHECK(ids_of(catalogue_of(language).messages) == wanted);
  }
}

TEST_CASE("no translation is empty, doubtful, too long or without its placeholders") {
  for (auto const& language : translated_languages())
    for (auto const& message : catalogue_of(language).messages) {
      CAPTURE(language.code, message.id);
      CHECK_FALSE(message.is_fuzzy);
      REQUIRE_FALSE(message.forms.empty());
      for (auto const& form : message.forms) {
        CHECK_FALSE(form.empty());
        CHECK(closes_alike(message.id, form));
        CHECK(objections_to(form, {}) == std::vector<std::string>());
        if (message.plural_id.empty())
          CHECK(placeholders_meant(form, message.id) == placeholders_in(message.id));
      }
    }
}

TEST_CASE("a plural form that serves several numbers says which") {
  Catalogues const catalogues;
  for (auto const& language : translated_languages())
    for (auto const& message : catalogue_of(language).messages) {
      if (message.plural_id.empty()) continue;
      std::map<std::string, int> numbers_served;
      for (std::int64_t count = 0; count <= 1000; ++count)
        ++numbers_served[catalogues.of(language.language)
                             .plural(message.id, message.plural_id, count)];
      for (auto const& [form, numbers] : numbers_served) {
        CAPTURE(language.code, form, numbers);
        CHECK(std::ranges::find(message.forms, form) != message.forms.end());
        if (numbers > 1) CHECK(placeholders_in(form) == placeholders_in(message.plural_id));
      }
    }
}

TEST_CASE("where another alphabet is used, no word was left in ours") {
  std::regex const placeholder(R"(\{[a-z0-9_]+\})");
  // What is written so in every alphabet.
  std::regex const name(R"(\b(Inloop|USB|PIN|BSN|MB)\b)");
  for (auto const& language : translated_languages()) {
    std::set<std::string_view> const other_alphabets{"ar", "fa", "ti", "uk"};
    if (!other_alphabets.contains(language.code)) continue;
    for (auto const& message : catalogue_of(language).messages)
      for (auto const& form : message.forms) {
        auto const words = std::regex_replace(std::regex_replace(form, placeholder, ""), name, "");
        CAPTURE(language.code, form);
        CHECK(std::ranges::none_of(words, [](unsigned char byte) { return std::isalpha(byte); }));
      }
  }
}

TEST_CASE("each catalogue says its language and whether a native speaker has checked it") {
  for (auto const& language : translated_languages()) {
    auto const header = catalogue_of(language).header;
    CAPTURE(language.code);
    CHECK(header.at("Language") == language.code);
    CHECK(header.at("Content-Type") == "text/plain; charset=UTF-8");
    CHECK(header.at("X-Review") == (language.language == core::Language::Dutch
                                        ? "Ours."
                                        : "Not yet checked by a native speaker."));
  }
}

TEST_CASE("every catalogue in the folder is offered as a language") {
  std::set<std::string> in_folder;
  for (auto const& entry : std::filesystem::directory_iterator(source_dir / "assets/translations"))
    if (entry.path().extension() == ".po") in_folder.insert(entry.path().stem());
  std::set<std::string> offered;
  for (auto const& language : translated_languages()) offered.emplace(language.code);
  CHECK(in_folder == offered);
}
