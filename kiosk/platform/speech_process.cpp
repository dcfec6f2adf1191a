#include "kiosk/platform/speech_process.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "kiosk/base/descriptor.h"

namespace inloop::platform {
namespace {

constexpr int none = -1;

// A file in memory that holds `text`, at its start: unlike a pipe it can be written to the end
// before anybody reads, and it does not mind a reader who dies.
int file_with(std::string_view text) {
  Descriptor file(memfd_create("text", MFD_CLOEXEC));
  if (!file.is_open()) return none;
  while (!text.empty()) {
    auto const written = write(file.number(), text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return none;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  if (lseek(file.number(), 0, SEEK_SET) != 0) return none;
  return file.release();
}

// What the child is born with, in a form that destroys itself.
class Birth {
 public:
  Birth(int input, int output) {
    posix_spawn_file_actions_init(&m_files);
    posix_spawn_file_actions_adddup2(&m_files, input, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&m_files, output, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&m_files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    // The database, above all, is nobody's business but ours.
    posix_spawn_file_actions_addclosefrom_np(&m_files, STDERR_FILENO + 1);

    posix_spawnattr_init(&m_attributes);
    sigset_t signals;
    sigemptyset(&signals);
    posix_spawnattr_setsigmask(&m_attributes, &signals);
    // A child that goes on writing after our end must die of it.
    sigaddset(&signals, SIGPIPE);
    posix_spawnattr_setsigdefault(&m_attributes, &signals);
    posix_spawnattr_setpgroup(&m_attributes, 0);
    posix_spawnattr_setflags(
        &m_attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
  }
  Birth(Birth const&) = delete;
  Birth& operator=(Birth const&) = delete;
  ~Birth() {
    posix_spawn_file_actions_destroy(&m_files);
    posix_spawnattr_destroy(&m_attributes);
  }

  [[nodiscard]] Result<pid_t> give(SpeechCommand const& command) const {
    std::vector<std::string> words{command.program.string()};
    words.insert(words.end(), command.arguments.begin(), command.arguments.end());
    std::vector<char*> arguments;
    for (auto& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    // A home and a sound server that do not exist: espeak-ng links a library that would look for a
    // server of its own, and make folders beside the database, even when it only writes.
    std::array<std::string, 3> variables{"LC_ALL=C.UTF-8", "HOME=/dev/null",
                                         "PULSE_SERVER=/dev/null"};
    std::array<char*, 4> const environment{variables[0].data(), variables[1].data(),
                                           variables[2].data(), nullptr};
    pid_t id = 0;
    int const error = posix_spawn(&id, words[0].c_str(), &m_files, &m_attributes, arguments.data(),
                                  environment.data());
    if (error != 0) return failure("cannot start {}: {}", words[0], std::strerror(error));
    return id;
  }

 private:
  posix_spawn_file_actions_t m_files{};
  posix_spawnattr_t m_attributes{};
};

}  // namespace

Result<SpeechProcess> SpeechProcess::start(SpeechCommand const& command) {
  Descriptor const input(file_with(command.input));
  if (!input.is_open()) return failure("no memory to hand over: {}", std::strerror(errno));
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return failure("no pipe: {}", std::strerror(errno));
  Descriptor reading(ends[0]);
  Descriptor const writing(ends[1]);
  auto const id = Birth(input.number(), writing.number()).give(command);
  if (!id) return tl::unexpected(id.error());
  return SpeechProcess(*id, reading.release());
}

SpeechProcess::SpeechProcess(SpeechProcess&& other) noexcept
    : m_id(std::exchange(other.m_id, none)), m_output(std::exchange(other.m_output, none)) {}

SpeechProcess::~SpeechProcess() {
  // Whoever cuts it short does not care how it ended.
  static_cast<void>(end());
  if (m_output != none) close(m_output);
}

Result<std::string> SpeechProcess::read() const {
  std::string bytes(most_bytes_a_read, '\0');
  ssize_t got = 0;
  do got = ::read(m_output, bytes.data(), bytes.size());
  while (got < 0 && errno == EINTR);
  if (got < 0) return failure("cannot read what it says: {}", std::strerror(errno));
  bytes.resize(static_cast<std::size_t>(got));
  return bytes;
}

Result<> SpeechProcess::end() {
  if (m_id == none) return {};
  pid_t const id = std::exchange(m_id, none);
  // One that is ending already keeps its own reason; the others get this one.
  kill(-id, SIGKILL);
  int status = 0;
  pid_t gone = 0;
  do gone = waitpid(id, &status, 0);
  while (gone < 0 && errno == EINTR);
  if (gone < 0) return failure("lost sight of it: {}", std::strerror(errno));
  if (WIFSIGNALED(status) && WTERMSIG(status) != SIGKILL)
    return failure("it died of signal {}", WTERMSIG(status));
  if (WIFEXITED(status) && WEXITSTATUS(status) != 0)
    return failure("it ended with code {}", WEXITSTATUS(status));
  return {};
}

}  // namespace inloop::platform
