#include "kiosk/app/journey.h"

#include <algorithm>
#include <chrono>

#include "kiosk/core/phrases.h"

namespace inloop::app {
namespace {

using std::chrono::milliseconds;

inline constexpr int most_turns_to_settle = 50;
inline constexpr int most_answers_awaited = 100;
inline constexpr std::int64_t answer_patience_ms = 100;
inline constexpr std::chrono::minutes time_to_rest{10};
inline constexpr std::chrono::minutes greatest_clock_change{60};
inline constexpr milliseconds press_duration{30};
// Longer than the guard against a second tap of a trembling finger.
inline constexpr milliseconds calm_pause{600};

bool is_button(ui::Mark const& mark) {
  return mark.kind == ui::MarkKind::Button || mark.kind == ui::MarkKind::MainButton ||
         mark.kind == ui::MarkKind::Key;
}

bool is_meant(ui::Mark const& mark, std::string_view target) {
  return target.starts_with('#') ? mark.id == target.substr(1) : readable(mark.label) == target;
}

std::int64_t local_minutes(core::LocalTime const& local) {
  auto const days = std::chrono::local_days(local.date).time_since_epoch().count();
  return std::int64_t{days} * 24 * 60 + local.minute_of_day;
}

}  // namespace

std::string readable(std::string_view words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    // U+2066 to U+2069 in UTF-8: E2 81 A6 to E2 81 A9.
    bool const is_isolate = words.substr(i, 2) == "\xe2\x81" && i + 2 < words.size() &&
                            static_cast<unsigned char>(words[i + 2]) >= 0xa6 &&
                            static_cast<unsigned char>(words[i + 2]) <= 0xa9;
    if (is_isolate)
      i += 2;
    else
      text += words[i];
  }
  return text;
}

Result<> Journey::play(std::vector<Step> const& steps) {
  settle();
  for (auto const& step : steps)
    if (auto const done = take(step); !done)
      return failure("line {}: {}; on the glass: {}", step.line, done.error().what,
                     words_on_glass());
  return {};
}

Result<> Journey::take(Step const& step) {
  switch (step.kind) {
    case Step::Kind::At:
      return go_to(step);
    case Step::Kind::Tap:
      return tap(step.words);
    case Step::Kind::See:
      return expect_words(step.words);
    case Step::Kind::Miss: {
      settle();
      auto const& marks = m_app.marks();
      if (std::any_of(marks.begin(), marks.end(),
                      [&](auto const& mark) { return is_meant(mark, step.words); }))
        return failure("\"{}\" should not be there", step.words);
      return {};
    }
    case Step::Kind::Wait:
      pass(std::chrono::seconds(step.seconds));
      return {};
    case Step::Kind::Picture:
      settle();
      return m_stage.keep_picture(step.words);
    case Step::Kind::Key:
      press(step.key);
      return {};
    case Step::Kind::Find:
      return find(step.words);
    case Step::Kind::Hear:
      return expect_to_hear(step.words);
    case Step::Kind::Card:
      return lay_card(step.words);
    case Step::Kind::Reader:
      if (step.is_reader_there)
        m_stage.tell_kiosk(core::ReaderReady{});
      else
        m_stage.tell_kiosk(core::ReaderLost{});
      settle();
      return {};
  }
  return {};
}

// The kiosk comes to rest, then sleeps. It wakes before the last hour, because a night in which the
// clock changes makes the way an hour longer or shorter.
Result<> Journey::go_to(Step const& step) {
  auto const& local = m_app.state().now.local;
  auto const left = [&] { return std::chrono::minutes(step.minutes - local_minutes(local)); };
  if (left().count() < 0) return failure("time does not go back");
  pass(std::min(left(), time_to_rest));
  sleep(std::max(left() - greatest_clock_change, std::chrono::minutes{0}));
  sleep(left());
  m_stage.tell(fmt::format("{}-{:02}-{:02} {}", int{local.date.year()},
                           unsigned{local.date.month()}, unsigned{local.date.day()},
                           core::time_of_day(local.minute_of_day)));
  return {};
}

