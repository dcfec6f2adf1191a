#include "tests/paper/poster_samples.h"

#include <array>
#include <vector>

#include <fmt/format.h>

namespace inloop::test {
namespace {

using core::Direction;
using core::SessionState;
using paper::Poster;
using paper::PosterDay;
using paper::PosterSession;
using paper::PosterWords;

struct SampleSession {
  int day = 0;  // Monday is 0
  int start_minute = 0;
  std::string picture;
  PosterWords dutch;
  PosterWords arabic;
  SessionState state = SessionState::Planned;
};

std::vector<SampleSession> usual_week() {
  auto const cancelled = SessionState::Cancelled;
  return {
      {0, 540, "☕", {"Koffie en gezelschap", "tot 12 uur"}, {"قهوة وصحبة", "حتى الساعة 12"}},
      {0,
       570,
       "🗣️",
       {"Taalcafé", "tot 11 uur, aan de grote tafel"},
       {"مقهى اللغة", "حتى الساعة 11، على الطاولة الكبيرة"}},
      {1, 600, "🧘🏽", {"Rustig bewegen", "tot 11 uur"}, {"حركة هادئة", "حتى الساعة 11"}},
      {1,
       810,
       "💻",
       {"Hulp met de computer", "Gaat niet door: de docent is ziek."},
       {"مساعدة في الحاسوب", "أُلغي: المعلم مريض."},
       cancelled},
      {2, 540, "🌺", {"Vrouwenochtend", ""}, {"صباح النساء", ""}},
      {3,
       630,
       "🍲",
       {"Samen eten", "tot half 2, keuken"},
       {"نأكل معاً", "حتى الواحدة والنصف، المطبخ"}},
      {4, 600, "🧵", {"Naaiclub", "tot 12 uur"}, {"نادي الخياطة", "حتى الساعة 12"}},
  };
}

std::array const dutch_days{"maandag 23 november",   "dinsdag 24 november", "woensdag 25 november",
                            "donderdag 26 november", "vrijdag 27 november", "zaterdag 28 november",
                            "zondag 29 november"};
std::array const arabic_days{"الاثنين 23 نوفمبر", "الثلاثاء 24 نوفمبر", "الأربعاء 25 نوفمبر",
                             "الخميس 26 نوفمبر",  "الجمعة 27 نوفمبر",   "السبت 28 نوفمبر",
                             "الأحد 29 نوفمبر"};

paper::PosterLanguage const dutch{Direction::LeftToRight, "Week 48: 23 tot en met 29 november",
                                  "Neem deze week mee op uw telefoon."};
paper::PosterLanguage const arabic{Direction::RightToLeft, "الأسبوع 48: من 23 إلى 29 نوفمبر",
                                   "خذوا هذا الأسبوع معكم على الهاتف."};

enum class In { Dutch, Arabic, Both };

Poster usual(paper::PaperSize paper, In in) {
  Poster poster{.paper = paper, .place_name = "De Huiskamer van Klooslaan"};
  auto const pick = [in](auto const& one, auto const& other) {
    using Text = std::decay_t<decltype(one)>;
    if (in == In::Both) return std::vector<Text>{one, other};
    return std::vector<Text>{in == In::Dutch ? one : other};
  };
  poster.languages = pick(dutch, arabic);
  for (std::size_t day = 0; day < dutch_days.size(); ++day) {
    PosterDay made{.names = pick(std::string(dutch_days[day]), std::string(arabic_days[day]))};
    if (day > 4) made.notes = pick(std::string("gesloten"), std::string("مغلق"));
    poster.days.push_back(made);
  }
  for (auto const& one : usual_week())
    poster.days[static_cast<std::size_t>(one.day)].sessions.push_back(
        {one.picture, one.start_minute, one.state, pick(one.dutch, one.arabic)});
  poster.codes = {calendar_of_one_session()};
  return poster;
}

}  // namespace

std::string calendar_of_one_session() {
  return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Inloop//NL\r\nBEGIN:VEVENT\r\nUID:7@huis\r\n"
         "DTSTAMP:20261122T080000Z\r\nDTSTART:20261123T080000Z\r\nDTEND:20261123T110000Z\r\n"
         "SUMMARY:Koffie en gezelschap\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
}

Poster dutch_poster(paper::PaperSize paper) {
  return usual(paper, In::Dutch);
}
Poster dutch_and_arabic_poster(paper::PaperSize paper) {
  return usual(paper, In::Both);
}
Poster arabic_poster(paper::PaperSize paper) {
  return usual(paper, In::Arabic);
}

Poster crowded_poster(paper::PaperSize paper, int count) {
  auto poster = usual(paper, In::Dutch);
  poster.place_name = "Ontmoetingscentrum De Nieuwe Gemeenschapswerkplaats Leiden-Zuidwest";
  for (auto& day : poster.days) {
    day.sessions.clear();
    day.notes.clear();
  }
  for (int i = 0; i < count; ++i) {
    PosterSession session{.picture = "🎨", .start_minute = 540 + i % 60};
    // Forty characters, in one word that has to be broken or in many.
    session.words.push_back(
        {i % 2 == 0 ? fmt::format("{:W>40}", i)
                    : fmt::format("{:>3}{}", i, " Mmmmmm Mmmmmm Mmmmmm Mmmmmm Mmmmmmm"),
         "tot kwart over 12, in de grote zaal achter de keuken"});
    poster.days[static_cast<std::size_t>(i) % poster.days.size()].sessions.push_back(session);
  }
  return poster;
}

}  // namespace inloop::test
