// Every screen while it speaks: by keypad and ear alone, and as it looks with the tools for that.

#include <algorithm>

#include <catch2/catch.hpp>

#include "kiosk/ui/spoken_script.h"
#include "tests/support/mark_checks.h"
#include "tests/ui/counting_textures.h"
#include "tests/ui/samples.h"

namespace inloop {
namespace {

using core::Speech;
using test::SampleWords;
using ui::FocusKey;
using ui::Mark;

std::vector<std::string> ids_to_reach(std::vector<Mark> const& marks) {
  std::vector<std::string> ids;
  for (auto const& mark : marks)
    if (ui::is_control(mark) && mark.is_enabled) ids.push_back(mark.id);
  return ids;
}

// Walks round once with one key: what was heard, step by step.
std::vector<std::string> walk(ui::Ui& ui, core::Screen const& screen, FocusKey key) {
  std::vector<std::string> heard;
  for (std::size_t step = 0; step < ui.marks().size(); ++step) {
    ui.press_key(key);
    heard.push_back(ui.draw(screen, {}, 0).say.value_or(""));
  }
  return heard;
}

// Press acts on exactly one control wherever the walk stands on one; how many did.
std::size_t pressed(ui::Ui& ui, core::Screen const& screen) {
  std::size_t acted = 0;
  for (std::size_t step = 0; step < ui.marks().size(); ++step) {
    ui.press_key(FocusKey::Next);
    static_cast<void>(ui.draw(screen, {}, 0));
    ui.press_key(FocusKey::Press);
    auto const frame = ui.draw(screen, {}, 0);
    if (frame.action) ++acted;
    INFO("a press that does nothing says again where one is");
    CHECK(frame.action.has_value() != frame.say.has_value());
  }
  return acted;
}

TEST_CASE("Every screen can be walked and worked by keypad and ear alone") {
  test::CountingTextures textures;
  ui::Ui ui(textures, test::portrait_glass());
  for (auto const words : {SampleWords::Dutch, SampleWords::Arabic})
    for (auto const& sample : test::all_samples(words, Speech::Spoken)) {
      INFO(sample.name);
      static_cast<void>(ui.draw(sample.screen, {}, 0));
      static_cast<void>(ui.draw(sample.screen, {}, 0));
      auto const heard = walk(ui, sample.screen, FocusKey::Next);
      CHECK(std::ranges::count(heard, "") == 0);
      for (auto const& mark : ui.marks()) {
        INFO(mark.id);
        auto const said = spoken_words(mark, sample.screen.states);
        CHECK(std::ranges::count(heard, said) > 0);
      }
      auto back = walk(ui, sample.screen, FocusKey::Previous);
      CHECK(std::ranges::is_permutation(heard, back));
      CHECK(pressed(ui, sample.screen) == ids_to_reach(ui.marks()).size());
    }
}

void check_layout(SampleWords words, test::NamedGlass const& glass) {
  test::CountingTextures textures;
  ui::Ui ui(textures, glass.glass);
  for (auto const& sample : test::all_samples(words, Speech::Spoken))
    for (auto const text_size : {core::TextSize::Normal, core::TextSize::Large})
      for (auto const reach : {core::Reach::Everywhere, core::Reach::LowerHalf}) {
        auto screen = sample.screen;
        screen.preferences.text_size = text_size;
        screen.preferences.reach = reach;
        static_cast<void>(ui.draw(screen, {}, 0));
        INFO(glass.name << ", " << sample.name << ", large " << (text_size == core::TextSize::Large)
                        << ", low " << (reach == core::Reach::LowerHalf));
        std::string objections;
        for (auto const& one : test::objections_to(ui.marks(), glass.glass, text_size))
          objections += one + "\n";
        CHECK(objections == "");
      }
}

TEST_CASE("With the six tools of speech every Dutch screen holds sizes, gaps and words") {
  for (auto const& glass : test::all_glasses()) check_layout(SampleWords::Dutch, glass);
}

TEST_CASE("With the six tools of speech every screen in other words holds sizes, gaps and words") {
  using enum SampleWords;
  for (auto const& glass : test::all_glasses())
    for (auto const words : {Arabic, Long, English, Turkish, Polish, Ukrainian, Persian, Tigrinya})
      check_layout(words, glass);
}

}  // namespace
}  // namespace inloop
