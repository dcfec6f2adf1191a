#pragma once
// Speech and sounds together at one volume, as the sound device pulls them. Does no input or
// output and waits for nobody; time is counted in samples that were pulled. Any thread.

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <span>

#include "kiosk/platform/sound.h"

namespace inloop::platform {

// Steps of the volume, each so much louder than the one below.
inline constexpr int softest_volume_step = 0;
inline constexpr int loudest_volume_step = 3;
inline constexpr int volume_step_db = 6;

// Tells one speech from another; what comes late for a speech that was cut is dropped.
using SpeechNumber = std::uint64_t;

enum class SpeechEnd {
  Spoken,   // to its last sample
  Hushed,   // no sample came for longest_hush_frames
  TooLong,  // after longest_speech_frames
};

class SoundMixer {
 public:
  static constexpr std::size_t most_waiting_frames = sample_rate_hz;  // one second
  static constexpr std::size_t most_pushed_frames = most_waiting_frames / 2;
  static constexpr std::size_t fade_frames = 128;  // 6 ms: what is cut ends softly, not in a click
  static constexpr std::uint64_t longest_hush_frames = 5 * sample_rate_hz;
  static constexpr std::uint64_t longest_speech_frames = 300 * sample_rate_hz;

  // `on_change` is called without any lock, on the thread that pulls: when there is room for
  // most_pushed_frames again, when a speech has ended by itself, when all has become quiet.
  explicit SoundMixer(std::function<void()> on_change);

  // What is heard next, silence if nothing is.
  void fill(std::span<std::int16_t> frames);

  // Cuts what is being said; from now on is_speaking() until the end of the new speech.
  [[nodiscard]] SpeechNumber begin_speech();
  // The next samples of that speech. What there is no room for is dropped: see has_room().
  void push(SpeechNumber speech, std::span<std::int16_t const> samples);
  // No more samples come.
  void finish_speech(SpeechNumber speech);
  void cut_speech();
  // Cuts it only if it is that one; false when it had gone already.
  [[nodiscard]] bool cut_speech(SpeechNumber speech);

  [[nodiscard]] bool is_speaking() const;
  [[nodiscard]] bool is_speaking(SpeechNumber speech) const;
  [[nodiscard]] bool has_room() const;  // for most_pushed_frames
  // How the last speech ended by itself; once.
  [[nodiscard]] std::optional<SpeechEnd> take_end();

  // A sound that still plays gives way.
  void play(Sound sound);
  // Drops everything at once, as when there is no device to pull it. True when speech was cut.
  [[nodiscard]] bool drop_all();
  // Nothing to be heard now and nothing expected.
  [[nodiscard]] bool is_quiet() const;

  void set_volume(int step);

 private:
  // The rest of something that was cut, on its way down.
  struct Fade {
    Samples samples;
    std::size_t position = 0;
  };

  [[nodiscard]] static bool is_over(Fade const& fade);

  // All of these are called under m_mutex.
  [[nodiscard]] float next_frame();
  [[nodiscard]] float next_gain();
  [[nodiscard]] bool is_quiet_now() const;
  void cut_now();
  void end_now(SpeechEnd end);
  void count_speech(std::size_t frames, std::size_t heard_frames);

  std::function<void()> const m_on_change;
  std::array<Samples, all_sounds.size()> const m_sounds;

  mutable std::mutex m_mutex;
  std::deque<std::int16_t> m_waiting;
  Fade m_cut_speech;
  bool m_is_speaking = false;
  bool m_is_finished = false;
  SpeechNumber m_speech = 0;
  std::uint64_t m_speech_frames = 0;
  std::uint64_t m_hush_frames = 0;
  std::optional<SpeechEnd> m_end;
  Samples const* m_sound = nullptr;
  std::size_t m_sound_position = 0;
  Fade m_cut_sound;
  float m_gain;
  float m_wanted_gain;
};

}  // namespace inloop::platform
