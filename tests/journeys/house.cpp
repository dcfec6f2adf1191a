#include "tests/journeys/house.h"

#include <condition_variable>
#include <fstream>
#include <mutex>
#include <span>
#include <sstream>
#include <stdexcept>

#include "kiosk/app/journey.h"
#include "kiosk/app/kiosk.h"
#include "kiosk/app/week_plan.h"
#include "kiosk/platform/gui_renderer.h"
#include "kiosk/platform/texture_store.h"
#include "kiosk/store/hosts.h"
#include "kiosk/store/name_vault.h"
#include "tests/app/seeded_random.h"
#include "tests/support/leak_search.h"
#include "tests/support/mark_checks.h"
#include "tests/support/memory_glass.h"

namespace inloop::test {
namespace {

namespace fs = std::filesystem;
constexpr std::uint32_t seed = 20261105;
constexpr std::size_t most_objections = 20;

// Lets the journey wait for the store's thread.
class Knock {
 public:
  void operator()() {
    std::lock_guard const lock(m_mutex);
    m_is_waiting = true;
    m_knocked.notify_one();
  }

  void wait(std::int64_t timeout_ms) {
    std::unique_lock lock(m_mutex);
    m_knocked.wait_for(lock, std::chrono::milliseconds(timeout_ms),
                       [this] { return m_is_waiting; });
    m_is_waiting = false;
  }

 private:
  std::mutex m_mutex;
  std::condition_variable m_knocked;
  bool m_is_waiting = false;
};

// Remembers what was said, and says nothing.
class Listener final : public app::Voice {
 public:
  void say(core::Language, std::string text) override { m_last = std::move(text); }
  void stop() override { m_last.clear(); }
  void set_volume(int) override {}
  [[nodiscard]] bool is_speaking() const override { return false; }

  [[nodiscard]] std::string const& last() const { return m_last; }

