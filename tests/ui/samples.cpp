#include "tests/ui/samples.h"

#include <cmath>
#include <stdexcept>

namespace inloop::test {
namespace {

using namespace core;

struct Sentences {
  Language language = Language::Dutch;
  std::string place, date, welcome, invitation, clock, check_in, open, knowledge, choose_language;
  std::string good, counted, question, yes, no, more, mistake, done;
  std::string back, how_many, adults, children, alone, two, family, right;
  std::string languages, about, point_1, point_2, point_3;
  std::string still, remaining, here, sorry, ask, fine, out_title, out_text;
  std::string larger, colours, lower;
};

Sentences dutch() {
  return {.language = Language::Dutch,
          .place = "BOP Willem Klooslaan",
          .date = "maandag 23 november",
          .welcome = "Welkom!",
          .invitation = "De koffie staat klaar.",
          .clock = "Het is 10 over 10.",
          .check_in = "Ik ben er",
          .open = "Vandaag open: ochtend en middag.",
          .knowledge = "Wat weet dit scherm?",
          .choose_language = "Taal · Language",
          .good = "Fijn dat u er bent!",
          .counted = "Wij hebben u geteld.",
          .question = "Bent u deze maand voor het eerst hier?",
          .yes = "Ja",
          .no = "Nee",
          .more = "Wij zijn met meer",
          .mistake = "Foutje, niet tellen",
          .done = "Klaar",
          .back = "Terug",
          .how_many = "Met hoeveel bent u?",
          .adults = "Volwassenen",
          .children = "Kinderen",
          .alone = "Alleen",
          .two = "Met z’n tweeën",
          .family = "Gezin",
          .right = "Dit klopt",
          .languages = "Kies uw taal",
          .about = "Wat weet dit scherm van u?",
          .point_1 = "Dit scherm weet niet wie u bent. Het vraagt geen naam en maakt geen foto.",
          .point_2 =
              "Het telt hoeveel mensen komen. De gemeente krijgt alleen aantallen, een beetje "
              "veranderd.",
          .point_3 = "Wie uw uitkering betaalt, krijgt niets. De mensen in deze kamer zien u wel.",
          .still = "Bent u er nog?",
          .remaining = "Nog 24 seconden.",
          .here = "Ik ben er nog",
          .sorry = "Dit lukt nu niet.",
          .ask = "Vraag het aan de gastvrouw.",
          .fine = "Goed",
          .out_title = "U bent welkom.",
          .out_text = "Dit scherm werkt nu niet. Zet een streepje op de papieren lijst.",
          .larger = "Grotere letters",
          .colours = "Andere kleuren",
          .lower = "Knoppen lager"};
}

Sentences arabic() {
  return {.language = Language::Arabic,
          .place = "\u2068BOP Willem Klooslaan\u2069",
          .date = "الاثنين \u206623\u2069 نوفمبر",
          .welcome = "أهلاً وسهلاً!",
          .invitation = "القهوة جاهزة.",
          .clock = "الساعة \u206610:10\u2069.",
          .check_in = "أنا هنا",
          .open = "مفتوح اليوم: صباحاً وبعد الظهر.",
          .knowledge = "ماذا تعرف هذه الشاشة؟",
          .choose_language = "اللغة · \u2068Language\u2069",
          .good = "سعداء بوجودك!",
          .counted = "لقد تم احتسابك.",
          .question = "هل هذه أول مرة لك هنا هذا الشهر؟",
          .yes = "نعم",
          .no = "لا",
          .more = "نحن أكثر من شخص",
          .mistake = "خطأ، لا تحسبني",
          .done = "تم",
          .back = "رجوع",
          .how_many = "كم عددكم؟",
          .adults = "بالغون",
          .children = "أطفال",
          .alone = "وحدي",
          .two = "نحن اثنان",
          .family = "عائلة",
          .right = "هذا صحيح",
          .languages = "اختر لغتك",
          .about = "ماذا تعرف هذه الشاشة عنك؟",
          .point_1 = "هذه الشاشة لا تعرف من أنت. لا تسأل عن الاسم ولا تلتقط صورة.",
          .point_2 = "تحسب كم شخصاً يأتي. البلدية تحصل على أعداد فقط، معدلة قليلاً.",
          .point_3 = "من يدفع إعانتك لا يحصل على شيء. الناس في هذه الغرفة يرونك.",
          .still = "هل ما زلت هنا؟",
          .remaining = "بقيت \u206624\u2069 ثانية.",
          .here = "ما زلت هنا",
          .sorry = "هذا لا يعمل الآن.",
          .ask = "اسأل المضيفة من فضلك.",
          .fine = "حسناً",
          .out_title = "أهلاً بك.",
          .out_text = "هذه الشاشة لا تعمل الآن. ضع علامة على القائمة الورقية.",
          .larger = "حروف أكبر",
          .colours = "ألوان أخرى",
          .lower = "أزرار أسفل"};
}

// No language of the catalogue is as long as this German.
Sentences long_words() {
  auto words = dutch();
  words.place = "Begegnungsstätte Lindenholt";
  words.date = "Donnerstag, 24. September";
  words.welcome = "Herzlich willkommen!";
  words.invitation = "Der Kaffee steht schon bereit.";
  words.check_in = "Ich bin angekommen";
  words.open = "Heute geöffnet: Vormittag und Nachmittag.";
  words.knowledge = "Was weiß dieser Bildschirm?";
  words.choose_language = "Sprache · Language";
  words.good = "Schön, dass Sie gekommen sind!";
  words.counted = "Wir haben 21 Personen gezählt.";
  words.question = "Sind Sie diesen Monat zum ersten Mal hier?";
  words.more = "Wir sind mehrere Personen";
  words.mistake = "Versehen, nicht mitzählen";
  words.how_many = "Wie viele Personen sind Sie?";
  words.adults = "Erwachsene";
  words.alone = "Alleine";
  words.two = "Zu zweit";
  words.family = "Familie";
  words.right = "Das stimmt so";
  words.languages = "Wählen Sie Ihre Sprache";
  words.about = "Was weiß dieser Bildschirm über Sie?";
  words.still = "Sind Sie noch da?";
  words.remaining = "Noch 24 Sekunden.";
  words.here = "Ich bin noch da";
  words.sorry = "Das funktioniert gerade nicht.";
  words.ask = "Bitte fragen Sie die Gastgeberin.";
  return words;
}

Sentences sentences(SampleWords words) {
  switch (words) {
    case SampleWords::Arabic:
      return arabic();
    case SampleWords::Long:
      return long_words();
    case SampleWords::Dutch:
      break;
  }
  return dutch();
}

Phrase said(std::string const& text) {
  return {text, text};
}

std::vector<LanguageChoice> choices(std::size_t count, Language chosen) {
  std::vector<LanguageChoice> choices;
  for (std::size_t i = 0; i < count; ++i) {
    auto const& one = all_languages[i];
    choices.push_back({one.language, said(std::string(one.own_name)), one.language == chosen});
  }
  return choices;
}

HomeScreen home(Sentences const& words, std::size_t languages) {
  return {.place_name = said(words.place),
          .date = said(words.date),
          .welcome = said(words.welcome),
          .invitation = said(words.invitation),
          .clock = said(words.clock),
          .minute_of_day = 10 * 60 + 10,
          .check_in = said(words.check_in),
          .open_today = said(words.open),
          .knowledge = said(words.knowledge),
          .languages = choices(languages, words.language),
          .choose_language = said(words.choose_language)};
}

WelcomeScreen welcome(Sentences const& words, FirstTime answer) {
  return {.title = said(words.good),
          .counted = said(words.counted),
          .question = said(words.question),
          .yes = said(words.yes),
          .no = said(words.no),
          .answer = answer,
          .more_people = said(words.more),
          .mistake = said(words.mistake),
          .done = said(words.done)};
}

Stepper stepper(std::string const& label, int count, std::optional<Party> fewer, Party more) {
  return {.label = said(label),
          .count = count,
          .number = said(std::to_string(count)),
          .fewer = {"−", label + " −1"},
          .more = {"+", label + " +1"},
          .when_fewer = fewer,
          .when_more = more};
}

PartyScreen party(Sentences const& words) {
  return {.back = said(words.back),
          .title = said(words.how_many),
          .adults = stepper(words.adults, 1, std::nullopt, {2, 0}),
          .children = stepper(words.children, 0, std::nullopt, {1, 1}),
          .presets = {PartyPreset{"👤", said(words.alone), {1, 0}, true},
                      PartyPreset{"👥", said(words.two), {2, 0}, false},
                      PartyPreset{"🏠", said(words.family), {2, 2}, false}},
          .confirm = said(words.right)};
}

Screen screen(Sentences const& words, Content content) {
  return {.preferences = {.language = words.language},
          .tools = {said(words.larger), said(words.colours), said(words.lower)},
          .content = std::move(content)};
}

ui::Glass glass(int width_px, int height_px, double diagonal_inch) {
  constexpr double inch_mm = 25.4;
  return {width_px, height_px, std::hypot(width_px, height_px) / (diagonal_inch * inch_mm)};
}

}  // namespace

std::vector<Sample> all_samples(SampleWords kind) {
  auto const words = sentences(kind);
  return {
      {"home", screen(words, home(words, 3))},
      {"home_8_languages", screen(words, home(words, all_languages.size()))},
      {"welcome", screen(words, welcome(words, FirstTime::Skipped))},
      {"welcome_answered", screen(words, welcome(words, FirstTime::Yes))},
      {"party", screen(words, party(words))},
      {"languages", screen(words, LanguagesScreen{said(words.back), said(words.languages),
                                                  choices(all_languages.size(), words.language)})},
      {"knowledge", screen(words, KnowledgeScreen{said(words.back),
                                                  said(words.about),
                                                  {{"🙂", said(words.point_1)},
                                                   {"🔢", said(words.point_2)},
                                                   {"🏠", said(words.point_3)}}})},
      {"time_out", screen(words, TimeOutScreen{said(words.still), said(words.remaining), 24, 30,
                                               said(words.here)})},
      {"apology",
       screen(words, ApologyScreen{said(words.sorry), said(words.ask), said(words.fine)})},
      {"out_of_order",
       screen(words, OutOfOrderScreen{said(words.out_title), said(words.out_text)})}};
}

Sample sample(std::string_view name, SampleWords words) {
  for (auto& one : all_samples(words))
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
