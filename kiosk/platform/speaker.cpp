#include "kiosk/platform/speaker.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include "kiosk/base/log.h"
#include "kiosk/platform/speech_stream.h"
#include "kiosk/platform/speech_voices.h"

namespace inloop::platform {
namespace {

// Ends the sleep of the one thread that polls it; many rings are one.
class Bell {
 public:
  Bell() : m_descriptor(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}
  Bell(Bell const&) = delete;
  Bell& operator=(Bell const&) = delete;
  ~Bell() {
    if (m_descriptor >= 0) close(m_descriptor);
  }

  [[nodiscard]] int descriptor() const { return m_descriptor; }
  void ring() const { eventfd_write(m_descriptor, 1); }
  void hush() const {
    eventfd_t count = 0;
    eventfd_read(m_descriptor, &count);
  }

 private:
  int const m_descriptor;
};

// Says what went wrong the first time, and again only after it has gone well: a kiosk that speaks
// each screen must not fill the log.
class Complaint {
 public:
  void tell(Error const& error) {
    if (!std::exchange(m_is_told, true)) log::warn("{}", error.what);
  }
  void settle() { m_is_told = false; }

 private:
  bool m_is_told = false;
};

struct Utterance {
  SpeechNumber speech = 0;
  std::string voice;
  std::string text;
};

struct Speech {
  SpeechNumber number = 0;
  SpeechStream stream;
};

}  // namespace

class Speaker::Impl {
 public:
  Impl(SpeakerOptions options, std::unique_ptr<SoundOutput> output, SpeechVoices voices)
      : m_options(std::move(options)), m_voices(std::move(voices)), m_output(std::move(output)) {}

  ~Impl() {
    {
      std::lock_guard const lock(m_mutex);
      m_is_ending = true;
    }
    m_bell.ring();
    if (m_thread.joinable()) m_thread.join();
  }
  Impl(Impl const&) = delete;
  Impl& operator=(Impl const&) = delete;

  Result<> start() {
    if (m_bell.descriptor() < 0) return failure("no bell: {}", std::strerror(errno));
    if (auto const opened = open_device(); !opened) return opened;
    m_thread = std::thread([this] { work(); });
    return {};
  }

  [[nodiscard]] bool has_voice(std::string_view language_code) const {
    return m_voices.voice_for(language_code).has_value();
  }

  void say(std::string_view language_code, std::string text) {
    auto voice = m_voices.voice_for(language_code);
    if (!voice || text.empty()) return stop();
    {
      std::lock_guard const lock(m_mutex);
      m_wanted = Utterance{
          .speech = m_mixer.begin_speech(), .voice = std::move(*voice), .text = std::move(text)};
    }
    m_bell.ring();
  }

  void stop() {
    m_mixer.cut_speech();
    m_bell.ring();
  }

  [[nodiscard]] bool is_speaking() const { return m_mixer.is_speaking(); }

  void play(Sound sound) {
    m_mixer.play(sound);
    m_bell.ring();
  }

  void set_volume(int step) { m_mixer.set_volume(step); }

 private:
  // All from here on runs on the speaker's own thread.

  void work() {
    while (!is_ending()) {
      drop_cut_speech();
      if (auto const utterance = next_utterance()) begin(*utterance);
      note_end();
      mind_device();
      await_something();
    }
    m_speech.reset();
    m_device.reset();
  }

  [[nodiscard]] bool is_ending() {
    std::lock_guard const lock(m_mutex);
    return m_is_ending;
  }

  [[nodiscard]] std::optional<Utterance> next_utterance() {
    std::lock_guard const lock(m_mutex);
    return std::exchange(m_wanted, std::nullopt);
  }

  void drop_cut_speech() {
    if (m_speech && !m_mixer.is_speaking(m_speech->number)) m_speech.reset();
  }

  void begin(Utterance const& utterance) {
    m_speech.reset();
    if (!m_mixer.is_speaking(utterance.speech)) return;
    auto stream = SpeechStream::start({.program = m_options.speech_program,
                                       .voice = utterance.voice,
                                       .words_a_minute = m_options.words_a_minute,
                                       .text = utterance.text});
    if (!stream) return give_up(utterance.speech, stream.error());
    m_speech.emplace(Speech{.number = utterance.speech, .stream = std::move(*stream)});
  }

