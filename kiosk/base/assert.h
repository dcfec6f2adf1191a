#pragma once
// INLOOP_ASSERT states what must hold because of our own code. It is compiled into every build:
// a wrong count is worse than a restart. Any thread.

#include <cstdio>
#include <cstdlib>

namespace inloop {

[[noreturn]] inline void assertion_failed(char const* condition, char const* file, int line) {
  std::fprintf(stderr, "%s:%d: this must hold: %s\n", file, line, condition);
  std::abort();
}

}  // namespace inloop

#define INLOOP_ASSERT(condition) \
  ((condition) ? void(0) : ::inloop::assertion_failed(#condition, __FILE__, __LINE__))
