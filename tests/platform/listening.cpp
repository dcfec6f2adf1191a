#include "tests/platform/listening.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <stdexcept>

#include <SDL.h>
#include <spdlog/sinks/ostream_sink.h>

namespace inloop::test {
namespace {

constexpr std::chrono::seconds patience{30};

// Of the clock, for device_frames; so a second of sound takes about a fifth of one.
constexpr auto pace_ms = "5";

class CountedOutput : public platform::SoundOutput {
 public:
  using Count = std::function<void(std::span<std::int16_t const>)>;

  CountedOutput(std::unique_ptr<platform::SoundOutput> output, Count count)
      : m_output(std::move(output)), m_count(std::move(count)) {}

  Result<std::unique_ptr<platform::SoundDevice>> open(platform::PullSound pull) override {
    return m_output->open([this, pull = std::move(pull)](std::span<std::int16_t> frames) {
      pull(frames);
      m_count(frames);
    });
  }

 private:
  std::unique_ptr<platform::SoundOutput> const m_output;
  Count const m_count;
};

}  // namespace

void Signal::change(std::function<void()> const& what) {
  {
    std::lock_guard const lock(m_mutex);
    what();
  }
  m_changed.notify_all();
}

bool Signal::wait_until(std::function<bool()> const& is_so) {
  std::unique_lock lock(m_mutex);
  return m_changed.wait_for(lock, patience, is_so);
}

DiskEar::DiskEar() {
  setenv("SDL_DISKAUDIOFILE", (m_folder.path() / "heard").c_str(), 1);
  setenv("SDL_DISKAUDIODELAY", pace_ms, 1);
  SDL_SetHintWithPriority(SDL_HINT_AUDIODRIVER, "disk", SDL_HINT_OVERRIDE);
  SDL_LogSetPriority(SDL_LOG_CATEGORY_AUDIO, SDL_NUM_LOG_PRIORITIES);  // it warns of its own driver
}

DiskEar::~DiskEar() {
  SDL_ResetHint(SDL_HINT_AUDIODRIVER);
}

std::unique_ptr<platform::SoundOutput> DiskEar::output() {
  auto output = platform::sdl_sound_output();
  if (!output) throw std::runtime_error(output.error().what);
  return std::make_unique<CountedOutput>(std::move(*output),
                                         [this](auto frames) { count(frames); });
}

void DiskEar::count(std::span<std::int16_t const> frames) {
  m_signal.change([&] {
    m_pulled_frames += frames.size();
    m_heard_frames += static_cast<std::uint64_t>(
        std::ranges::count_if(frames, [](int frame) { return frame != 0; }));
  });
}

bool DiskEar::wait_until_heard(std::uint64_t frames_that_are_no_silence) {
  return m_signal.wait_until([&] { return m_heard_frames >= frames_that_are_no_silence; });
}

bool DiskEar::wait_until_pulled(std::uint64_t frames) {
  return m_signal.wait_until([&] { return m_pulled_frames >= frames; });
}

std::uint64_t DiskEar::pulled_frames() {
  std::uint64_t frames = 0;
  m_signal.change([&] { frames = m_pulled_frames; });
  return frames;
}

platform::Samples DiskEar::samples() const {
  auto const path = m_folder.path() / "heard";
  platform::Samples samples(std::filesystem::file_size(path) / sizeof(std::int16_t));
  std::ifstream(path, std::ios::binary)
      .read(reinterpret_cast<char*>(samples.data()),
            static_cast<std::streamsize>(samples.size() * sizeof(std::int16_t)));
  return samples;
}

class HandEar::Device : public platform::SoundDevice {
 public:
  explicit Device(HandEar& ear) : m_ear(ear) {}
  ~Device() override {
    m_ear.m_signal.change([this] { m_ear.m_pull = nullptr; });
  }

  [[nodiscard]] bool is_lost() const override {
    bool is_lost = false;
    m_ear.m_signal.change([&] { is_lost = m_ear.m_is_lost; });
    return is_lost;
  }

 private:
  HandEar& m_ear;
};

class HandEar::Output : public platform::SoundOutput {
 public:
  explicit Output(HandEar& ear) : m_ear(ear) {}

  Result<std::unique_ptr<platform::SoundDevice>> open(platform::PullSound pull) override {
    bool is_open = false;
    m_ear.m_signal.change([&] {
      if (!m_ear.m_may_open) return;
      is_open = true;
      m_ear.m_is_lost = false;
      m_ear.m_pull = std::move(pull);
      ++m_ear.m_opened;
    });
    if (!is_open) return failure("nothing is plugged in");
    return std::make_unique<Device>(m_ear);
  }

 private:
  HandEar& m_ear;
};

std::unique_ptr<platform::SoundOutput> HandEar::output() {
  return std::make_unique<Output>(*this);
}

platform::Samples HandEar::pull(std::size_t frames) {
  platform::Samples samples(frames, 0);
  m_signal.change([&] {
    if (m_pull && !m_is_lost) m_pull(samples);
  });
  return samples;
}

void HandEar::break_device() {
  m_signal.change([this] { m_is_lost = true; });
}
void HandEar::forbid_opening() {
  m_signal.change([this] { m_may_open = false; });
}
void HandEar::allow_opening() {
  m_signal.change([this] { m_may_open = true; });
}
bool HandEar::wait_until_opened(int times) {
  return m_signal.wait_until([&] { return m_opened >= times; });
}
bool HandEar::wait_until_closed() {
  return m_signal.wait_until([this] { return !m_pull; });
}

platform::Speaker open_speaker(platform::SpeakerOptions options,
                               std::unique_ptr<platform::SoundOutput> output) {
  constexpr int never_ms = 3'600'000;
  if (options.rest_after_ms != 0) options.rest_after_ms = never_ms;
  auto speaker = platform::Speaker::open(std::move(options), std::move(output));
  if (!speaker) throw std::runtime_error(speaker.error().what);
  return std::move(*speaker);
}

bool ends_with(platform::Samples const& samples, platform::Samples const& end) {
  return samples.size() >= end.size() &&
         std::equal(end.begin(), end.end(), samples.end() - std::ssize(end));
}

LogCatcher::LogCatcher() : m_before(spdlog::default_logger()) {
  auto sink = std::make_shared<spdlog::sinks::ostream_sink_mt>(m_text);
  spdlog::set_default_logger(std::make_shared<spdlog::logger>("test", sink));
  spdlog::set_pattern("%v");
}

LogCatcher::~LogCatcher() {
  spdlog::set_default_logger(m_before);
}

}  // namespace inloop::test
