#include "kiosk/paper/month_page.h"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"

namespace inloop {
namespace {

using paper::MonthPage;

MonthPage sample_page() {
  MonthPage page{.place_name = "De Huiskamer van Klooslaan",
                 .heading = "November 2026",
                 .introduction =
                     "Deze aantallen kloppen bijna: er is met opzet een beetje bij of "
                     "af gedaan, zodat niemand is te herkennen."};
  page.tables.push_back(
      {.title = "Bezoeken",
       .note = "Mensen die zijn geteld. Meestal scheelt het hooguit 3.",
       .columns = {"Ongeveer", "Tussen"},
       .rows = {{"Volwassenen", {"187", "184 en 190"}}, {"Kinderen", {"12", "9 en 15"}}}});
  page.tables.push_back({.title = "Bijeenkomsten",
                         .note = {},
                         .columns = {"Gepland", "Gehouden", "Afgelast"},
                         .rows = {{"Bewegen", {"8", "7", "1"}}, {"Koken", {"4", "4", "0"}}}});
  paper::MonthGraph graph{.title = "Het jaar", .note = "Het streepje is de marge.", .bars = {}};
  for (int i = 0; i < 12; ++i)
    graph.bars.push_back({.label = fmt::format("m{}", i + 1),
                          .value = i == 5 ? std::nullopt : std::optional<std::int64_t>(150 + i),
                          .low = 146 + i,
                          .high = 154 + i});
  page.graph = graph;
  page.stories_title = "Verhalen";
  page.stories.push_back({"12 november", "Een bewoner bakte taart voor de hele tafel."});
  return page;
}

std::string text_of(MonthPage const& page, test::TemporaryFolder const& folder) {
  auto const pdf = paper::month_page_pdf(page);
  INFO((pdf ? std::string() : pdf.error().what));
  REQUIRE(pdf.has_value());
  auto const path = folder.write("month.pdf", *pdf).string();
  auto const words = test::run(
      {.program = "/usr/bin/pdftotext", .arguments = {"-layout", path, "-"}, .environment = {}});
  REQUIRE(words.exit_code == 0);
  return words.output;
}

TEST_CASE("The page of a month says its figures, their margins, the year and the stories") {
  test::TemporaryFolder const folder;
  auto const words = text_of(sample_page(), folder);
  for (auto const* const text : {"November 2026", "Volwassenen", "187", "184 en 190", "Afgelast",
                                 "Het jaar", "161", "m12", "taart voor de hele tafel"})
    CHECK_THAT(words, Catch::Contains(text));
}

TEST_CASE("A month without a figure is missing in the graph, not zero") {
  test::TemporaryFolder const folder;
  auto page = sample_page();
  page.tables.clear();
  page.graph->bars = {{.label = "jan", .value = std::nullopt}, {.label = "feb", .value = 0}};
  auto const words = text_of(page, folder);
  CHECK_THAT(words, Catch::Contains("–"));
  CHECK_THAT(words, Catch::Contains("0"));
}

TEST_CASE("However much there is, every row and every story is on some page") {
  test::TemporaryFolder const folder;
  auto page = sample_page();
  page.tables.front().rows.clear();
  for (int i = 0; i < 40; ++i)
    page.tables.front().rows.push_back({fmt::format("rij{}eind", i), {"1", "2"}});
  for (int i = 0; i < 39; ++i)
    page.stories.push_back({"", fmt::format("verhaal{}eind", i) + std::string(400, 'x')});
  auto const words = text_of(page, folder);
  for (int i = 0; i < 39; ++i) {
    CHECK_THAT(words, Catch::Contains(fmt::format("rij{}eind", i)));
    CHECK_THAT(words, Catch::Contains(fmt::format("verhaal{}eind", i)));
  }
}

TEST_CASE("A page of a month with too much, or with rows that do not fit, is refused in words") {
  auto page = sample_page();
  page.tables.front().rows.front().cells.pop_back();
  CHECK(paper::month_page_pdf(page).error().what ==
        "the page of the month: the row \"Volwassenen\" has 1 cells for 2 columns");
  page = sample_page();
  page.stories.resize(41);
  CHECK_FALSE(paper::month_page_pdf(page).has_value());
  page = sample_page();
  page.graph->bars.resize(14);
  CHECK_FALSE(paper::month_page_pdf(page).has_value());
}

}  // namespace
}  // namespace inloop
