#include "kiosk/platform/sound_mixer.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "kiosk/base/assert.h"

namespace inloop::platform {
namespace {

// Speech and a sound at their loudest add up to less than full scale, so nothing is ever clipped.
constexpr float speech_share = 0.5F;
static_assert(static_cast<double>(speech_share) + sound_peak < 1);

float gain_of(int step) {
  auto const db = static_cast<float>(volume_step_db * (step - loudest_volume_step));
  return std::pow(10.0F, db / 20);
}

}  // namespace

SoundMixer::SoundMixer(std::function<void()> on_change)
    : m_on_change(std::move(on_change)),
      m_sounds{make_sound(all_sounds[0]), make_sound(all_sounds[1])},
      m_gain(gain_of(loudest_volume_step)),
      m_wanted_gain(m_gain) {}

void SoundMixer::fill(std::span<std::int16_t> frames) {
  bool has_changed = false;
  {
    std::lock_guard const lock(m_mutex);
    bool const had_room = m_waiting.size() <= most_waiting_frames - most_pushed_frames;
    bool const was_quiet = is_quiet_now();
    std::size_t const waited_frames = m_waiting.size();
    for (auto& frame : frames) {
      float const value = std::clamp(next_frame(), float{INT16_MIN}, float{INT16_MAX});
      frame = static_cast<std::int16_t>(std::lrint(value));
    }
    if (m_is_speaking) count_speech(frames.size(), waited_frames - m_waiting.size());
    bool const has_room = m_waiting.size() <= most_waiting_frames - most_pushed_frames;
    has_changed = (has_room && !had_room) || m_end || (is_quiet_now() && !was_quiet);
  }
  if (has_changed) m_on_change();
}

bool SoundMixer::is_over(Fade const& fade) {
  return fade.position >= fade.samples.size();
}

float SoundMixer::next_gain() {
  // In small steps while something is heard, because a jump is heard as a click.
  constexpr float most_change = 1.0F / fade_frames;
  m_gain += std::clamp(m_wanted_gain - m_gain, -most_change, most_change);
  return m_gain;
}

float SoundMixer::next_frame() {
  auto const faded = [](Fade& fade) {
    if (is_over(fade)) return 0.0F;
    float const left = 1 - static_cast<float>(fade.position) / fade_frames;
    return left * fade.samples[fade.position++];
  };
  float speech = 0;
  if (!is_over(m_cut_speech)) {
    speech = faded(m_cut_speech);
  } else if (!m_waiting.empty()) {
    speech = m_waiting.front();
    m_waiting.pop_front();
  }
  float sound = faded(m_cut_sound);
  if (m_sound != nullptr) {
    sound += (*m_sound)[m_sound_position++];
    if (m_sound_position == m_sound->size()) m_sound = nullptr;
  }
  return next_gain() * (speech_share * speech + sound);
}

void SoundMixer::count_speech(std::size_t frames, std::size_t heard_frames) {
  m_speech_frames += frames;
  m_hush_frames = heard_frames == 0 ? m_hush_frames + frames : 0;
  if (m_is_finished && m_waiting.empty())
    end_now(SpeechEnd::Spoken);
  else if (m_hush_frames >= longest_hush_frames)
    end_now(SpeechEnd::Hushed);
  else if (m_speech_frames >= longest_speech_frames)
    end_now(SpeechEnd::TooLong);
}

void SoundMixer::end_now(SpeechEnd end) {
  cut_now();
  m_end = end;
}

void SoundMixer::cut_now() {
  // While an older speech still fades, nothing of this one was heard.
  if (is_over(m_cut_speech)) {
    auto const count = std::min(m_waiting.size(), fade_frames);
    auto const end = m_waiting.begin() + static_cast<std::ptrdiff_t>(count);
    m_cut_speech = {.samples = Samples(m_waiting.begin(), end)};
  }
  m_waiting.clear();
  m_is_speaking = false;
}

SpeechNumber SoundMixer::begin_speech() {
  std::lock_guard const lock(m_mutex);
  cut_now();
  m_is_speaking = true;
  m_is_finished = false;
  m_speech_frames = 0;
  m_hush_frames = 0;
  m_end.reset();
  return ++m_speech;
}

void SoundMixer::push(SpeechNumber speech, std::span<std::int16_t const> samples) {
  std::lock_guard const lock(m_mutex);
  if (!m_is_speaking || m_speech != speech || m_is_finished) return;
  auto const taken =
      samples.first(std::min(samples.size(), most_waiting_frames - m_waiting.size()));
  m_waiting.insert(m_waiting.end(), taken.begin(), taken.end());
}

void SoundMixer::finish_speech(SpeechNumber speech) {
  std::lock_guard const lock(m_mutex);
  if (m_speech == speech) m_is_finished = true;
}

void SoundMixer::cut_speech() {
  std::lock_guard const lock(m_mutex);
  cut_now();
  m_end.reset();
}

bool SoundMixer::cut_speech(SpeechNumber speech) {
  std::lock_guard const lock(m_mutex);
  if (!m_is_speaking || m_speech != speech) return false;
  cut_now();
  return true;
}

bool SoundMixer::is_speaking() const {
  std::lock_guard const lock(m_mutex);
  return m_is_speaking;
}

bool SoundMixer::is_speaking(SpeechNumber speech) const {
  std::lock_guard const lock(m_mutex);
  return m_is_speaking && m_speech == speech;
}

bool SoundMixer::has_room() const {
  std::lock_guard const lock(m_mutex);
  return m_waiting.size() <= most_waiting_frames - most_pushed_frames;
}

std::optional<SpeechEnd> SoundMixer::take_end() {
  std::lock_guard const lock(m_mutex);
  return std::exchange(m_end, std::nullopt);
}

void SoundMixer::play(Sound sound) {
  std::lock_guard const lock(m_mutex);
  if (m_sound != nullptr) {
    auto const rest = std::span(*m_sound).subspan(m_sound_position);
    auto const part = rest.first(std::min(rest.size(), fade_frames));
    m_cut_sound = {.samples = Samples(part.begin(), part.end())};
  }
  m_sound = &m_sounds[static_cast<std::size_t>(sound)];
  m_sound_position = 0;
}

bool SoundMixer::drop_all() {
  std::lock_guard const lock(m_mutex);
  bool const was_speaking = m_is_speaking;
  cut_now();
  m_cut_speech = {};
  m_cut_sound = {};
  m_sound = nullptr;
  return was_speaking;
}

bool SoundMixer::is_quiet() const {
  std::lock_guard const lock(m_mutex);
  return is_quiet_now();
}

bool SoundMixer::is_quiet_now() const {
  return !m_is_speaking && m_sound == nullptr && is_over(m_cut_speech) && is_over(m_cut_sound);
}

void SoundMixer::set_volume(int step) {
  INLOOP_ASSERT(step >= softest_volume_step && step <= loudest_volume_step);
  std::lock_guard const lock(m_mutex);
  m_wanted_gain = gain_of(step);
  if (is_quiet_now()) m_gain = m_wanted_gain;
}

}  // namespace inloop::platform