// A button that waits for the store is disabled until the store has answered.
std::optional<ui::Mark> Journey::await_button(std::string_view target) {
  for (int answer = 0; answer < most_answers_awaited; ++answer) {
    settle();
    auto const& marks = m_app.marks();
    auto const mark = std::find_if(marks.begin(), marks.end(), [&](auto const& one) {
      return is_button(one) && one.is_enabled && is_meant(one, target);
    });
    if (mark != marks.end()) return *mark;
    m_stage.wait_for_knock(answer_patience_ms);
  }
  return std::nullopt;
}

Result<> Journey::tap(std::string_view target) {
  auto const mark = await_button(target);
  if (!mark) return failure("there is no button \"{}\" to tap", target);
  m_stage.tell(fmt::format("tap {}", readable(mark->label)));

  PointerSample finger{.x_px = (mark->rect.left_px + mark->rect.right_px) / 2,
                       .y_px = (mark->rect.top_px + mark->rect.bottom_px) / 2,
                       .present = true};
  turn(finger);
  finger.down = true;
  turn(finger);
  m_clock.advance(press_duration);
  finger.down = false;
  turn(finger);
  turn(finger);  // the interface finds out about the click one frame after the release
  m_clock.advance(calm_pause);
  settle();
  return {};
}

Result<> Journey::expect_words(std::string_view words) {
  for (int answer = 0; answer < most_answers_awaited; ++answer) {
    settle();
    auto const& marks = m_app.marks();
    if (std::any_of(marks.begin(), marks.end(),
                    [&](auto const& mark) { return is_meant(mark, words); })) {
      m_stage.tell(fmt::format("see {}", words));
      return {};
    }
    m_stage.wait_for_knock(answer_patience_ms);
  }
  return failure("\"{}\" is not to be seen", words);
}

Result<> Journey::lay_card(std::string_view number) {
  m_stage.tell("card");
  for (int answer = 0; answer < most_answers_awaited; ++answer) {
    settle();
    if (m_stage.lay_card(number)) {
      settle();
      return {};
    }
    m_stage.wait_for_knock(answer_patience_ms);
  }
  return failure("there is no key to read a card with");
}

// As long as the longest screen of the kiosk has something to walk along.
Result<> Journey::find(std::string_view words) {
  constexpr int most_things_on_a_screen = 120;
  for (int key = 0; key < most_things_on_a_screen; ++key) {
    press(platform::Key::Next);
    if (!readable(m_stage.heard()).starts_with(words)) continue;
    m_stage.tell(fmt::format("find {}", words));
    return {};
  }
  return failure("\"{}\" is not to be found; last heard: {}", words, m_stage.heard());
}

Result<> Journey::expect_to_hear(std::string_view words) {
  for (int answer = 0; answer < most_answers_awaited; ++answer) {
    settle();
    if (readable(m_stage.heard()).find(words) != std::string::npos) {
      m_stage.tell(fmt::format("hear {}", words));
      return {};
    }
    m_stage.wait_for_knock(answer_patience_ms);
  }
  return failure("\"{}\" is not to be heard; last heard: {}", words, m_stage.heard());
}

void Journey::press(platform::Key key) {
  m_app.press(key);
  settle();
  m_clock.advance(calm_pause);
  settle();
}

// In steps of what the App would sleep, so that each deadline and each minute is met as it comes.
void Journey::pass(milliseconds duration) {
  settle();
  while (duration.count() > 0) {
    auto const nap =
        std::min(duration, milliseconds(std::max<std::int64_t>(m_app.ms_to_next_turn(), 1)));
    m_clock.advance(nap);
    duration -= nap;
    settle();
  }
}

void Journey::sleep(milliseconds duration) {
  m_clock.advance(duration);
  settle();
}

void Journey::turn(PointerSample const& pointer) {
  if (auto* const picture = m_app.turn(pointer)) m_stage.present(picture);
}

void Journey::settle() {
  for (int turns = 0; turns < most_turns_to_settle; ++turns) {
    turn({});
    if (m_app.ms_to_next_turn() > 0) return;
  }
}

std::string Journey::words_on_glass() const {
  std::string words;
  for (auto const& mark : m_app.marks())
    if (!mark.label.empty()) words += "[" + readable(mark.label) + "] ";
  return words;
}

}  // namespace inloop::app
