#pragma once
// The only thing in the kiosk that makes a sound: it speaks with espeak-ng as a process of its own,
// and plays the two short sounds. It has no recorded clips: a language without a voice is silent.
// Every function may be called on any thread and returns at once; a thread of its own does the
// work, and the sound device brings another.

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "kiosk/base/result.h"
#include "kiosk/platform/sound.h"
#include "kiosk/platform/sound_mixer.h"
#include "kiosk/platform/sound_output.h"

namespace inloop::platform {

struct SpeakerOptions {
  std::filesystem::path speech_program = "/usr/bin/espeak-ng";
  int words_a_minute = 140;  // calmer than espeak-ng's own 175
  // A knock on the speaker's thread: a speech came to its end by itself, or failed. Not for one
  // that stop() or the next say() cut. What is so now, is_speaking() says.
  std::function<void()> on_silence;
  // After so long a silence the device is closed, because an open one wakes the processor forty
  // times a second.
  int rest_after_ms = 3'000;
};

class Speaker {
 public:
  // When a device takes nothing for so long, what should be heard is dropped.
  static constexpr int longest_stall_ms = 10'000;

  // Fails when there is nothing to hear a sound with. Without espeak-ng it succeeds, has no voice,
  // and the log says so. Takes some 20 ms beside what the sound device needs. A device that goes
  // later is opened again, or another one, as soon as there is something to hear.
  [[nodiscard]] static Result<Speaker> open(SpeakerOptions options);
  // The same over another output.
  [[nodiscard]] static Result<Speaker> open(SpeakerOptions options,
                                            std::unique_ptr<SoundOutput> output);
  Speaker(Speaker&&) noexcept;
  Speaker& operator=(Speaker&&) noexcept;
  // Cuts everything, and waits until the threads and the process are gone.
  ~Speaker();

  // Whether say() is heard in this language ("nl", "ti").
  [[nodiscard]] bool has_voice(std::string_view language_code) const;

  // Stops what is being said and says this, at most most_text_bytes of it (speech_stream.h).
  // Without a voice for the language it is stop().
  void say(std::string_view language_code, std::string text);

  // Silent within 100 ms: at most 47 ms that the device has already, 23 ms that it is being given,
  // and 6 ms to fade.
  void stop();

  // From say() until the last sample was handed to the device, or stop().
  [[nodiscard]] bool is_speaking() const;

  // Sounds mix with speech. The newer of two takes the place of the older.
  void play(Sound sound);

  // Of speech and sounds, softest_volume_step..loudest_volume_step; at first the loudest.
  void set_volume(int step);

 private:
  class Impl;
  explicit Speaker(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> m_impl;
};

}  // namespace inloop::platform
