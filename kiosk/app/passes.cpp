#include "kiosk/paper/passes.h"

#include <cerrno>
#include <cstring>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

#include "kiosk/app/commands.h"
#include "kiosk/base/log.h"
#include "kiosk/cards/pass_text.h"
#include "kiosk/privacy/sodium_random.h"

namespace inloop::app {
namespace {

// A pass is nobody's until somebody takes it, but whoever can read this file can copy them all.
Result<> write_privately(std::filesystem::path const& file, std::string_view bytes) {
  int const descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (descriptor < 0) return failure("{} cannot be made: {}", file.string(), std::strerror(errno));
  while (!bytes.empty()) {
    auto const written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) break;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  bool const is_whole = bytes.empty();
  if (::close(descriptor) == 0 && is_whole) return {};
  return failure("{} could not be written whole", file.string());
}

Result<> make_passes(Config const& config, PassesOptions const& options) {
  auto random = privacy::SodiumRandom::start();
  if (!random) return tl::unexpected(random.error());
  std::vector<std::string> texts;
  for (int pass = 0; pass < options.count; ++pass) {
    auto text = cards::make_pass_text(*random);
    if (!text) return tl::unexpected(text.error());
    texts.push_back(std::move(*text));
  }
  auto const pdf = paper::passes_pdf(texts, {.place_name = config.settings.place_name});
  if (!pdf) return tl::unexpected(pdf.error());
  return write_privately(options.file, *pdf);
}

}  // namespace

int print_passes(Config const& config, PassesOptions const& options) {
  auto const made = make_passes(config, options);
  if (made) {
    log::info("{} passes are in {}", options.count, options.file.string());
    return 0;
  }
  log::error("{}", made.error().what);
  return 1;
}

}  // namespace inloop::app
