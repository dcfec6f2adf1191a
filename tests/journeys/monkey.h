#pragma once
// A visitor without sense at a kiosk whose disk fails: taps anywhere, with many fingers, slides,
// hurries, walks away. One seed decides it all. After each frame it holds the kiosk to its
// promises. Test thread.

#include <cstdint>
#include <random>
#include <set>
#include <string>

#include "kiosk/app/app.h"
#include "kiosk/app/scripted_clock.h"
#include "kiosk/language/catalogues.h"
#include "kiosk/platform/pointer.h"
#include "tests/journeys/fake_disk.h"

namespace inloop::test {

// Keeps no picture: the monkey does not look.
class BlindTextureStore final : public TextureStore {
 public:
  [[nodiscard]] TextureId create(Pixels const&) override {
    return reinterpret_cast<TextureId>(++m_last);
  }
  void destroy(TextureId) override {}
  [[nodiscard]] std::uint64_t generation() const override { return m_generation; }

  void lose_all() { ++m_generation; }

 private:
  std::uintptr_t m_last = 0;
  std::uint64_t m_generation = 0;
};

class Monkey {
 public:
  Monkey(std::uint32_t seed, core::Language language, ui::Glass const& glass,
         language::Catalogues const& catalogues);

  // Does one senseless thing and lets the kiosk come to rest.
  void act();

  // The lock is tapped, where that leads to the door of the host's room.
  void knock();

  // The disk is well again and nobody comes for a quarter of an hour.
  void leave();

  [[nodiscard]] app::App const& app() const { return m_app; }
  [[nodiscard]] FakeDisk const& disk() const { return m_disk; }
  [[nodiscard]] std::set<core::VisitId> const& welcomed() const { return m_welcomed; }
  // Promises to the visitor that were broken, each sentence once.
  [[nodiscard]] std::set<std::string> const& broken() const { return m_broken; }
  // What was wrong with any frame, each sentence once.
  [[nodiscard]] std::set<std::string> const& objections() const { return m_objections; }

 private:
  void touch(std::int64_t finger, platform::ContactPhase phase, float x_px, float y_px);
  void tap(float x_px, float y_px);
  void tap_a_button();
  void tap_anywhere();
  void tap_calmly();
  void press_a_key();
  void lay_a_card();
  void type_digits();
  void use_many_fingers();
  void slide();
  void pass(std::int64_t duration_ms);
  void settle();
  void turn();
  void check();
  [[nodiscard]] int chosen(int count);
  [[nodiscard]] float anywhere(int length_px);

  std::mt19937 m_engine;
  ui::Glass m_glass;
  app::ScriptedClock m_clock;
  app::HouseClock m_house_clock;
  BlindTextureStore m_textures;
  app::Inbox m_inbox;
  FakeDisk m_disk;
  app::SilentVoice m_voice;
  int m_effects_wanted = 0;
  platform::Pointer m_pointer;
  app::App m_app;
  std::set<core::VisitId> m_welcomed;
  std::set<std::string> m_broken;
  std::set<std::string> m_objections;
};

}  // namespace inloop::test
