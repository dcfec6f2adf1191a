#include "kiosk/paper/poster.h"

#include <algorithm>
#include <map>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "kiosk/paper/poster_layout.h"
#include "tests/paper/poster_samples.h"
#include "tests/support/process.h"
#include "tests/support/scanner.h"
#include "tests/support/temporary_folder.h"

namespace inloop {
namespace {

using paper::PaperSize;
using paper::Poster;
using paper::PosterBox;
using paper::PosterPart;
using paper::PosterSheets;

PosterSheets sheets_of(Poster const& poster) {
  auto const press = paper::Press::open();
  REQUIRE(press.has_value());
  auto sheets = paper::poster_sheets(*press, poster);
  INFO((sheets ? std::string() : sheets.error().what));
  REQUIRE(sheets.has_value());
  return *std::move(sheets);
}

std::string pdf_of(Poster const& poster) {
  auto const pdf = paper::poster_pdf(poster);
  INFO((pdf ? std::string() : pdf.error().what));
  REQUIRE(pdf.has_value());
  return *pdf;
}

std::string run_tool(std::filesystem::path const& program, std::vector<std::string> arguments) {
  auto const done = test::run({.program = program, .arguments = std::move(arguments)});
  INFO(done.errors);
  REQUIRE(done.exit_code == 0);
  return done.output;
}

std::vector<Poster> all_posters() {
  std::vector<Poster> posters;
  for (auto const paper : {PaperSize::A4, PaperSize::A3}) {
    posters.push_back(test::dutch_poster(paper));
    posters.push_back(test::dutch_and_arabic_poster(paper));
    posters.push_back(test::arabic_poster(paper));
    posters.push_back(test::crowded_poster(paper, 60));
  }
  return posters;
}

// How high the capitals of a part must be, on A4 and on A3; nothing for what has no letters.
double least_capitals_mm(PosterPart part, PaperSize paper) {
  auto const least = paper::least_capitals(paper);
  switch (part) {
    case PosterPart::Code:
    case PosterPart::Band:
    case PosterPart::Clock:
    case PosterPart::Picture:
      return 0;
    case PosterPart::Detail:
    case PosterPart::Reason:
      return least.detail_mm;
    case PosterPart::Caption:
    case PosterPart::PageNumber:
      return least.caption_mm;
    default:
      return least.main_mm;
  }
}

TEST_CASE("Capitals on a poster are as high as its paper asks for") {
  CHECK(paper::least_capitals(PaperSize::A4) == paper::LeastCapitals{7, 5, 3.5});
  CHECK(paper::least_capitals(PaperSize::A3) == paper::LeastCapitals{10, 7, 5});
  for (auto const& poster : all_posters())
    for (auto const& page : sheets_of(poster).pages)
      for (auto const& box : page) {
        INFO(box.text);
        CHECK(box.capital_mm() >= least_capitals_mm(box.part, poster.paper) - 0.001);
      }
}

bool overlap(PosterBox const& one, PosterBox const& other) {
  constexpr double hair = 0.01;
  return one.place.left + one.size.width > other.place.left + hair &&
         other.place.left + other.size.width > one.place.left + hair &&
         one.place.top + one.size.height > other.place.top + hair &&
         other.place.top + other.size.height > one.place.top + hair;
}

// A picture and a clock are higher than the line they stand in, and no letters are there.
bool may_overlap(PosterBox const& one, PosterBox const& other) {
  return (one.part == PosterPart::Band && other.part == PosterPart::Day) ||
         (one.part == PosterPart::Day && other.part == PosterPart::Band) ||
         // A small line beside a large one has room above it.
         (one.style.em > 0 && one.style.em < other.style.em && one.part == PosterPart::Detail);
}

TEST_CASE("Nothing on a poster is cut off or lies on something else") {
  constexpr double least_margin = 8 * paper::mm;
  for (auto const& poster : all_posters()) {
    auto const sheets = sheets_of(poster);
    for (auto const& page : sheets.pages)
      for (auto one = page.begin(); one != page.end(); ++one) {
        INFO(one->text << " at " << one->place.left << ", " << one->place.top);
        CHECK(one->place.left >= least_margin);
        CHECK(one->place.top >= least_margin);
        CHECK(one->place.left + one->size.width <= sheets.size.width - least_margin);
        CHECK(one->place.top + one->size.height <= sheets.size.height - least_margin);
        for (auto other = std::next(one); other != page.end(); ++other) {
          INFO("and " << other->text << " at " << other->place.left << ", " << other->place.top);
          CHECK((!overlap(*one, *other) || may_overlap(*one, *other) || may_overlap(*other, *one)));
        }
      }
  }
}

TEST_CASE("Every session is on a poster once, in each of its languages, whatever the week holds") {
  for (auto const& poster : all_posters()) {
    std::map<std::string, int> expected;
    std::map<std::string, int> found;
    for (auto const& day : poster.days)
      for (auto const& session : day.sessions)
        for (auto const& words : session.words) {
          ++expected[words.title];
          if (!words.detail.empty()) ++expected[words.detail];
        }
    for (auto const& page : sheets_of(poster).pages)
      for (auto const& box : page)
        if (box.part == PosterPart::Title || box.part == PosterPart::Detail ||
            box.part == PosterPart::Reason)
          ++found[box.text];
    CHECK(found == expected);
  }
}

TEST_CASE("No page ends with the name of a day whose sessions are on the next") {
  for (auto const& poster : all_posters())
    for (auto const& page : sheets_of(poster).pages) {
      auto const last = std::find_if(page.rbegin(), page.rend(), [](PosterBox const& box) {
        return box.part != PosterPart::PageNumber;
      });
      REQUIRE(last != page.rend());
      if (last->part != PosterPart::Day) continue;
      auto const has_no_sessions = [&](paper::PosterDay const& day) {
        return day.sessions.empty() && last->text.starts_with(day.names.back());
      };
      CHECK(std::ranges::any_of(poster.days, has_no_sessions));
    }
}

TEST_CASE("A week with little in it is on one page in larger letters") {
  auto poster = test::dutch_poster(PaperSize::A4);
  for (auto& day : poster.days)
    if (day.sessions.size() > 1) day.sessions.resize(1);
  poster.days.resize(3);
  auto const sheets = sheets_of(poster);
  REQUIRE(sheets.pages.size() == 1);
  auto const title = std::ranges::find(sheets.pages.front(), PosterPart::Title, &PosterBox::part);
  REQUIRE(title != sheets.pages.front().end());
  CHECK(title->capital_mm() >= 8);
}

TEST_CASE("A right-to-left poster begins at the right-hand side") {
  auto const sheets = sheets_of(test::arabic_poster(PaperSize::A4));
  auto const middle = sheets.size.width / 2;
  for (auto const& page : sheets.pages)
    for (auto const& box : page) {
      auto const centre = box.place.left + box.size.width / 2;
      if (box.part == PosterPart::Clock || box.part == PosterPart::Time) CHECK(centre > middle);
      if (box.part == PosterPart::Code) CHECK(centre < middle);
    }
}

TEST_CASE("A second language begins at its own side") {
  auto const sheets = sheets_of(test::dutch_and_arabic_poster(PaperSize::A3));
  int in_arabic = 0;
  for (auto const& page : sheets.pages)
    for (auto const& box : page)
      if (box.part == PosterPart::Title && box.style.direction == core::Direction::RightToLeft) {
        ++in_arabic;
        auto const right = box.place.left + box.size.width;
        CHECK(right == Approx(sheets.size.width - 12 * paper::mm * 10 / 7));
      }
  CHECK(in_arabic == 7);
}

TEST_CASE("A reader that is not ours finds the words, the paper's size and the pictures' font") {
  test::TemporaryFolder const folder;
  for (auto const& [paper, name] :
       {std::pair{PaperSize::A4, "(A4)"}, std::pair{PaperSize::A3, "(A3)"}}) {
    auto const path = folder.write("poster.pdf", pdf_of(test::dutch_poster(paper))).string();
    CHECK(run_tool("/usr/bin/pdfinfo", {path}).find(name) != std::string::npos);
    auto const words = run_tool("/usr/bin/pdftotext", {"-layout", path, "-"});
    for (auto const* const text :
         {"De Huiskamer van Klooslaan", "Week 48", "maandag 23 november", "Taalcafé", "9:30",
          "aan de grote tafel", "Gaat niet door", "zondag 29 november · gesloten"})
      CHECK_THAT(words, Catch::Contains(text));
  }
}

TEST_CASE("A telephone reads the first code that has room on the paper") {
  test::TemporaryFolder const folder;
  auto poster = test::dutch_poster(PaperSize::A4);
  poster.codes = {std::string(1100, 'a'), test::calendar_of_one_session(), "De Huiskamer"};
  auto const path = folder.write("poster.pdf", pdf_of(poster)).string();
  run_tool("/usr/bin/pdftoppm",
           {"-r", "200", "-gray", "-f", "1", "-l", "1", path, (folder.path() / "page").string()});
  std::string picture;
  for (auto const& file : std::filesystem::directory_iterator(folder.path()))
    if (file.path().extension() == ".pgm") picture = file.path().string();
  CHECK(test::scanned_code(picture) == test::calendar_of_one_session());
}

TEST_CASE("The same week gives the same file, which does not tell when it was made") {
  auto const poster = test::dutch_and_arabic_poster(PaperSize::A4);
  CHECK(pdf_of(poster) == pdf_of(poster));
  CHECK(pdf_of(poster).find("CreationDate") == std::string::npos);
}

TEST_CASE("A poster that lacks words or has too much is refused in words") {
  auto const why_not = [](auto const& change) {
    auto poster = test::dutch_poster(PaperSize::A4);
    change(poster);
    auto const pdf = paper::poster_pdf(poster);
    return pdf ? "it was made" : pdf.error().what;
  };
  CHECK(why_not([](Poster& poster) { poster.languages.clear(); }) ==
        "the poster: a poster is in 1 to 2 languages, not 0");
  CHECK(why_not([](Poster& poster) { poster.days.clear(); }) ==
        "the poster: a poster has 1 to 7 days, not 0");
  CHECK(why_not([](Poster& poster) { poster.days[0].names.clear(); }) ==
        "the poster: a day on a poster has a name a language");
  CHECK(why_not([](Poster& poster) { poster.days[0].sessions[0].words.clear(); }) ==
        "the poster: a session on a poster has words in each language");
  CHECK(why_not([](Poster& poster) {
          poster.days[0].sessions.resize(151, poster.days[0].sessions[0]);
        }) == "the poster: a poster has at most 150 sessions, not 156");
  CHECK(why_not([](Poster& poster) { poster.place_name.assign(601, 'a'); }) ==
        "the poster: a text on a poster has at most 600 bytes");
  CHECK(why_not([](Poster& poster) { poster.codes = {std::string(1100, 'a')}; }) ==
        "the poster: none of the 1 codes has room on a poster");
}

}  // namespace
}  // namespace inloop
