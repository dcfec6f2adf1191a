#include <utility>

#include <SDL.h>

#include "kiosk/platform/sound.h"
#include "kiosk/platform/sound_output.h"

namespace inloop::platform {
namespace {

class SdlSoundDevice : public SoundDevice {
 public:
  explicit SdlSoundDevice(PullSound pull) : m_pull(std::move(pull)) {}
  ~SdlSoundDevice() override {
    if (m_id != 0) SDL_CloseAudioDevice(m_id);
  }
  SdlSoundDevice(SdlSoundDevice const&) = delete;
  SdlSoundDevice& operator=(SdlSoundDevice const&) = delete;

  Result<> open() {
    SDL_AudioSpec wanted{};
    wanted.freq = sample_rate_hz;
    wanted.format = AUDIO_S16SYS;
    wanted.channels = 1;
    wanted.samples = device_frames;
    wanted.callback = pull;
    wanted.userdata = this;
    SDL_AudioSpec got{};
    m_id = SDL_OpenAudioDevice(nullptr, 0, &wanted, &got, 0);
    if (m_id == 0) return failure("cannot open a sound device: {}", SDL_GetError());
    SDL_PauseAudioDevice(m_id, 0);
    return {};
  }

  [[nodiscard]] bool is_lost() const override {
    return SDL_GetAudioDeviceStatus(m_id) == SDL_AUDIO_STOPPED;
  }

 private:
  static void pull(void* self, Uint8* bytes, int size) {
    auto* const samples = reinterpret_cast<std::int16_t*>(bytes);
    static_cast<SdlSoundDevice*>(self)->m_pull(
        {samples, static_cast<std::size_t>(size) / sizeof(std::int16_t)});
  }

  PullSound const m_pull;
  SDL_AudioDeviceID m_id = 0;
};

class SdlSoundOutput : public SoundOutput {
 public:
  SdlSoundOutput() = default;
  ~SdlSoundOutput() override { SDL_QuitSubSystem(SDL_INIT_AUDIO); }
  SdlSoundOutput(SdlSoundOutput const&) = delete;
  SdlSoundOutput& operator=(SdlSoundOutput const&) = delete;

  Result<std::unique_ptr<SoundDevice>> open(PullSound pull) override {
    auto device = std::make_unique<SdlSoundDevice>(std::move(pull));
    if (auto const opened = device->open(); !opened) return tl::unexpected(opened.error());
    return device;
  }
};

}  // namespace

Result<std::unique_ptr<SoundOutput>> sdl_sound_output() {
  if (SDL_InitSubSystem(SDL_INIT_AUDIO) != 0)
    return failure("cannot reach any sound: {}", SDL_GetError());
  return std::make_unique<SdlSoundOutput>();
}

}  // namespace inloop::platform
