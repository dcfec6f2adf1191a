#include "tests/support/golden.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include <fmt/format.h>

#include "kiosk/platform/png_file.h"

namespace inloop::test {
namespace {

namespace fs = std::filesystem;

bool is_update_wanted() {
  char const* const wish = std::getenv("UPDATE_GOLDEN");
  return wish != nullptr && std::string(wish) == "1";
}

fs::path golden_path(std::string const& name) {
  return fs::path(INLOOP_SOURCE_DIR) / "tests" / "golden" / name;
}

// Where a person finds what a failing test saw.
fs::path found_path(std::string const& name) {
  fs::path path = fs::path(INLOOP_BINARY_DIR) / "golden" / name;
  fs::create_directories(path.parent_path());
  return path;
}

void write_text(fs::path const& path, std::string const& text) {
  fs::create_directories(path.parent_path());
  std::ofstream file(path, std::ios::binary);
  file << text;
  file.close();
  if (!file) throw std::runtime_error("cannot write " + path.string());
}

void write_picture(fs::path const& path, Pixels const& picture) {
  fs::create_directories(path.parent_path());
  if (auto const written = platform::write_png(path, picture); !written)
    throw std::runtime_error(written.error().what);
}

std::string first_difference(std::string const& golden, std::string const& found) {
  std::istringstream golden_lines(golden);
  std::istringstream found_lines(found);
  std::string expected;
  std::string actual;
  for (int line = 1;; ++line) {
    bool const has_expected = static_cast<bool>(std::getline(golden_lines, expected));
    bool const has_actual = static_cast<bool>(std::getline(found_lines, actual));
    if (!has_expected && !has_actual) return "only the ends of the lines differ";
    if (!has_expected) return fmt::format("line {} is new: {}", line, actual);
    if (!has_actual) return fmt::format("line {} is gone: {}", line, expected);
    if (expected != actual)
      return fmt::format("line {} was\n  {}\nand is\n  {}", line, expected, actual);
  }
}

struct PictureDifference {
  std::size_t pixels = 0;
  Pixels drawing;  // white where both are the same, red where they differ
};

PictureDifference compare(Pixels const& golden, Pixels const& found) {
  PictureDifference difference{.drawing = found};
  for (std::size_t at = 0; at < found.bgra.size(); at += 4) {
    bool const is_same = std::equal(found.bgra.begin() + static_cast<std::ptrdiff_t>(at),
                                    found.bgra.begin() + static_cast<std::ptrdiff_t>(at + 3),
                                    golden.bgra.begin() + static_cast<std::ptrdiff_t>(at));
    if (!is_same) ++difference.pixels;
    difference.drawing.bgra[at] = is_same ? 255 : 0;
    difference.drawing.bgra[at + 1] = is_same ? 255 : 0;
    difference.drawing.bgra[at + 2] = 255;
  }
  return difference;
}

}  // namespace

std::string difference_from_golden(std::string const& name, std::string const& text) {
  fs::path const path = golden_path(name);
  if (is_update_wanted()) {
    write_text(path, text);
    return {};
  }
  std::ifstream file(path, std::ios::binary);
  std::stringstream golden;
  golden << file.rdbuf();
  if (file && golden.str() == text) return {};
  fs::path const found = found_path(name + ".new");
  write_text(found, text);
  if (!file) return fmt::format("there is no {} yet; see {}", path.string(), found.string());
  return fmt::format("{} differs, see {}: {}", name, found.string(),
                     first_difference(golden.str(), text));
}

std::string difference_from_golden(std::string const& name, Pixels const& picture) {
  fs::path const path = golden_path(name + ".png");
  if (is_update_wanted()) {
    write_picture(path, picture);
    return {};
  }
  auto const golden = platform::read_png(path);
  fs::path const found = found_path(name + ".new.png");
  if (!golden || golden->width_px != picture.width_px || golden->height_px != picture.height_px) {
    write_picture(found, picture);
    return fmt::format("{} is absent or of another size; see {}", path.string(), found.string());
  }
  PictureDifference const difference = compare(*golden, picture);
  if (difference.pixels == 0) return {};
  write_picture(found, picture);
  write_picture(found_path(name + ".diff.png"), difference.drawing);
  return fmt::format("{} differs in {} pixels; see {}", name, difference.pixels, found.string());
}

}  // namespace inloop::test