  void read_some() {
    auto const number = m_speech->number;
    auto const samples = m_speech->stream.read();
    if (!samples) return give_up(number, samples.error());
    if (*samples) return m_mixer.push(number, **samples);
    m_mixer.finish_speech(number);
    m_speech.reset();
    m_speech_trouble.settle();
  }

  void give_up(SpeechNumber speech, Error const& error) {
    m_speech.reset();
    m_speech_trouble.tell({"speech failed: " + error.what});
    if (m_mixer.cut_speech(speech)) tell_silence();
  }

  void note_end() {
    auto const end = m_mixer.take_end();
    if (!end) return;
    m_speech.reset();
    if (end == SpeechEnd::Hushed) m_speech_trouble.tell({"speech failed: it fell silent"});
    if (end == SpeechEnd::TooLong) m_speech_trouble.tell({"speech failed: it found no end"});
    tell_silence();
  }

  void tell_silence() const {
    if (m_options.on_silence) m_options.on_silence();
  }

  void mind_device() {
    if (m_device && m_device->is_lost()) m_device.reset();
    if (m_device || m_mixer.is_quiet()) return;
    if (auto const opened = open_device(); !opened) drop_everything(opened.error());
  }

  Result<> open_device() {
    auto device = m_output->open([this](std::span<std::int16_t> frames) { m_mixer.fill(frames); });
    if (!device) return tl::unexpected(device.error());
    m_device = std::move(*device);
    m_device_trouble.settle();
    return {};
  }

  void drop_everything(Error const& error) {
    m_speech.reset();
    m_device_trouble.tell(error);
    if (m_mixer.drop_all()) tell_silence();
  }

  void await_something() {
    bool const is_quiet = m_mixer.is_quiet();
    int const longest_ms = !m_device ? -1 : is_quiet ? m_options.rest_after_ms : longest_stall_ms;
    bool const reads = m_speech && m_mixer.has_room();
    // poll() passes over a negative descriptor.
    std::array<pollfd, 2> watched{
        pollfd{.fd = m_bell.descriptor(), .events = POLLIN, .revents = 0},
        pollfd{.fd = reads ? m_speech->stream.output() : -1, .events = POLLIN, .revents = 0}};
    int const ready = poll(watched.data(), watched.size(), longest_ms);
    if (watched[0].revents != 0) m_bell.hush();
    if (watched[1].revents != 0) read_some();
    if (ready != 0) return;
    if (is_quiet)
      m_device.reset();
    else
      drop_everything({"the sound device takes nothing"});
  }

  SpeakerOptions const m_options;
  SpeechVoices const m_voices;
  Bell const m_bell;
  SoundMixer m_mixer{[this] { m_bell.ring(); }};
  std::mutex m_mutex;
  std::optional<Utterance> m_wanted;  // this and the next are under m_mutex
  bool m_is_ending = false;

  // Of the speaker's own thread.
  std::unique_ptr<SoundOutput> const m_output;
  std::unique_ptr<SoundDevice> m_device;
  std::optional<Speech> m_speech;
  Complaint m_speech_trouble;
  Complaint m_device_trouble;
  std::thread m_thread;
};

Result<Speaker> Speaker::open(SpeakerOptions options) {
  auto output = sdl_sound_output();
  if (!output) return tl::unexpected(output.error());
  return open(std::move(options), std::move(*output));
}

Result<Speaker> Speaker::open(SpeakerOptions options, std::unique_ptr<SoundOutput> output) {
  auto voices = SpeechVoices::ask(options.speech_program);
  if (!voices) log::warn("no language can be heard: {}", voices.error().what);
  auto impl = std::make_unique<Impl>(std::move(options), std::move(output),
                                     voices ? std::move(*voices) : SpeechVoices());
  if (auto const started = impl->start(); !started) return tl::unexpected(started.error());
  return Speaker(std::move(impl));
}

Speaker::Speaker(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
Speaker::Speaker(Speaker&&) noexcept = default;
Speaker& Speaker::operator=(Speaker&&) noexcept = default;
Speaker::~Speaker() = default;

bool Speaker::has_voice(std::string_view language_code) const {
  return m_impl->has_voice(language_code);
}
void Speaker::say(std::string_view language_code, std::string text) {
  m_impl->say(language_code, std::move(text));
}
void Speaker::stop() {
  m_impl->stop();
}
bool Speaker::is_speaking() const {
  return m_impl->is_speaking();
}
void Speaker::play(Sound sound) {
  m_impl->play(sound);
}
void Speaker::set_volume(int step) {
  m_impl->set_volume(step);
}

}  // namespace inloop::platform
