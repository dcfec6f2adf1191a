#include "tests/bench/process_tree.h"

#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "kiosk/base/assert.h"

namespace inloop::bench {
namespace {

namespace fs = std::filesystem;
constexpr int cannot_start = 127;
constexpr int patience_steps = 50;
constexpr std::chrono::milliseconds patience_step{100};

bool is_number(std::string const& name) {
  return !name.empty() && name.find_first_not_of("0123456789") == std::string::npos;
}

struct Kinship {
  pid_t parent = 0;
  pid_t session = 0;
};

// From /proc/PID/stat; its second field is a name that may hold anything but ends with the last
// bracket.
Kinship kinship_of(pid_t process) {
  std::ifstream file("/proc/" + std::to_string(process) + "/stat");
  std::string line;
  std::getline(file, line);
  auto const name_end = line.rfind(')');
  if (name_end == std::string::npos) return {};
  std::istringstream fields(line.substr(name_end + 1));
  std::string state;
  pid_t group = 0;
  Kinship kinship;
  fields >> state >> kinship.parent >> group >> kinship.session;
  return kinship;
}

}  // namespace

ProcessTree::ProcessTree(std::vector<std::string> const& command, std::string const& log) {
  std::vector<char*> arguments;
  for (std::string const& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  m_leader = fork();
  INLOOP_ASSERT(m_leader >= 0);
  if (m_leader > 0) return;
  setsid();
  int const file = open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0644);
  dup2(file, STDOUT_FILENO);
  dup2(file, STDERR_FILENO);
  execvp(arguments.front(), arguments.data());
  _exit(cannot_start);
}

ProcessTree::~ProcessTree() {
  kill(-m_leader, SIGTERM);
  for (int step = 0; step < patience_steps; ++step) {
    if (waitpid(m_leader, nullptr, WNOHANG) == m_leader) break;
    std::this_thread::sleep_for(patience_step);
    if (step + 2 == patience_steps) kill(-m_leader, SIGKILL);
  }
  kill(-m_leader, SIGKILL);  // what outlived its leader
}

bool ProcessTree::is_running() const {
  return waitpid(m_leader, nullptr, WNOHANG) == 0;
}

std::vector<pid_t> ProcessTree::processes() const {
  std::map<pid_t, Kinship> all;
  for (auto const& entry : fs::directory_iterator("/proc"))
    if (std::string const name = entry.path().filename().string(); is_number(name))
      all.emplace(std::stoi(name), kinship_of(std::stoi(name)));
  std::vector<pid_t> ours;
  for (auto const& [process, kinship] : all) {
    bool is_ours = process == m_leader || kinship.session == m_leader;
    for (pid_t parent = kinship.parent; !is_ours && all.contains(parent);
         parent = all[parent].parent)
      is_ours = parent == m_leader;
    if (is_ours) ours.push_back(process);
  }
  return ours;
}

std::uint64_t ProcessTree::pss_kib() const {
  std::uint64_t sum_kib = 0;
  for (pid_t const process : processes()) {
    std::ifstream file("/proc/" + std::to_string(process) + "/smaps_rollup");
    std::string word;
    while (file >> word)
      if (std::uint64_t kib = 0; word == "Pss:" && file >> kib) sum_kib += kib;
  }
  return sum_kib;
}

ProcessorTimes ProcessTree::processor_times() const {
  ProcessorTimes times;
  for (pid_t const process : processes()) {
    std::error_code gone;
    fs::path const threads = "/proc/" + std::to_string(process) + "/task";
    for (auto const& thread : fs::directory_iterator(threads, gone)) {
      std::ifstream file(thread.path() / "schedstat");
      if (std::uint64_t ns = 0; file >> ns)
        times.emplace(std::stoi(thread.path().filename().string()), ns);
    }
  }
  return times;
}

std::uint64_t used_ns(ProcessorTimes const& before, ProcessorTimes const& after) {
  std::uint64_t sum_ns = 0;
  for (auto const& [thread, ns] : after) {
    auto const earlier = before.find(thread);
    sum_ns += earlier == before.end() ? ns : ns - earlier->second;
  }
  return sum_ns;
}

}  // namespace inloop::bench
