#include "tests/support/mark_checks.h"

#include <stdexcept>

#include <catch2/catch.hpp>

namespace inloop::test {
namespace {

using ui::Mark;
using ui::MarkKind;

// Four pixels a millimetre, 250 x 500 mm.
constexpr ui::Glass glass{.width_px = 1000, .height_px = 2000, .px_per_mm = 4};

// A mark with room for its words around them; places and sizes in millimetres.
Mark mark_at(std::string id, MarkKind kind, ui::Rect rect_mm) {
  ui::Rect const rect{rect_mm.left_px * 4, rect_mm.top_px * 4, rect_mm.right_px * 4,
                      rect_mm.bottom_px * 4};
  return {.id = std::move(id),
          .kind = kind,
          .label = "Ik ben er",
          .spoken = "Ik ben er",
          .rect = rect,
          .ink = {rect.left_px + 4, rect.top_px + 4, rect.right_px - 4, rect.bottom_px - 4}};
}

std::vector<std::string> objections(std::vector<Mark> const& marks,
                                    core::TextSize text_size = core::TextSize::Normal) {
  return objections_to(marks, glass, text_size);
}

using Objections = std::vector<std::string>;

}  // namespace

TEST_CASE("a screen of good size and room meets no objection") {
  CHECK(objections({mark_at("a", MarkKind::MainButton, {10, 10, 60, 40}),
                    mark_at("b", MarkKind::Button, {10, 43, 60, 63}),
                    mark_at("c", MarkKind::Text, {10, 100, 60, 110})})
            .empty());
}

TEST_CASE("an empty glass is objected to") {
  CHECK(objections({}) == Objections{"nothing stands on the glass"});
}

TEST_CASE("a button below 20 mm and a main button below 25 mm are objected to") {
  CHECK(objections({mark_at("a", MarkKind::Button, {10, 10, 60, 29})}) ==
        Objections{"a is 19.0 mm at its narrowest, 20.0 is the least"});
  CHECK(objections({mark_at("a", MarkKind::MainButton, {10, 10, 34, 60})}) ==
        Objections{"a is 24.0 mm at its narrowest, 25.0 is the least"});
}

TEST_CASE("targets that overlap or stand closer than 3 mm are objected to") {
  Mark const first = mark_at("a", MarkKind::Button, {10, 10, 60, 40});
  Mark close = mark_at("b", MarkKind::Button, {10, 42, 60, 70});
  CHECK(objections({first, close}) == Objections{"a and b are 2.0 mm apart, 3.0 is the least"});
  Mark over = mark_at("b", MarkKind::Button, {59, 10, 90, 40});
  CHECK(objections({first, over}) == Objections{"a and b overlap"});
}

TEST_CASE("what reaches beyond the glass is objected to") {
  CHECK(objections({mark_at("a", MarkKind::Button, {230, 10, 255, 40})}) ==
        Objections{"a reaches beyond the glass"});
}

TEST_CASE("words outside their box are objected to") {
  Mark mark = mark_at("a", MarkKind::Text, {10, 10, 60, 20});
  mark.ink.right_px = mark.rect.right_px + 4;
  CHECK(objections({mark}) ==
        Objections{"a: the words \"Ik ben er\" stand 1.0 mm outside their box"});
}

TEST_CASE("words too small to read are objected to, in large text sooner") {
  Mark mark = mark_at("a", MarkKind::Text, {10, 10, 60, 20});
  mark.ink.bottom_px = mark.ink.top_px + 6 * 4;
  CHECK(objections({mark}).empty());
  CHECK(objections({mark}, core::TextSize::Large) ==
        Objections{"a: the words \"Ik ben er\" are 6.0 mm high, 7.3 is the least"});
  mark.ink.bottom_px = mark.ink.top_px + 3 * 4;
  CHECK(objections({mark}) ==
        Objections{"a: the words \"Ik ben er\" are 3.0 mm high, 4.0 is the least"});
}

TEST_CASE("a mark without spoken words is objected to") {
  Mark mark = mark_at("a", MarkKind::Picture, {10, 10, 60, 40});
  mark.spoken.clear();
  CHECK(objections({mark}) == Objections{"a says nothing to who cannot see it"});
}

TEST_CASE("two marks of one name and words over words are objected to") {
  Mark const mark = mark_at("a", MarkKind::Text, {10, 10, 60, 20});
  CHECK(objections({mark, mark}) ==
        Objections{"a stands there twice", "the words of a and a lie over each other"});
}

TEST_CASE("a mark is found by its id and by its words, a target before a text") {
  std::vector<Mark> const marks{mark_at("title", MarkKind::Text, {10, 10, 60, 40}),
                                mark_at("button", MarkKind::Button, {10, 50, 60, 80})};
  CHECK(mark_of(marks, "title").id == "title");
  CHECK(mark_of(marks, "Ik ben er").id == "button");
  CHECK_THROWS_AS(mark_of(marks, "Foutje"), std::runtime_error);
  CHECK_THROWS_AS(mark_of({marks[1], marks[1]}, "button"), std::runtime_error);
}

TEST_CASE("marks are written out in millimetres, one line each") {
  Mark mark = mark_at("a", MarkKind::Button, {10, 20, 60, 50});
  mark.is_enabled = false;
  mark.spoken = "Wij zijn er";
  CHECK(written_out({mark}, glass) ==
        "button a at 10,20 of 50x30 mm disabled \"Ik ben er\" spoken \"Wij zijn er\"\n");
}

}  // namespace inloop::test
