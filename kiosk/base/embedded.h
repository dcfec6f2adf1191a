#pragma once
// Files that are built into the program, so that nothing can be missing when it starts. See
// inloop_embed() in the top CMakeLists.txt. Any thread.

#include <string_view>

// INLOOP_EMBEDDED(nl_mo) at namespace scope declares `std::string_view embedded_nl_mo()`.
#define INLOOP_EMBEDDED(name)                                                                 \
  extern "C" char const inloop_embedded_##name[];                                             \
  extern "C" char const inloop_embedded_##name##_end[];                                       \
  [[maybe_unused]] static std::string_view embedded_##name() {                                \
    return {inloop_embedded_##name,                                                           \
            static_cast<std::size_t>(inloop_embedded_##name##_end - inloop_embedded_##name)}; \
  }
