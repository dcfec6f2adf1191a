#include "tests/faults/kiosk_world.h"

#include <stdexcept>

#include <fmt/format.h>

namespace inloop::test {
namespace {

namespace fs = std::filesystem;

constexpr char const* database_folder = "kiosk";
constexpr char const* database = "kiosk/kiosk.db";

constexpr char const* settings = R"([place]
id = "klooslaan"
[display]
fullscreen = false
renderer = "software"
[folders]
database = "kiosk/kiosk.db"
outbox = "outbox"
receipts = "receipts"
[names]
key_file = "kiosk/names.key"
)";

template <class Value>
Value value_of(Result<Value> result) {
  if (!result) throw std::runtime_error(result.error().what);
  return std::move(*result);
}

}  // namespace

KioskWorld::KioskWorld() {
  m_folder.write("kiosk.toml", settings);
  for (auto const* folder : {"outbox", "receipts"}) fs::create_directory(path(folder));
}

KioskWorld::KioskWorld(KioskWorld const& model) {
  fs::copy(model.m_folder.path(), m_folder.path(), fs::copy_options::recursive);
}

Process KioskWorld::start(std::string const& journey) const {
  auto const file = m_folder.write("visitors.journey", journey);
  // The smallest window: what is on the glass does not matter here, and small is quick to paint.
  return Process({INLOOP_BINARY_DIR "/bin/inloop-kiosk",
                  {"--config", path("kiosk.toml"), "--size", "540x960", "demo", "--journey", file,
                   "--screenshots", m_folder.path()},
                  {"SDL_VIDEODRIVER=dummy"}});
}

Remains KioskWorld::remains() const {
  TemporaryFolder const copy;
  if (!fs::exists(path(database))) return {};
  fs::copy(path(database_folder), copy.path() / database_folder, fs::copy_options::recursive);
  auto const file = copy.path() / database;
  Remains remains;
  {
    auto store = value_of(store::Store::open({.file = file, .place = "klooslaan"}));
    remains.damage = value_of(store.find_damage());
  }
  remains.kept = read_kept(file, "");
  return remains;
}

std::filesystem::path KioskWorld::path(std::string_view name) const {
  return m_folder.path() / name;
}

std::string journey_time(core::Date date, int minute_of_day) {
  return fmt::format("{}-{:02}-{:02} {:02}:{:02}", int{date.year()}, unsigned{date.month()},
                     unsigned{date.day()}, minute_of_day / 60, minute_of_day % 60);
}

}  // namespace inloop::test
