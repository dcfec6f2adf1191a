#include "kiosk/store/move_aside.h"

#include <algorithm>
#include <cctype>
#include <string>

#include "kiosk/base/assert.h"
#include "kiosk/store/durable_file.h"

namespace inloop::store {
namespace {

bool is_plain(std::string_view stamp) {
  return !stamp.empty() && std::all_of(stamp.begin(), stamp.end(), [](unsigned char letter) {
    return std::isalnum(letter) != 0;
  });
}

std::filesystem::path with_ending(std::filesystem::path const& file, std::string_view ending) {
  return std::filesystem::path(file) += ending;
}

bool any_exists(std::filesystem::path const& file) {
  return std::filesystem::exists(file) || std::filesystem::exists(with_ending(file, "-wal")) ||
         std::filesystem::exists(with_ending(file, "-journal"));
}

// The first name that is free, also where the clock stood still.
Result<std::filesystem::path> free_name(std::filesystem::path const& file, std::string_view stamp) {
  auto const prefix = file.filename().string() + ".aside-";
  int kept = 0;
  for (auto const& entry : std::filesystem::directory_iterator(file.parent_path())) {
    auto const name = entry.path().filename().string();
    if (name.starts_with(prefix) && !name.ends_with("-wal") && !name.ends_with("-journal")) ++kept;
  }
  if (kept >= most_kept_aside)
    return failure("{} files were moved aside from {} already: look into them first", kept,
                   file.string());
  auto const first = with_ending(file, ".aside-" + std::string(stamp));
  auto name = first;
  for (int i = 2; any_exists(name); ++i) name = with_ending(first, "x" + std::to_string(i));
  return name;
}

}  // namespace

Result<std::filesystem::path> move_aside(std::filesystem::path const& file,
                                         std::string_view stamp) {
  INLOOP_ASSERT(is_plain(stamp));
  try {
    auto const target = free_name(file, stamp);
    if (!target) return target;
    // The file first: a log without its file is recognised, a file without its log is not.
    for (auto const* const ending : {"", "-wal", "-journal"}) {
      auto const from = with_ending(file, ending);
      if (!std::filesystem::exists(from)) continue;
      auto const moved = rename_durably(from, with_ending(*target, ending));
      if (!moved) return tl::unexpected(moved.error());
    }
    return target;
  } catch (std::filesystem::filesystem_error const& error) {
    return failure("cannot move {} aside: {}", file.string(), error.what());
  }
}

}  // namespace inloop::store
