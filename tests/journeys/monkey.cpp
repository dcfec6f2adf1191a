#include "tests/journeys/monkey.h"

#include <algorithm>
#include <array>
#include <stdexcept>

#include <fmt/format.h>

#include "kiosk/ui/spoken_script.h"
#include "tests/support/mark_checks.h"

namespace inloop::test {
namespace {

using platform::ContactPhase;

constexpr UtcTime start = std::chrono::sys_days{std::chrono::year{2026} / 10 / 5};
constexpr std::int64_t press_ms = 30;
constexpr std::int64_t longest_calm_ms = 2'000;
constexpr std::int64_t longest_absence_ms = 140'000;  // beyond the warning and its end
constexpr std::int64_t frame_ms = 16;
constexpr std::int64_t longest_press_guard_ms = 500;  // with large letters
constexpr int most_turns = 400;
constexpr std::chrono::minutes farewell{15};

app::HouseClock house_clock(Clock const& clock) {
  auto made = app::HouseClock::make(clock, "Europe/Amsterdam");
  if (!made) throw std::runtime_error(made.error().what);
  return std::move(*made);
}

core::Settings settings(core::Language language) {
  core::OpeningSchedule opening;
  opening.set_open(std::chrono::Monday, core::Daypart::Morning);
  return {.place_name = "De Huiskamer",
          .opening = opening,
          .languages = {language, core::Language::English, core::Language::Turkish},
          .resting = {.language = language},
          .has_printer = true,
          .has_card_reader = true};
}

core::Welcome const* welcome_on(core::Page const& page) {
  if (auto const* choice = std::get_if<core::PartyChoice>(&page)) return &choice->welcome;
  return std::get_if<core::Welcome>(&page);
}

// Nothing is erased of nothing, and what was found wrong is still wrong.
bool may_do_nothing(std::string_view id) {
  return id == "name/erase" || id == "door/erase" || id == "door/go_on";
}

}  // namespace

Monkey::Monkey(std::uint32_t seed, core::Language language, ui::Glass const& glass,
               language::Catalogues const& catalogues)
    : m_engine(seed),
      m_glass(glass),
      m_clock(start),
      m_house_clock(house_clock(m_clock)),
      m_inbox([] {}),
      m_disk(seed, m_inbox),
      m_app(settings(language), glass,
            {.clock = m_house_clock,
             .textures = m_textures,
             .inbox = m_inbox,
             .words = [&](core::Language language) -> core::Words const& {
               return catalogues.of(language);
             },
             .voice = m_voice,
             .perform =
                 [this](core::Effect const& effect) {
                   ++m_effects_wanted;
                   m_disk.perform(effect, m_clock.uptime_ms());
                 }}) {
  m_inbox.put(core::VoicesFound{{language}});
  m_inbox.put(core::ReaderReady{});
  settle();
}

int Monkey::chosen(int count) {
  return static_cast<int>(m_engine() % static_cast<unsigned>(count));
}

float Monkey::anywhere(int length_px) {
  return static_cast<float>(chosen(length_px));
}

void Monkey::act() {
  switch (chosen(20)) {
    case 0:
      tap_anywhere();
      break;
    case 1:
      slide();
      break;
    case 2:
      use_many_fingers();
      break;
    case 3:
      pass(chosen(longest_absence_ms));
      break;
    case 4:
      m_textures.lose_all();
      break;
    case 5:  // in a hurry
      tap_a_button();
      tap_a_button();
      break;
    case 6:
      press_a_key();
      break;
    case 7:
      lay_a_card();
      break;
    case 8:
      type_digits();
      break;
    default:
      pass(chosen(longest_calm_ms));
      tap_calmly();
  }
  settle();
}

void Monkey::knock() {
  m_inbox.put(core::TapHost{});
  settle();
}

void Monkey::leave() {
  m_disk.set_mood(DiskMood::Well);
  pass(std::chrono::milliseconds(farewell).count());
}

void Monkey::touch(std::int64_t finger, ContactPhase phase, float x_px, float y_px) {
  m_pointer.feed({.finger = finger, .phase = phase, .x_px = x_px, .y_px = y_px},
                 m_clock.uptime_ms());
}

void Monkey::tap(float x_px, float y_px) {
  touch(1, ContactPhase::Down, x_px, y_px);
  if (chosen(2) == 0) settle();
  m_clock.advance(std::chrono::milliseconds(press_ms));
  touch(1, ContactPhase::Up, x_px, y_px);
  settle();
}

// A tap that has all the time it needs does something: the kiosk is then another one, or wants
// something done. What is chosen already stays chosen.
void Monkey::tap_calmly() {
  pass(2 * longest_press_guard_ms);
  std::vector<ui::Mark> ready;
  for (ui::Mark const& mark : m_app.marks())
    if (ui::is_control(mark) && mark.is_enabled && !mark.is_chosen && !may_do_nothing(mark.id))
      ready.push_back(mark);
  if (ready.empty()) return tap_anywhere();
  auto const mark = ready[static_cast<std::size_t>(chosen(static_cast<int>(ready.size())))];
  bool const is_explored = m_app.state().preferences.speech == core::Speech::Spoken;
  auto const before = m_app.state();
  auto const wanted_before = m_effects_wanted;
  tap((mark.rect.left_px + mark.rect.right_px) / 2, (mark.rect.top_px + mark.rect.bottom_px) / 2);
  auto const& after = m_app.state();
  bool const has_changed = after.page != before.page || after.preferences != before.preferences ||
                           after.calls != before.calls || after.warned_at_ms != before.warned_at_ms;
  // Where it already says that there is no voice, asking for one again changes nothing.
  bool const is_told = std::holds_alternative<core::NoVoice>(before.page);
  if (!has_changed && m_effects_wanted == wanted_before && !is_explored && !is_told)
    m_broken.insert("a tap on " + mark.id + " was lost");
}

void Monkey::press_a_key() {
  using platform::Key;
  constexpr std::array keys{Key::Next,   Key::Next,   Key::Previous, Key::Press, Key::Press,
                            Key::Repeat, Key::Louder, Key::Softer,   Key::Back};
  for (int count = 0; count < 6; ++count) {
    m_app.press(keys[static_cast<std::size_t>(chosen(static_cast<int>(keys.size())))]);
    settle();
  }
}

void Monkey::lay_a_card() {
  CardHash card{.month = std::chrono::year{2026} / 10};
  card.digest[0] = std::byte(chosen(3));
  switch (chosen(4)) {
    case 0:
      return m_inbox.put(core::AnonymousCardTapped{});
    case 1:
      return m_inbox.put(core::CardRefused{});
    default:
      return m_inbox.put(core::CardTapped{card});
  }
}

// On a keyboard that somebody plugged in.
void Monkey::type_digits() {
  m_app.type(fmt::format("{:06}", chosen(1'000'000)));
}

void Monkey::tap_a_button() {
  std::vector<ui::Rect> buttons;
  for (ui::Mark const& mark : m_app.marks())
    if (ui::is_control(mark)) buttons.push_back(mark.rect);
  if (buttons.empty()) return tap_anywhere();
  ui::Rect const rect = buttons[static_cast<std::size_t>(chosen(static_cast<int>(buttons.size())))];
  tap((rect.left_px + rect.right_px) / 2, (rect.top_px + rect.bottom_px) / 2);
}

void Monkey::tap_anywhere() {
  tap(anywhere(m_glass.width_px), anywhere(m_glass.height_px));
}

void Monkey::use_many_fingers() {
  constexpr int fingers = 5;
  for (int finger = 1; finger <= fingers; ++finger)
    touch(finger, ContactPhase::Down, anywhere(m_glass.width_px), anywhere(m_glass.height_px));
  settle();
  // Sometimes one of them is a bag that leans against the glass.
  if (chosen(3) == 0) pass(platform::stuck_after_ms + chosen(longest_calm_ms));
  for (int finger = 1; finger <= fingers; ++finger)
    touch(finger, ContactPhase::Up, anywhere(m_glass.width_px), anywhere(m_glass.height_px));
}

void Monkey::slide() {
  touch(1, ContactPhase::Down, anywhere(m_glass.width_px), anywhere(m_glass.height_px));
  for (int place = 0; place < 10; ++place) {
    touch(1, ContactPhase::Move, anywhere(m_glass.width_px), anywhere(m_glass.height_px));
    turn();
  }
  touch(1, ContactPhase::Up, anywhere(m_glass.width_px), anywhere(m_glass.height_px));
}

// In steps of what the kiosk would sleep, and no longer than a disk takes to answer.
void Monkey::pass(std::int64_t duration_ms) {
  constexpr std::int64_t longest_nap_ms = 1'000;
  while (duration_ms > 0) {
    std::int64_t const nap_ms =
        std::min({duration_ms, longest_nap_ms, std::max<std::int64_t>(m_app.ms_to_next_turn(), 1)});
    m_clock.advance(std::chrono::milliseconds(nap_ms));
    duration_ms -= nap_ms;
    settle();
  }
}

void Monkey::settle() {
  for (int count = 0; count < most_turns; ++count) {
    turn();
    if (m_app.ms_to_next_turn() > 0 && !m_pointer.has_more()) return;
    m_clock.advance(std::chrono::milliseconds(frame_ms));
  }
  m_broken.insert("the kiosk never came to rest");
}

void Monkey::turn() {
  m_disk.answer(m_clock.uptime_ms());
  bool const was_drawn = m_app.turn(m_pointer.next_sample(m_clock.uptime_ms())) != nullptr;
  if (was_drawn) {
    auto const found = objections_to(m_app.marks(), m_glass, m_app.state().preferences.text_size);
    m_objections.insert(found.begin(), found.end());
  }
  check();
}

// Whoever is welcomed is on the disk, as the screen says; and nobody here is a host.
void Monkey::check() {
  if (std::holds_alternative<core::InRoom>(m_app.state().page))
    m_broken.insert("the host's room stands open without a PIN");
  if (m_disk.deeds_of_hosts() > 0) m_broken.insert("something was done that only a host may do");
  core::Welcome const* const welcome = welcome_on(m_app.state().page);
  if (welcome == nullptr) return;
  m_welcomed.insert(welcome->visit);
  auto const kept = m_disk.visits().find(welcome->visit);
  if (kept == m_disk.visits().end()) {
    m_broken.insert(fmt::format("visit {} was welcomed and is not kept", welcome->visit));
    return;
  }
  if (welcome->change) return;
  if (kept->second.is_undone || kept->second.party != welcome->party ||
      kept->second.first_time != welcome->first_time)
    m_broken.insert(fmt::format("visit {} is not kept as the screen says", welcome->visit));
}

}  // namespace inloop::test
