#include "tests/support/process.h"

#include <array>
#include <cerrno>
#include <condition_variable>
#include <csignal>
#include <cstring>
#include <mutex>
#include <stdexcept>
#include <thread>

#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace inloop::test {
namespace {

using Clock = std::chrono::steady_clock;

[[noreturn]] void fail(std::string const& what) {
  throw std::runtime_error(what + ": " + std::strerror(errno));
}

struct Pipe {
  Pipe() {
    if (pipe2(ends.data(), O_CLOEXEC) != 0) fail("no pipe");
  }
  ~Pipe() {
    close_end(0);
    close_end(1);
  }
  Pipe(Pipe const&) = delete;
  Pipe& operator=(Pipe const&) = delete;

  void close_end(std::size_t end) {
    if (ends[end] >= 0) close(ends[end]);
    ends[end] = -1;
  }

  std::array<int, 2> ends{};  // reading, writing
};

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (auto& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

int milliseconds_until(Clock::time_point deadline) {
  auto const left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
  return left > 0 ? static_cast<int>(left) : 0;
}

// The child's life between fork and exec: only what is safe after a fork of many threads.
[[noreturn]] void become(char const* program, char* const* arguments, char* const* environment,
                         int output, int errors) {
  setpgid(0, 0);
  prctl(PR_SET_PDEATHSIG, SIGKILL);  // also when the test itself is killed
  dup2(output, STDOUT_FILENO);
  dup2(errors, STDERR_FILENO);
  execve(program, arguments, environment);
  _exit(127);
}

}  // namespace

class Process::Impl {
 public:
  explicit Impl(Command const& command) {
    std::vector<std::string> arguments{command.program.string()};
    arguments.insert(arguments.end(), command.arguments.begin(), command.arguments.end());
    std::vector<std::string> environment = command.environment;
    for (char** variable = environ; *variable != nullptr; ++variable)
      environment.emplace_back(*variable);
    auto const argument_pointers = pointers_to(arguments);
    auto const environment_pointers = pointers_to(environment);

    m_id = fork();
    if (m_id < 0) fail("cannot fork");
    if (m_id == 0)
      become(argument_pointers[0], argument_pointers.data(), environment_pointers.data(),
             m_output_pipe.ends[1], m_errors_pipe.ends[1]);
    setpgid(m_id, m_id);  // whichever of the two comes first
    m_output_pipe.close_end(1);
    m_errors_pipe.close_end(1);
    // Through syscall(): the header of glibc 2.36 for pidfd_open() is not fit for C++.
    m_descriptor = static_cast<int>(syscall(SYS_pidfd_open, m_id, 0));
    if (m_descriptor < 0) fail("no handle of the child");
    m_collector = std::thread([this] { collect(); });
  }

  ~Impl() {
    signal(SIGKILL);
    if (!m_exit_code) reap();
    m_stop_pipe.close_end(1);  // a grandchild may hold the output open for ever
    if (m_collector.joinable()) m_collector.join();
    close(m_descriptor);
  }

  std::optional<std::string> wait_for_line(std::string_view text,
                                           std::chrono::milliseconds longest) {
    auto const deadline = Clock::now() + longest;
    std::unique_lock lock(m_mutex);
    while (true) {
      for (auto const* stream : {&m_output, &m_errors})
        if (auto line = line_with(*stream, text)) return line;
      if (m_is_at_end) return std::nullopt;
      if (m_changed.wait_until(lock, deadline) == std::cv_status::timeout) return std::nullopt;
    }
  }

  void signal(int number) {
    if (m_exit_code) return;
    kill(number == SIGKILL ? -m_id : m_id, number);
  }

  std::optional<int> wait(std::chrono::milliseconds longest) {
    if (m_exit_code) return m_exit_code;
    auto const deadline = Clock::now() + longest;
    pollfd watched{m_descriptor, POLLIN, 0};
    int ready = 0;
    do ready = poll(&watched, 1, milliseconds_until(deadline));
    while (ready < 0 && errno == EINTR);
    if (ready <= 0) return std::nullopt;
    reap();
    std::unique_lock lock(m_mutex);
    m_changed.wait_until(lock, deadline, [this] { return m_is_at_end; });
    return m_exit_code;
  }

