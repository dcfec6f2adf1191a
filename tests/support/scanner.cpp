#include "tests/support/scanner.h"

#include <sstream>
#include <stdexcept>

#include "tests/support/process.h"

namespace inloop::test {
namespace {

constexpr int nothing_found = 4;

std::string scan(std::vector<std::string> arguments, std::filesystem::path const& picture) {
  arguments.insert(arguments.end(), {"--quiet", "--raw", "--nodbus", "-Sdisable", "-Sqrcode.enable",
                                     picture.string()});
  auto const done = run({.program = "/usr/bin/zbarimg", .arguments = std::move(arguments)});
  if (done.exit_code != 0 && done.exit_code != nothing_found)
    throw std::runtime_error("zbarimg: " + done.errors);
  return done.output;
}

}  // namespace

std::string scanned_code(std::filesystem::path const& picture) {
  // As bytes there is no line end after the text.
  return scan({"-Sbinary", "--oneshot"}, picture);
}

std::vector<std::string> scanned_lines(std::filesystem::path const& picture) {
  std::istringstream output(scan({}, picture));
  std::vector<std::string> lines;
  for (std::string line; std::getline(output, line);) lines.push_back(line);
  return lines;
}

}  // namespace inloop::test
