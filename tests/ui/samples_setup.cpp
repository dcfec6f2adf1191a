#include "kiosk/core/host/places.h"
#include "tests/ui/samples_parts.h"

namespace inloop::test {
namespace {

using namespace core;
using namespace core::host;
using namespace std::chrono_literals;

class SetupSamples {
 public:
  SetupSamples(State state, Words const& words) : m_samples(std::move(state), words) {}

  [[nodiscard]] Samples& samples() { return m_samples; }

  void add(std::string name, decltype(Setup::page) page) {
    HostRoom room{.host = {.picture = 1, .first_name = "Fatima"}, .place = Setup{std::move(page)}};
    m_samples.add(std::move(name), InRoom{Indirect<HostRoom>(std::move(room))});
  }

 private:
  Samples m_samples;
};

TextEntry typed(std::string text) {
  return {.text = std::move(text), .most_characters = 23, .is_sentence = false};
}

}  // namespace

std::vector<Sample> setup_samples(State state, Words const& words) {
  SetupSamples samples(std::move(state), words);
  samples.add("setup", SetupMenu{});
  samples.add("setup_languages", LanguagesPage{});
  samples.add("setup_opening", OpeningPage{});
  samples.add("setup_looks", LooksPage{});
  samples.add("setup_size", SizePage{.measured_mm = 546, .chosen_mm = 560});
  std::bitset<touch_squares> touched;
  touched.set(0).set(5);
  samples.add("setup_touch", TouchPage{touched});
  samples.add("setup_devices", DevicesPage{});
  samples.add("setup_backup", BackupPage{});
  samples.add("setup_backup_code", BackupPage{.code = typed("K7MQ2 XPTW4"), .is_wrong = true});
  std::vector<BackupFile> const files{
      {.name = "a", .made = LocalTime{2026y / 11 / 22, 552}, .bytes = 900'000},
      {.name = "b", .made = LocalTime{2026y / 11 / 8, 1'010}, .bytes = 800'000}};
  samples.add("setup_restore", RestorePage{.files = files});
  samples.add("setup_restore_code",
              RestorePage{.files = files, .chosen = files.front(), .code = typed("K7MQ2")});
  samples.add("setup_export", ExportPage{});
  samples.add("setup_about", AboutPage{About{.version = "1.0.0",
                                             .place_id = "de-huiskamer",
                                             .free_megabytes = 48'211,
                                             .last_delivery = 2026y / 11 / 4,
                                             .waiting_releases = 1}});
  return samples.samples().take();
}

}  // namespace inloop::test