  std::string output() {
    std::lock_guard const lock(m_mutex);
    return m_output;
  }

  std::string errors() {
    std::lock_guard const lock(m_mutex);
    return m_errors;
  }

  [[nodiscard]] int id() const { return m_id; }

 private:
  static std::optional<std::string> line_with(std::string_view stream, std::string_view text) {
    auto const found = stream.find(text);
    if (found == std::string_view::npos) return std::nullopt;
    auto const end = stream.find('\n', found);
    if (end == std::string_view::npos) return std::nullopt;
    auto const before = stream.rfind('\n', found);
    auto const begin = before == std::string_view::npos ? 0 : before + 1;
    return std::string(stream.substr(begin, end - begin));
  }

  void reap() {
    int status = 0;
    while (waitpid(m_id, &status, 0) < 0 && errno == EINTR) {
    }
    m_exit_code = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
  }

  // Runs on the collecting thread until both streams have ended, or the owner goes.
  void collect() {
    std::array<pollfd, 3> watched{pollfd{m_output_pipe.ends[0], POLLIN, 0},
                                  pollfd{m_errors_pipe.ends[0], POLLIN, 0},
                                  pollfd{m_stop_pipe.ends[0], POLLIN, 0}};
    while (watched[0].fd >= 0 || watched[1].fd >= 0) {
      if (poll(watched.data(), watched.size(), -1) < 0 && errno != EINTR) break;
      if (watched[2].revents != 0) break;
      if (watched[0].revents != 0 && !read_some(watched[0].fd, m_output)) watched[0].fd = -1;
      if (watched[1].revents != 0 && !read_some(watched[1].fd, m_errors)) watched[1].fd = -1;
    }
    {
      std::lock_guard const lock(m_mutex);
      m_is_at_end = true;
    }
    m_changed.notify_all();
  }

  bool read_some(int descriptor, std::string& stream) {
    std::array<char, 4096> bytes{};
    auto const got = read(descriptor, bytes.data(), bytes.size());
    if (got < 0 && errno == EINTR) return true;
    if (got <= 0) return false;
    {
      std::lock_guard const lock(m_mutex);
      if (stream.size() < most_output_bytes)
        stream.append(bytes.data(), static_cast<std::size_t>(got));
    }
    m_changed.notify_all();
    return true;
  }

  Pipe m_output_pipe;
  Pipe m_errors_pipe;
  Pipe m_stop_pipe;
  pid_t m_id = -1;
  int m_descriptor = -1;
  std::optional<int> m_exit_code;
  std::mutex m_mutex;
  std::condition_variable m_changed;
  std::string m_output;  // this and the two below are under m_mutex
  std::string m_errors;
  bool m_is_at_end = false;
  std::thread m_collector;
};

Process::Process(Command const& command) : m_impl(std::make_unique<Impl>(command)) {}
Process::~Process() = default;
Process::Process(Process&&) noexcept = default;
Process& Process::operator=(Process&&) noexcept = default;

std::optional<std::string> Process::wait_for_line(std::string_view text,
                                                  std::chrono::milliseconds longest) const {
  return m_impl->wait_for_line(text, longest);
}

void Process::signal(int number) {
  m_impl->signal(number);
}

std::optional<int> Process::wait(std::chrono::milliseconds longest) {
  return m_impl->wait(longest);
}

std::string Process::output() const {
  return m_impl->output();
}
std::string Process::errors() const {
  return m_impl->errors();
}
int Process::id() const {
  return m_impl->id();
}

Finished run(Command const& command, std::chrono::milliseconds longest) {
  Process process(command);
  auto const exit_code = process.wait(longest);
  if (!exit_code) throw std::runtime_error(command.program.string() + " does not end");
  return {*exit_code, process.output(), process.errors()};
}

std::uint16_t free_port() {
  int const descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (descriptor < 0) fail("no socket");
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  auto* const raw = reinterpret_cast<sockaddr*>(&address);
  bool const is_bound =
      bind(descriptor, raw, size) == 0 && getsockname(descriptor, raw, &size) == 0;
  close(descriptor);
  if (!is_bound) fail("no free port");
  return ntohs(address.sin_port);
}

}  // namespace inloop::test
