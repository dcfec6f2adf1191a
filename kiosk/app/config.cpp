#include "kiosk/app/config.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

#include "kiosk/language/catalogues.h"
#include "kiosk/privacy/ledger.h"

namespace inloop::app {
namespace {

using core::Daypart;

// A word of the file and what it stands for.
template <class T>
using Choice = std::pair<std::string_view, T>;

constexpr std::array<Choice<Daypart>, 3> dayparts{{{"morning", Daypart::Morning},
                                                   {"afternoon", Daypart::Afternoon},
                                                   {"evening", Daypart::Evening}}};
constexpr std::array<Choice<core::Theme>, 3> themes{{{"light", core::Theme::Light},
                                                     {"high_contrast", core::Theme::HighContrast},
                                                     {"dark", core::Theme::Dark}}};
constexpr std::array<Choice<core::TextSize>, 2> text_sizes{
    {{"normal", core::TextSize::Normal}, {"large", core::TextSize::Large}}};
constexpr std::array<Choice<core::Reach>, 2> reaches{
    {{"everywhere", core::Reach::Everywhere}, {"lower_half", core::Reach::LowerHalf}}};
constexpr std::array<Choice<Renderer>, 3> renderers{
    {{"auto", Renderer::Automatic}, {"software", Renderer::Software}, {"gpu", Renderer::Gpu}}};
constexpr std::array<Choice<CardKind>, 3> card_kinds{
    {{"ntag", CardKind::Ntag},
     {"mifare_classic_1k", CardKind::MifareClassic1k},
     {"desfire", CardKind::Desfire}}};

// Monday first, as the ISO week counts. A place that is open on weekday mornings is the usual one.
constexpr std::array<std::string_view, 7> weekdays{"monday", "tuesday",  "wednesday", "thursday",
                                                   "friday", "saturday", "sunday"};
constexpr std::size_t usual_open_weekdays = 5;

// What the count event's schema takes as the name of a place or a kiosk.
constexpr std::string_view identifier_pattern = "[a-z0-9][a-z0-9-]{0,39}";
constexpr std::string_view identifier_meaning =
    "1 to 40 lower-case letters, digits and hyphens, no hyphen first";

template <class T>
std::optional<T> chosen(std::span<Choice<T> const> choices, std::string_view word) {
  auto const found = std::find_if(choices.begin(), choices.end(),
                                  [word](auto const& choice) { return choice.first == word; });
  if (found == choices.end()) return std::nullopt;
  return found->second;
}

template <class T>
std::string words_of(std::span<Choice<T> const> choices) {
  std::string words;
  for (auto const& choice : choices)
    words += (words.empty() ? "" : ", ") + std::string(choice.first);
  return words;
}

// One word out of a few; the first is the default.
template <class T, std::size_t n>
T read_choice(SettingsFile& file, std::string_view key, std::array<Choice<T>, n> const& choices) {
  std::span<Choice<T> const> const all(choices);
  std::string const word = file.text(key, {.otherwise = std::string(choices.front().first)});
  if (auto const value = chosen(all, word)) return *value;
  file.object(key, fmt::format("\"{}\" is not known; one of: {}", word, words_of(all)));
  return choices.front().second;
}

core::OpeningSchedule read_opening(SettingsFile& file) {
  std::span<Choice<Daypart> const> const all(dayparts);
  core::OpeningSchedule opening;
  for (std::size_t day = 0; day < weekdays.size(); ++day) {
    std::string const key = fmt::format("opening.{}", weekdays[day]);
    std::vector<std::string> usual;
    if (day < usual_open_weekdays) usual.emplace_back("morning");
    for (std::string const& word : file.texts(key, usual)) {
      auto const daypart = chosen(all, word);
      if (!daypart) {
        file.object(key, fmt::format("\"{}\" is no daypart; any of: {}", word, words_of(all)));
        continue;
      }
      opening.set_open(std::chrono::weekday(static_cast<unsigned>(day) + 1), *daypart);
    }
  }
  return opening;
}

std::string codes_of(std::vector<core::Language> const& languages) {
  std::string codes;
  for (auto const language : languages)
    codes += (codes.empty() ? "" : ", ") + std::string(core::facts(language).code);
  return codes;
}

bool holds(std::vector<core::Language> const& languages, core::Language language) {
  return std::find(languages.begin(), languages.end(), language) != languages.end();
}

std::vector<core::Language> read_languages(SettingsFile& file) {
  constexpr std::string_view key = "languages.offered";
  auto const available = language::available_languages();
  std::vector<core::Language> languages;
  for (std::string const& code :
       file.texts(key, {"nl", "en", "ar", "tr", "pl", "uk", "fa", "ti"})) {
    auto const language = core::language_from(code);
    if (!language || !holds(available, *language)) {
      file.object(key, fmt::format("\"{}\" is no language of this kiosk; any of: {}", code,
                                   codes_of(available)));
    } else if (holds(languages, *language)) {
      file.object(key, fmt::format("\"{}\" is there twice; each language once", code));
    } else {
      languages.push_back(*language);
    }
  }
  if (!languages.empty()) return languages;
  file.object(key, fmt::format("no language is left; at least one of: {}", codes_of(available)));
  return {core::Language::Dutch};
}

core::Settings read_settings(SettingsFile& file) {
  auto languages = read_languages(file);
  return {.place_name = file.text("place.name", {.otherwise = "De Huiskamer",
                                                 .longest = 40,
                                                 .pattern = ".*[^ ].*",
                                                 .meaning = "the name on the door"}),
          .opening = read_opening(file),
          .languages = languages,
          .resting = {.language = languages.front(),
                      .theme = read_choice(file, "resting.theme", themes),
                      .text_size = read_choice(file, "resting.text_size", text_sizes),
                      .reach = read_choice(file, "resting.reach", reaches),
                      .volume = static_cast<int>(file.number(
                          "sound.volume",
                          {.otherwise = 2, .least = 0, .greatest = core::greatest_volume}))}};
}

CardsConfig read_cards(SettingsFile& file) {
  constexpr std::string_view key = "cards.accepted";
  std::span<Choice<CardKind> const> const all(card_kinds);
  CardsConfig cards{.reader = file.flag("cards.reader", true) ? ReaderMode::On : ReaderMode::Off,
                    .accepted = {},
                    .typed_numbers = file.flag("cards.typed_numbers", false)
                                         ? TypedNumbers::Accepted
                                         : TypedNumbers::Refused};
  for (std::string const& word : file.texts(key, {"ntag"})) {
    auto const kind = chosen(all, word);
    if (!kind) {
      file.object(key, fmt::format("\"{}\" is no kind of card that may be handed out; any of: {}",
                                   word, words_of(all)));
    } else if (std::find(cards.accepted.begin(), cards.accepted.end(), *kind) !=
               cards.accepted.end()) {
      file.object(key, fmt::format("\"{}\" is there twice; each kind once", word));
    } else {
      cards.accepted.push_back(*kind);
    }
  }
  return cards;
}

std::string read_source(SettingsFile& file) {
  constexpr std::array<Choice<std::size_t>, 2> digits_by_register{{{"kvknr", 8}, {"oin", 20}}};
  std::size_t const digits = read_choice(file, "source.register", digits_by_register);
  std::string const number = file.text("source.number", {.otherwise = std::string(8, '0'),
                                                         .longest = 20,
                                                         .pattern = "[0-9]+",
                                                         .meaning = "digits in quotes"});
  if (number.size() != digits) {
    file.object("source.number",
                fmt::format("has {} digits; a kvknr has 8, an oin has 20", number.size()));
  }
  std::string const kiosk = file.text(
      "source.kiosk",
      {.otherwise = "kiosk-1", .pattern = identifier_pattern, .meaning = identifier_meaning});
  return fmt::format("urn:nld:{}:{}:systeem:{}", digits == 8 ? "kvknr" : "oin", number, kiosk);
}

DisplayConfig read_display(SettingsFile& file) {
  auto const pixels = [&file](std::string_view key, std::int64_t otherwise) {
    return static_cast<int>(
        file.number(key, {.otherwise = otherwise, .least = 480, .greatest = 7680}));
  };
  return {.diagonal_mm = static_cast<int>(file.number(
              "display.diagonal_mm", {.otherwise = 546, .least = 170, .greatest = 1700})),
          .width_px = pixels("display.width_px", 1080),
          .height_px = pixels("display.height_px", 1920),
          .window_mode =
              file.flag("display.fullscreen", true) ? WindowMode::FullScreen : WindowMode::Windowed,
          .renderer = read_choice(file, "display.renderer", renderers)};
}

std::uint32_t term(std::string_view digits) {
  std::uint32_t value = 0;  // stays 0, which is no valid term, when there are too many digits
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

// "1/2", or "2" for 2/1: decimals would not be exact.
privacy::Rational read_fraction(SettingsFile& file, std::string_view key,
                                std::string_view otherwise) {
  std::string const text =
      file.text(key, {.otherwise = std::string(otherwise),
                      .longest = 11,
                      .pattern = "[0-9]+(/[0-9]+)?",
                      .meaning = "a fraction like \"1/2\" or a whole number like \"2\""});
  auto const slash = text.find('/');
  privacy::Rational const value{
      .numerator = term(std::string_view(text).substr(0, slash)),
      .denominator = slash == text.npos ? 1 : term(std::string_view(text).substr(slash + 1))};
  if (value.is_valid()) return value;
  file.object(key, fmt::format("\"{}\" is out of range; both terms from 1 to {}", text,
                               privacy::Rational::greatest_term));
  return {};
}

NamesConfig read_names(SettingsFile& file) {
  return {.key_file = file.path("names.key_file", "/var/lib/inloop-kiosk/names.key"),
          .kept_days = static_cast<int>(
              file.number("names.kept_days", {.otherwise = 1, .least = 0, .greatest = 31}))};
}

void check_budget(SettingsFile& file, Config const& config) {
  auto const& epsilons = config.epsilons;
  std::array const spent{epsilons.visits,         epsilons.busyness,   epsilons.first_time,
                         epsilons.participations, epsilons.volunteers, epsilons.feelings};
  if (auto const verdict = privacy::within_budget(spent, config.budget); !verdict) {
    file.object("privacy.budget", fmt::format("{}; a budget of at least the sum of the epsilons",
                                              verdict.error().what));
  }
}

}  // namespace

Result<Config> read_config(std::filesystem::path const& path) {
  auto file = SettingsFile::read(path);
  if (!file) return tl::unexpected(file.error());
  return read_config(*file);
}

Result<Config> read_config(SettingsFile& file) {
  Config config{
      .settings = read_settings(file),
      .place_id = file.text("place.id", {.otherwise = "de-huiskamer",
                                         .pattern = identifier_pattern,
                                         .meaning = identifier_meaning}),
      .time_zone = file.text("place.time_zone", {.otherwise = "Europe/Amsterdam",
                                                 .longest = 40,
                                                 .pattern = "[A-Z][A-Za-z_]+(/[A-Z][A-Za-z_]+)*",
                                                 .meaning = "a name like \"Europe/Amsterdam\""}),
      .source = read_source(file),
      .display = read_display(file),
      .database = file.path("folders.database", "/var/lib/inloop-kiosk/kiosk.db"),
      .hatch = {.outbox = file.path("folders.outbox", "/var/lib/inloop/outbox"),
                .receipts = file.path("folders.receipts", "/var/lib/inloop/receipts")},
      .grace_days = static_cast<int>(
          file.number("periods.grace_days", {.otherwise = 3, .least = 0, .greatest = 27})),
      .epsilons = {.visits = read_fraction(file, "privacy.epsilon.visits", "1"),
                   .busyness = read_fraction(file, "privacy.epsilon.busyness", "1/2"),
                   .first_time = read_fraction(file, "privacy.epsilon.first_time", "1/2"),
                   .participations = read_fraction(file, "privacy.epsilon.participations", "1/2"),
                   .volunteers = read_fraction(file, "privacy.epsilon.volunteers", "1/2"),
                   .feelings = read_fraction(file, "privacy.epsilon.feelings", "1/2")},
      .budget = read_fraction(file, "privacy.budget", "7/2"),
      .cards = read_cards(file),
      .sound = file.flag("sound.enabled", true) ? SoundMode::Sounding : SoundMode::Silent,
      .printer = file.text(
          "printer.device",
          {.otherwise = "", .pattern = "(/[!-~]+)?", .meaning = "an absolute path, or nothing"}),
      .names = read_names(file)};
  config.settings.has_card_reader = config.cards.reader == ReaderMode::On;
  config.settings.has_printer = !config.printer.empty();
  check_budget(file, config);
  if (auto const verdict = file.finish(); !verdict) return tl::unexpected(verdict.error());
  return config;
}

}  // namespace inloop::app
