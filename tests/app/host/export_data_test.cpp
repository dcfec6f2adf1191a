#include "kiosk/app/host/export_data.h"

#include <fstream>
#include <iterator>

#include "tests/app/host/desk_fixture.h"

namespace inloop::app::host {
namespace {

using test::HouseWithDesk;
using test::moment;
using test::need;

std::string content(std::filesystem::path const& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST_CASE("All that was counted lies on the stick in tables, without minutes or names") {
  HouseWithDesk house;
  Desk desk(house.parts(), house.inbox);
  auto& store = house.store();
  for (int minute : {541, 602, 840})
    need(store.add_visit({.arrived = moment(20, minute),
                          .party = {.adults = 1, .children = minute == 602 ? 2 : 0},
                          .first_time = core::FirstTime::Yes}));
  auto const activity = need(store.add_activity(
      {.title = "Eten, \"samen\"", .picture = "🍲", .kind = core::ActivityKind::Cooking}));
  need(store.add_session(activity, {std::chrono::year{2027} / 1 / 4, 630}, 90));
  need(store.add_activity({.title = "=1+1", .picture = "🍲"}));
  need(store.add_feeling(std::chrono::year{2026} / 11, core::Feeling::Yes));

  auto const folder = export_to(
      house.stick(), moment(22, 600), [] { return Result<std::string>("BEGIN:VCALENDAR"); }, desk);
  REQUIRE(folder.has_value());
  CHECK(*folder == house.stick() / "inloop-gegevens-2026-11-22");
  CHECK(content(*folder / "bezoeken.csv") ==
        "datum,dagdeel,inchecks,volwassenen,kinderen,eersteKeerJa,eersteKeerNee,"
        "eersteKeerOvergeslagen\r\n"
        "2026-11-20,ochtend,2,2,2,2,0,0\r\n2026-11-20,middag,1,1,0,1,0,0\r\n");
  CHECK(content(*folder / "activiteiten.csv") ==
        "nummer,titel,soort,aanmelden,plekken,ruimte\r\n"
        "1,\"Eten, \"\"samen\"\"\",koken,vrij,,\r\n2, =1+1,ontmoeten,vrij,,\r\n");
  CHECK(content(*folder / "bijeenkomsten.csv") ==
        "nummer,activiteit,datum,begin,minuten,stand,reden,aanwezig,plekkenBezet\r\n"
        "1,1,2027-01-04,10:30,90,gepland,,,0\r\n");
  CHECK(content(*folder / "gevoel.csv") == "maand,antwoord,aantal\r\n2026-11,ja,1\r\n");
  CHECK(content(*folder / "agenda.ics") == "BEGIN:VCALENDAR");
  CHECK_THAT(content(*folder / "LEESMIJ.txt"), Catch::Contains("De Huiskamer, 2026-11-22"));
}

TEST_CASE("A house that counted nothing yet exports tables with their heads alone") {
  HouseWithDesk house;
  Desk desk(house.parts(), house.inbox);
  auto const folder = export_to(house.stick(), moment(22, 600), AgendaText{}, desk);
  REQUIRE(folder.has_value());
  CHECK(content(*folder / "verhalen.csv") == "datum,verhaal\r\n");
  CHECK_FALSE(std::filesystem::exists(*folder / "agenda.ics"));
}

TEST_CASE("A stick that goes away in between is told") {
  HouseWithDesk house;
  Desk desk(house.parts(), house.inbox);
  auto const done = export_to("/nowhere/stick", moment(22, 600), AgendaText{}, desk);
  REQUIRE_FALSE(done.has_value());
  CHECK(done.error().trouble == StickTrouble::PulledOut);
}

}  // namespace
}  // namespace inloop::app::host
