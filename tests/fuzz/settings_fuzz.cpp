// libFuzzer: any bytes as kiosk.toml. It is read, or refused in words.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "kiosk/app/config.h"
#include "kiosk/base/assert.h"

namespace {

// A settings file is read from a disk; the fuzzer runs in a folder of its own.
std::filesystem::path written(std::uint8_t const* data, std::size_t size) {
  std::filesystem::path const file = "settings-under-test.toml";
  std::ofstream(file, std::ios::binary)
      .write(reinterpret_cast<char const*>(data), static_cast<std::streamsize>(size));
  return file;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  auto const config = inloop::app::read_config(written(data, size));
  INLOOP_ASSERT(config || !config.error().what.empty());
  return 0;
}
