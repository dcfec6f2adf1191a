#pragma once
// The screens of somebody who comes in, and those that stand in for them. Plain values.

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "kiosk/core/screen_parts.h"
#include "kiosk/core/visits.h"

namespace inloop::core {

struct HomeScreen {
  Phrase place_name;
  Phrase date;  // "maandag 23 november"
  Phrase welcome;
  Phrase invitation;  // "De koffie staat klaar.", or what became of the last tap
  Phrase clock;       // spoken: the time in words
  int minute_of_day = 0;
  Phrase check_in;
  bool is_checking_in = false;      // tapped: the button is down until the visit is durable
  std::optional<Phrase> card_hint;  // a card does the same as the button
  Phrase open_today;                // which dayparts the place is open today
  Phrase activities;
  Phrase talk;
  Phrase help;
  Phrase leave;
  std::optional<SessionTile> next;  // what starts next, today
  std::optional<Phrase> calls;      // somebody waits for the host
  Phrase knowledge;
  std::vector<LanguageChoice> languages;
  Phrase host;             // the lock
  Phrase choose_language;  // "Taal · Language", where the languages do not fit

  bool operator==(HomeScreen const&) const = default;
};

struct WelcomeScreen {
  Phrase title;
  Phrase counted;         // "Wij hebben u geteld.", with the number of people when there are more
  bool is_asking = true;  // a card has answered the question by itself
  Phrase question;
  Phrase yes;
  Phrase no;
  FirstTime answer = FirstTime::Skipped;
  Phrase more_people;
  Phrase mistake;
  Phrase done;
  std::optional<SessionTile> next;  // what starts next, today
  bool is_saving = false;           // nothing can be tapped until the change is durable

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

struct KnowledgeScreen {
  Phrase back;
  Phrase title;
  std::vector<KnowledgePoint> points;
  Scroll scroll;
  Phrase released;  // "Dit gaat naar de gemeente"

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

}  // namespace inloop::core
