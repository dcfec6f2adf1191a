#include <algorithm>

#include "kiosk/core/host/today_rules.h"
#include "kiosk/core/isolate.h"
#include "kiosk/core/phrases.h"

namespace inloop::core::host::shift {
namespace {

constexpr std::int64_t mebibyte = 1'048'576;
constexpr std::int64_t little_room_bytes = 500 * mebibyte;
constexpr std::int64_t no_room_bytes = 50 * mebibyte;

// A release goes within minutes. After so many days without a receipt something is the matter;
// after so many more somebody has to look.
constexpr std::chrono::days usual_delay{3};
constexpr std::chrono::days long_delay{14};

HouseRow well(std::string text) {
  return {.light = Light::Green, .text = phrase(std::move(text)), .advice = std::nullopt};
}

HouseRow unwell(Light light, std::string text, std::string advice) {
  return {.light = light, .text = phrase(std::move(text)), .advice = phrase(std::move(advice))};
}

std::string tell_somebody(Words const& words) {
  return words.text("Please tell the person who looks after this screen.");
}

HouseRow sending(HouseFacts const& facts, Date today, Words const& words) {
  if (facts.oldest_unsent) {
    // Closed at the earliest on the first of the next month.
    auto const waited =
        std::chrono::sys_days(today) - std::chrono::sys_days(last_day(*facts.oldest_unsent));
    if (waited > long_delay)
      return unwell(Light::Red, words.text("The numbers do not arrive. Nothing is lost."),
                    tell_somebody(words));
    if (waited > usual_delay + usual_delay)
      return unwell(Light::Orange, words.text("The numbers are still waiting here."),
                    words.text("They go by themselves once there is internet."));
  }
  if (facts.held_until)
    return unwell(Light::Orange, words.text("A host holds the numbers of a month back."),
                  filled(words.text("Let them go under Figures. They go by themselves on {date}."),
                         {{"date", date_in_words(*facts.held_until, words)}}));
  if (!facts.last_received)
    return well(words.text("Nothing has been sent yet. Numbers go once a month."));
  return well(filled(words.text("Last sent: {date}."),
                     {{"date", date_in_words(*facts.last_received, words)}}));
}

HouseRow disk(HouseFacts const& facts, State const& state, Words const& words) {
  if (!state.is_store_well || (facts.free_bytes > 0 && facts.free_bytes < no_room_bytes))
    return unwell(Light::Red, words.text("The disk is full or broken."),
                  words.text("Use the paper list, and tell the person who looks after this."));
  if (facts.free_bytes > 0 && facts.free_bytes < little_room_bytes)
    return unwell(Light::Orange, words.text("The disk is nearly full."), tell_somebody(words));
  return well(words.text("There is enough room on the disk."));
}

HouseRow clock_row(State const& state, Words const& words) {
  if (state.now.clock != ClockTrust::Steady)
    return unwell(Light::Orange, words.text("The clock has jumped."),
                  filled(words.text("It says {time}. Is that wrong? Please tell somebody."),
                         {{"time", isolated(time_of_day(state.now.local.minute_of_day))}}));
  return well(words.text("The clock is right."));
}

HouseRow reader(State const& state, Words const& words) {
  if (state.is_reader_ready) return well(words.text("The card reader works."));
  return unwell(Light::Orange, words.text("The card reader does not work."),
                words.text("Look at its cable. Tapping on the screen counts as well."));
}

HouseRow printer(HouseFacts const& facts, Words const& words) {
  if (facts.is_printer_there) return well(words.text("The printer is there."));
  return unwell(Light::Orange, words.text("The printer does not work."),
                words.text("Is it on? Is the cable in?"));
}

}  // namespace

std::vector<HouseRow> house_rows(HouseFacts const& facts, State const& state, Words const& words) {
  std::vector<HouseRow> rows{sending(facts, state.now.local.date, words), disk(facts, state, words),
                             clock_row(state, words)};
  if (state.settings.has_card_reader) rows.push_back(reader(state, words));
  if (state.settings.has_printer) rows.push_back(printer(facts, words));
  std::ranges::stable_sort(rows, std::ranges::greater{}, &HouseRow::light);
  return rows;
}

HouseRow house_in_a_line(HouseFacts const& facts, State const& state, Words const& words) {
  auto const rows = house_rows(facts, state, words);
  if (rows.front().light != Light::Green) return rows.front();
  auto const sent = sending(facts, state.now.local.date, words);
  return well(words.text("Everything works.") + " " + sent.text.shown);
}

}  // namespace inloop::core::host::shift
