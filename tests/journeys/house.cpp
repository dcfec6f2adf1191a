#include "tests/journeys/house.h"

#include <condition_variable>
#include <fstream>
#include <mutex>
#include <sstream>
#include <stdexcept>

#include "kiosk/app/journey.h"
#include "kiosk/app/kiosk.h"
#include "kiosk/platform/gui_renderer.h"
#include "kiosk/platform/texture_store.h"
#include "kiosk/store/store.h"
#include "tests/app/seeded_random.h"
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

app::Config config_in(fs::path const& folder) {
  fs::create_directories(folder / "outbox" / "new");
  fs::create_directories(folder / "outbox" / "sent");
  fs::create_directories(folder / "receipts");
  std::ofstream(folder / "kiosk.toml") << "[folders]\n"
                                          "database = \"kiosk.db\"\n"
                                          "outbox = \"outbox\"\n"
                                          "receipts = \"receipts\"\n";
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
  auto kiosk = app::Kiosk::make(
      m_config, m_glass,
      {.clock = clock, .random = random, .textures = textures, .knock = [&] { knock(); }});
  if (!kiosk) return tl::unexpected(kiosk.error());

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
                   .tell = [](std::string_view) {}};
  if (auto const played = app::Journey(app, clock, std::move(stage)).play(*steps); !played)
    return within(journey.filename().string(), played.error());
  return {};
}

core::Tally House::counted(core::Period period) const {
  auto store = store::Store::open({.file = m_config.database, .place = m_config.place_id});
  if (!store) throw std::runtime_error(store.error().what);
  auto const counts = store->period_counts(period);
  if (!counts) throw std::runtime_error(counts.error().what);
  return core::tally_of(counts->dayparts, m_config.settings.opening);
}

int House::events_in_outbox() const {
  auto const events = fs::directory_iterator(m_folder.path() / "outbox" / "new");
  return static_cast<int>(std::distance(fs::begin(events), fs::end(events)));
}

}  // namespace inloop::test
