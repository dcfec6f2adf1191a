#pragma once
// A program under measurement with everything that it starts: what memory and processor time it
// takes, as Linux accounts for them. One thread.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include <sys/types.h>

namespace inloop::bench {

// Processor time by thread, in nanoseconds.
using ProcessorTimes = std::map<pid_t, std::uint64_t>;

class ProcessTree {
 public:
  // Starts the program in a session of its own, its output sent to `log`. Ends this process's copy
  // with status 127 when the program cannot be started.
  ProcessTree(std::vector<std::string> const& command, std::string const& log);
  // Asks it to end, then makes it.
  ~ProcessTree();
  ProcessTree(ProcessTree const&) = delete;
  ProcessTree& operator=(ProcessTree const&) = delete;

  [[nodiscard]] bool is_running() const;
  // Memory of all its processes, with shared pages divided among their users.
  [[nodiscard]] std::uint64_t pss_kib() const;
  [[nodiscard]] ProcessorTimes processor_times() const;

 private:
  [[nodiscard]] std::vector<pid_t> processes() const;

  pid_t m_leader = 0;
};

// What was used between the two looks. Threads that ended in between are left out.
[[nodiscard]] std::uint64_t used_ns(ProcessorTimes const& before, ProcessorTimes const& after);

}  // namespace inloop::bench
