#include "tests/ui/samples.h"

#include <array>
#include <cmath>
#include <stdexcept>

#include "kiosk/language/catalogues.h"
#include "tests/ui/samples_parts.h"

namespace inloop::test {
namespace {

using namespace core;
using namespace std::chrono_literals;

struct LongWord {
  std::string_view message;
  std::string_view german;
};

constexpr std::array long_words{
    LongWord{"{weekday} {day} {month}", "Donnerstag, {day}. September"},
    LongWord{"Welcome!", "Herzlich willkommen!"},
    LongWord{"The coffee is ready.", "Der Kaffee steht schon bereit."},
    LongWord{"I am here", "Ich bin angekommen"},
    LongWord{"Open today: {first} and {second}.", "Heute geöffnet: Vormittag und Nachmittag."},
    LongWord{"What does this screen know?", "Was weiß dieser Bildschirm?"},
    LongWord{"Language", "Sprache"},
    LongWord{"Good to see you!", "Schön, dass Sie gekommen sind!"},
    LongWord{"We counted you.", "Wir haben 21 Personen gezählt."},
    LongWord{"Is this your first time here this month?",
             "Sind Sie diesen Monat zum ersten Mal hier?"},
    LongWord{"We are with more", "Wir sind mehrere Personen"},
    LongWord{"Mistake, do not count", "Versehen, nicht mitzählen"},
    LongWord{"How many people are you?", "Wie viele Personen sind Sie?"},
    LongWord{"Adults", "Erwachsene"},
    LongWord{"Alone", "Alleine"},
    LongWord{"With two", "Zu zweit"},
    LongWord{"Family", "Familie"},
    LongWord{"This is right", "Das stimmt so"},
    LongWord{"Choose your language", "Wählen Sie Ihre Sprache"},
    LongWord{"What does this screen know about you?", "Was weiß dieser Bildschirm über Sie?"},
    LongWord{"Are you still there?", "Sind Sie noch da?"},
    LongWord{"{count} seconds left.", "Noch {count} Sekunden."},
    LongWord{"I am still here", "Ich bin noch da"},
    LongWord{"This does not work now.", "Das funktioniert gerade nicht."},
    LongWord{"Please ask the host.", "Bitte fragen Sie die Gastgeberin."},
};

// German where a word is to be long, Dutch for the rest.
class LongWords final : public Words {
 public:
  explicit LongWords(Words const& dutch) : m_dutch(dutch) {}

  std::string text(std::string_view message) const override {
    for (auto const& word : long_words)
      if (word.message == message) return std::string(word.german);
    return m_dutch.text(message);
  }

  std::string plural(std::string_view, std::string_view many, std::int64_t) const override {
    return text(many);
  }

 private:
  Words const& m_dutch;
};

Language language_of(SampleWords words) {
  switch (words) {
    case SampleWords::Arabic:
      return Language::Arabic;
    case SampleWords::English:
      return Language::English;
    case SampleWords::Turkish:
      return Language::Turkish;
    case SampleWords::Polish:
      return Language::Polish;
    case SampleWords::Ukrainian:
      return Language::Ukrainian;
    case SampleWords::Persian:
      return Language::Persian;
    case SampleWords::Tigrinya:
      return Language::Tigrinya;
    case SampleWords::Dutch:
    case SampleWords::Long:
      break;
  }
  return Language::Dutch;
}

// Open on the morning and the afternoon of the day, which is a Monday.
State state_in(Language language) {
  Settings settings{.place_name = "BOP Willem Klooslaan",
                    .opening = {},
                    .languages = {Language::Dutch, Language::English, Language::Arabic},
                    .resting = {}};
  settings.opening.set_open(std::chrono::Monday, Daypart::Morning);
  settings.opening.set_open(std::chrono::Monday, Daypart::Afternoon);
  Now const now{.local = {.date = 2026y / 11 / 23, .minute_of_day = 10 * 60 + 10},
                .uptime_ms = 600'000};
  auto state = initial_state(std::move(settings), now);
  state.preferences.language = language;
  return state;
}

ui::Glass glass(int width_px, int height_px, double diagonal_inch) {
  constexpr double inch_mm = 25.4;
  return {width_px, height_px, std::hypot(width_px, height_px) / (diagonal_inch * inch_mm)};
}

}  // namespace

std::vector<Sample> all_samples(SampleWords kind, Speech speech) {
  language::Catalogues const catalogues;
  auto const language = language_of(kind);
  auto const& catalogue = catalogues.of(language);
  LongWords const long_words(catalogue);
  auto const& words = kind == SampleWords::Long ? static_cast<Words const&>(long_words) : catalogue;

  auto state = state_in(language);
  state.preferences.speech = speech;
  if (kind == SampleWords::Long) state.settings.place_name = "Begegnungsstätte Lindenholt";
  auto samples = joining_samples(state, words);
  for (auto& sample : talking_samples(state, words)) samples.push_back(std::move(sample));
  auto const add = [&](std::string name, core::Page page) {
    samples.push_back(sample_of(std::move(name), std::move(page), state, words));
  };
  Welcome const welcome{.visit = 1, .party = {}, .change = {}};
  auto answered = welcome;
  answered.first_time = FirstTime::Yes;
  add("home", Home{});
  add("welcome", welcome);
  add("welcome_answered", answered);
  add("party", PartyChoice{.welcome = welcome, .chosen = {}});
  add("knowledge", Knowledge{});
  add("apology", Apology{});
  add("out_of_order", OutOfOrder{});

  state.settings.languages.clear();
  for (auto const& one : all_languages) state.settings.languages.push_back(one.language);
  add("home_8_languages", Home{});
  add("languages", Languages{});
  state.warned_at_ms = state.now.uptime_ms - 6000;
  add("time_out", Home{});
  return samples;
}

std::vector<Sample> host_samples(SampleWords kind) {
  language::Catalogues const catalogues;
  auto const language = language_of(kind);
  auto const& catalogue = catalogues.of(language);
  LongWords const long_words(catalogue);
  auto const& words = kind == SampleWords::Long ? static_cast<Words const&>(long_words) : catalogue;
  auto samples = today_samples(state_in(language), words);
  for (auto const& more :
       {counts_samples, door_samples, story_samples, programme_samples, setup_samples})
    for (auto& sample : more(state_in(language), words)) samples.push_back(std::move(sample));
  return samples;
}

Sample sample_of(std::string name, Page page, State state, Words const& words) {
  state.page = std::move(page);
  return {std::move(name), screen_for(state, words)};
}

Sample sample(std::string_view name, SampleWords words, Speech speech) {
  for (auto& one : all_samples(words, speech))
    if (one.name == name) return one;
  throw std::runtime_error("there is no sample screen " + std::string(name));
}

ui::Glass portrait_glass() {
  return glass(1080, 1920, 21.5);
}
ui::Glass landscape_glass() {
  return glass(1280, 800, 10);
}

std::vector<NamedGlass> all_glasses() {
  return {{"portrait_21", portrait_glass()},
          {"landscape_10", landscape_glass()},
          {"portrait_10", glass(800, 1280, 10)},
          {"landscape_32", glass(1920, 1080, 32)}};
}

}  // namespace inloop::test
