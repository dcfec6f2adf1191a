#pragma once
// What a screen shows, as values: the very words and flags, in the visitor's language. Pure.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "kiosk/core/action.h"
#include "kiosk/core/state.h"
#include "kiosk/core/words.h"

namespace inloop::core {

// Words on the glass and what the voice says for them.
struct Phrase {
  std::string shown;
  std::string spoken;

  bool operator==(Phrase const&) const = default;
};

struct LanguageChoice {
  Language language = Language::Dutch;
  Phrase own_name;
  bool is_chosen = false;

  bool operator==(LanguageChoice const&) const = default;
};

struct HomeScreen {
  Phrase place_name;
  Phrase date;  // "maandag 23 november"
  Phrase welcome;
  Phrase invitation;  // "De koffie staat klaar.", or that nothing was counted
  Phrase clock;       // spoken: the time in words
  int minute_of_day = 0;
  Phrase check_in;
  bool is_checking_in = false;  // tapped: the button is down until the visit is durable
  Phrase open_today;            // which dayparts the place is open today
  Phrase knowledge;
  std::vector<LanguageChoice> languages;
  Phrase choose_language;  // "Taal · Language", where the languages do not fit

  bool operator==(HomeScreen const&) const = default;
};

struct WelcomeScreen {
  Phrase title;
  Phrase counted;  // "Wij hebben u geteld.", with the number of people when there are more
  Phrase question;
  Phrase yes;
  Phrase no;
  FirstTime answer = FirstTime::Skipped;
  Phrase more_people;
  Phrase mistake;
  Phrase done;
  bool is_saving = false;  // nothing can be tapped until the change is durable

  bool operator==(WelcomeScreen const&) const = default;
};

// One kind of people with a button below and above its number.
struct Stepper {
  Phrase label;
  int count = 0;
  Phrase number;
  Phrase fewer;
  Phrase more;
  std::optional<Party> when_fewer;  // absent: the button is disabled
  std::optional<Party> when_more;

  bool operator==(Stepper const&) const = default;
};

struct PartyPreset {
  std::string_view picture;  // one emoji
  Phrase label;
  Party party;
  bool is_chosen = false;

  bool operator==(PartyPreset const&) const = default;
};

struct PartyScreen {
  Phrase back;
  Phrase title;
  Stepper adults;
  Stepper children;
  std::array<PartyPreset, 3> presets;
  Phrase confirm;
  bool is_saving = false;

  bool operator==(PartyScreen const&) const = default;
};

struct LanguagesScreen {
  Phrase back;
  Phrase title;
  std::vector<LanguageChoice> languages;

  bool operator==(LanguagesScreen const&) const = default;
};

struct KnowledgePoint {
  std::string_view picture;  // one emoji
  Phrase text;

  bool operator==(KnowledgePoint const&) const = default;
};

struct KnowledgeScreen {
  Phrase back;
  Phrase title;
  std::vector<KnowledgePoint> points;

  bool operator==(KnowledgeScreen const&) const = default;
};

struct TimeOutScreen {
  Phrase title;
  Phrase remaining;  // "Nog 30 seconden."
  int seconds_left = 0;
  int seconds_total = 0;
  Phrase still_here;

  bool operator==(TimeOutScreen const&) const = default;
};

struct ApologyScreen {
  Phrase title;
  Phrase advice;
  Phrase done;

  bool operator==(ApologyScreen const&) const = default;
};

struct OutOfOrderScreen {
  Phrase title;
  Phrase advice;

  bool operator==(OutOfOrderScreen const&) const = default;
};

using Content = std::variant<HomeScreen, WelcomeScreen, PartyScreen, LanguagesScreen,
                             KnowledgeScreen, TimeOutScreen, ApologyScreen, OutOfOrderScreen>;

// The buttons that change the screen itself; on every screen but the out-of-order one.
struct Tools {
  Phrase text_size;
  Phrase theme;
  Phrase reach;

  bool operator==(Tools const&) const = default;
};

struct Screen {
  Preferences preferences;
  Tools tools;
  Content content;

  [[nodiscard]] Direction direction() const { return facts(preferences.language).direction; }

  bool operator==(Screen const&) const = default;
};

[[nodiscard]] Screen screen_for(State const& state, Words const& words);

}  // namespace inloop::core
