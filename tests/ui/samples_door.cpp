#include "kiosk/core/host/room.h"
#include "tests/ui/samples_parts.h"

namespace inloop::test {
namespace {

using namespace core;
using namespace core::host;

Beginner beginner() {
  return {.used_code = {},
          .picture = 7,
          .first_name = "Wilhelmina",
          .pin = {},
          .code = "ABCDE12345FGHJK67890"};
}

class DoorSamples {
 public:
  explicit DoorSamples(Samples& samples) : m_samples(samples) {}

  void add(std::string name, DoorStep step) {
    Door door{.step = std::move(step), .shuffled = {7, 2, 9, 0, 4, 1, 8, 3, 6, 5}};
    m_samples.add("door_" + std::move(name), AtDoor{Indirect<Door>(std::move(door))});
  }

 private:
  Samples& m_samples;
};

void add_door(Samples& all) {
  DoorSamples samples(all);
  samples.add("knocking", Knocking{});
  samples.add("pictures", WhoAreYou{});
  samples.add("pictures_later", WhoAreYou{.first = 16});
  samples.add("pictures_first_host", WhoAreYou{.first = 0, .beginner = Beginner{}});
  TypePin pin{.picture = 4, .pin = Pin("123")};
  samples.add("pin", pin);
  pin.is_shuffled = true;
  samples.add("pin_shuffled", pin);
  pin.pin.clear();
  pin.trouble = PadTrouble::Wrong;
  samples.add("pin_wrong", pin);
  pin.wait_ms = 15 * 60'000;
  samples.add("pin_wrong_wait", pin);
  pin.trouble = PadTrouble::MustWait;
  samples.add("pin_wait", pin);
  pin.trouble = PadTrouble::Locked;
  samples.add("pin_locked", pin);
  samples.add("forgotten", PinForgotten{.picture = 4});
  TypeCode code{.picture = 4,
                .entry = {.text = "ABCDE 123", .most_characters = 23, .is_sentence = false}};
  samples.add("code", code);
  code.is_wrong = true;
  samples.add("code_wrong", code);
  samples.add("name", SayName{.beginner = beginner(),
                              .entry = {.text = "Wilhelmina", .most_characters = 20}});
  samples.add("name_full", SayName{.beginner = beginner(),
                                   .entry = {.text = "Wilhelmina Frederikaa",
                                             .most_characters = 20,
                                             .is_too_long = true}});
  samples.add("new_pin", ChoosePin{.beginner = beginner(), .pin = {.typed = Pin("12")}});
  samples.add("new_pin_easy",
              ChoosePin{.beginner = beginner(), .pin = {.trouble = PadTrouble::TooEasy}});
  samples.add("new_pin_again", ChoosePin{.beginner = beginner(), .pin = {.chosen = Pin("204816")}});
  samples.add("new_pin_other",
              ChoosePin{.beginner = beginner(), .pin = {.trouble = PadTrouble::NotTheSame}});
  samples.add("keep_code", KeepCode{.beginner = beginner()});
  samples.add("prove_code",
              ProveCode{.beginner = beginner(),
                        .entry = {.text = "FGH", .most_characters = 5, .is_sentence = false}});
}

std::vector<ListedHost> house_of(int hosts) {
  constexpr std::array names{"Fatima", "", "Bram", "Wilhelmina", "", "Jan-Willem"};
  std::vector<ListedHost> listed;
  for (int picture = 0; picture < hosts; ++picture)
    listed.push_back({.host = {.picture = picture,
                               .first_name = names[static_cast<std::size_t>(picture) % 6],
                               .role = picture == 0 ? Role::Coordinator : Role::Host},
                      .wrong_pins = picture == 2 ? most_wrong_pins : 0});
  return listed;
}

Trail trail_of(Date date) {
  Trail trail;
  for (int i = 0; i < 40; ++i)
    trail.rows.push_back({.id = 100 - i,
                          .deed = {.when = {.date = date, .minute_of_day = 600 - i},
                                   .host = i % 5,
                                   .act = static_cast<Act>(static_cast<std::size_t>(i) % act_count),
                                   .about = 7}});
  return trail;
}

void add_hosts(Samples& samples, Date today) {
  auto const add = [&](std::string name, Hosts hosts, std::optional<Notice> notice = std::nullopt) {
    HostRoom room{.host = {.picture = 0, .first_name = "Fatima", .role = Role::Coordinator},
                  .place = std::move(hosts),
                  .notice = notice};
    if (notice) room.undo = HostRequest{HostsRequest{.what = RestoreHost{3}}};
    samples.add("hosts_" + std::move(name), InRoom{Indirect<HostRoom>(std::move(room))});
  };
  add("few", {.hosts = house_of(5)});
  add("many", {.hosts = house_of(24)});
  add("removed", {.hosts = house_of(5)},
      Notice{.message = "{what} cannot come in any more.", .what = "🌻"});
  add("one", {.hosts = house_of(5), .step = OneHost{3}});
  add("locked", {.hosts = house_of(5), .step = OneHost{2}});
  add("self", {.hosts = house_of(5), .step = OneHost{0}});
  add("picture", {.hosts = house_of(5), .step = PictureOfNewHost{}});
  add("name",
      {.hosts = house_of(5),
       .step = NameOfNewHost{.picture = 9, .entry = {.text = "Bram", .most_characters = 20}}});
  add("pin", {.hosts = house_of(5), .step = PinOfHost{.host = {.picture = 9}, .pin = {}}});
  auto trail = trail_of(today);
  add("trail", {.hosts = house_of(5), .step = trail});
  trail.altered = 98;
  trail.first = 12;
  add("trail_altered", {.hosts = house_of(5), .step = trail});
}

}  // namespace

std::vector<Sample> door_samples(core::State state, core::Words const& words) {
  auto const today = state.now.local.date;
  Samples samples(std::move(state), words);
  add_door(samples);
  add_hosts(samples, today);
  return samples.take();
}

}  // namespace inloop::test