 private:
  std::string m_last;
};

app::Config config_in(fs::path const& folder) {
  fs::create_directories(folder / "outbox" / "new");
  fs::create_directories(folder / "outbox" / "sent");
  fs::create_directories(folder / "receipts");
  std::ofstream(folder / "kiosk.toml") << "[folders]\n"
                                          "database = \"kiosk.db\"\n"
                                          "outbox = \"outbox\"\n"
                                          "receipts = \"receipts\"\n"
                                          "[names]\n"
                                          "key_file = \"names.key\"\n";
  auto config = app::read_config(folder / "kiosk.toml");
  if (!config) throw std::runtime_error(config.error().what);
  return std::move(*config);
}

Result<std::vector<app::Step>> steps_of(fs::path const& journey) {
  std::ifstream file(journey);
  std::stringstream text;
  text << file.rdbuf();
  if (!file) return failure("{} cannot be read", journey.string());
  auto steps = app::parse_journey(text.str());
  if (steps && (steps->empty() || steps->front().kind != app::Step::Kind::At))
    return failure("a journey starts with \"at\"");
  return steps;
}

// A day before the first step, so that the journey itself sets the clock.
UtcTime before(app::Step const& first) {
  return UtcTime(std::chrono::minutes(first.minutes)) - std::chrono::days{1};
}

}  // namespace

House::House(ui::Glass const& glass) : m_glass(glass), m_config(config_in(m_folder.path())) {}

Result<> House::play(fs::path const& journey) {
  auto const steps = steps_of(journey);
  if (!steps) return within(journey.string(), steps.error());
  app::ScriptedClock clock(before(steps->front()));
  MemoryGlass memory(m_glass.width_px, m_glass.height_px);
  platform::SdlTextureStore textures(memory.renderer());
  SeededRandom random(seed);
  Knock knock;
  Listener voice;
  m_sounds.clear();
  auto const keys = std::move(*cards::CardKeys::start());
  auto kiosk = app::Kiosk::make(
      m_config, m_glass,
      {.clock = clock,
       .random = random,
       .textures = textures,
       .knock = [&] { knock(); },
       .outside = {.card_keys = keys.get(), .voice = &voice, .play = [&](core::Sound sound) {
                     m_sounds.push_back(sound);
                   }}});
  if (!kiosk) return tl::unexpected(kiosk.error());
  (*kiosk)->tell(core::VoicesFound{{core::Language::Dutch, core::Language::Arabic}});

  auto& app = (*kiosk)->app();
  auto const look = [&](ImDrawData* picture) {
    platform::draw_gui(*picture, textures, memory.renderer());
    ++m_frames_drawn;
    auto const found = objections_to(app.marks(), m_glass, app.state().preferences.text_size);
    if (m_objections.size() < most_objections) m_objections.insert(found.begin(), found.end());
  };
  app::Stage stage{.present = look,
                   .keep_picture = [](std::string const&) { return Result<>{}; },
                   .wait_for_knock = [&](std::int64_t timeout_ms) { knock.wait(timeout_ms); },
                   .tell = [](std::string_view) {},
                   .heard = [&] { return voice.last(); },
                   .lay_card =
                       [&](std::string_view number) {
                         auto const hash = keys->hash(cards::Carrier::Nfc, app::bytes_of(number));
                         if (hash) (*kiosk)->tell(core::CardTapped{*hash});
                         return hash.has_value();
                       },
                   .tell_kiosk = [&](core::Action const& action) { (*kiosk)->tell(action); }};
  if (auto const played = app::Journey(app, clock, std::move(stage)).play(*steps); !played)
    return within(journey.filename().string(), played.error());
  return {};
}

store::Store House::open_store() const {
  auto vault = store::NameVault::open(m_config.names.key_file);
  if (!vault) throw std::runtime_error(vault.error().what);
  auto store = store::Store::open({.file = m_config.database,
                                   .place = m_config.place_id,
                                   .names = std::make_shared<store::NameVault>(std::move(*vault))});
  if (!store) throw std::runtime_error(store.error().what);
  return std::move(*store);
}

void House::begin(core::host::HostPicture picture, std::string const& pin) const {
  auto const vault = store::PinVault::open(m_folder.path() / "pins.key");
  if (!vault) throw std::runtime_error(vault.error().what);
  SeededRandom random(seed);
  auto const sealed = vault->seal(picture, pin, random);
  if (!sealed) throw std::runtime_error(sealed.error().what);
  auto store = open_store();
  auto const begun = store::begin_house(
      store,
      {.host = {.picture = picture, .first_name = "Fatima", .role = core::host::Role::Coordinator},
       .pin = *sealed},
      store::SealedCode{});
  if (!begun) throw std::runtime_error(begun.error().what);
}

void House::plan(fs::path const& week) const {
  auto const plan = app::read_week_plan(week);
  if (!plan) throw std::runtime_error(plan.error().what);
  auto store = open_store();
  auto const planned = app::plan_week(store, *plan, std::chrono::year{2026} / 10 / 5, 1);
  if (!planned) throw std::runtime_error(planned.error().what);
}

core::PeriodCounts House::all_counted(core::Period period) const {
  auto const counts = open_store().period_counts(period);
  if (!counts) throw std::runtime_error(counts.error().what);
  return *counts;
}

core::Tally House::counted(core::Period period) const {
  return core::tally_of(all_counted(period).dayparts, m_config.settings.opening);
}

std::vector<std::string> House::names_on(core::Date date) const {
  auto store = open_store();
  std::vector<std::string> names;
  auto const agenda = store.agenda(date, 1);
  if (!agenda) throw std::runtime_error(agenda.error().what);
  for (auto const& session : *agenda) {
    auto const sign_ups = store.names_of(session.id);
    if (!sign_ups) throw std::runtime_error(sign_ups.error().what);
    for (auto const& sign_up : *sign_ups)
      if (sign_up.first_name) names.push_back(*sign_up.first_name);
  }
  return names;
}

std::vector<std::string> House::places_on_disk_of(std::vector<std::byte> const& number) const {
  std::string bytes;
  for (auto const byte : number) bytes += static_cast<char>(byte);
  Canary const canary{.name = "number", .bytes = bytes};
  std::vector<std::string> places;
  for (auto const& leak : search_folder(m_folder.path(), std::span(&canary, 1)))
    places.push_back(leak.place + " " + leak.form);
  return places;
}

int House::events_in_outbox() const {
  auto const events = fs::directory_iterator(m_folder.path() / "outbox" / "new");
  return static_cast<int>(std::distance(fs::begin(events), fs::end(events)));
}

outbox::ReaderState House::reader_in_hatch() const {
  return outbox::read_reader_state(m_config.hatch, system_clock().utc()).value();
}

}  // namespace inloop::test
