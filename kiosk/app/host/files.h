#pragma once
// Writes files to a stick so that each is there whole or not at all, and says what was the matter
// in a way that a host can be told. It chooses no stick: sticks.h finds them. Any thread.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "kiosk/base/result.h"
#include "kiosk/core/host/setup.h"

namespace inloop::app::host {

using core::host::StickTrouble;

// What the host is told, and the sentence for the log.
struct StickFailure {
  StickTrouble trouble = StickTrouble::Unknown;
  Error error;

  bool operator==(StickFailure const&) const = default;
};

template <class T = void>
using StickResult = tl::expected<T, StickFailure>;

// What an error number of a file operation on a stick means for whoever holds it.
[[nodiscard]] StickTrouble trouble_of(int error_number);

// Letters, digits, dots and dashes alone, at most 80 of them: what every file system of a stick
// takes. Anything else becomes a dash.
[[nodiscard]] std::string file_name_from(std::string_view text);

// One file that is being written under another name. Gone again unless finish() was reached.
class StickFile {
 public:
  // `name` as file_name_from() gives it. Makes the folder where it is missing, one level deep.
  [[nodiscard]] static StickResult<StickFile> create(std::filesystem::path const& folder,
                                                     std::string const& name);
  StickFile(StickFile&& other) noexcept;
  StickFile& operator=(StickFile&&) = delete;
  ~StickFile();

  [[nodiscard]] StickResult<> write(std::span<std::byte const> bytes);
  // Brings it to the stick and gives it its name; what had that name before is gone. Returns its
  // path.
  [[nodiscard]] StickResult<std::filesystem::path> finish();

 private:
  StickFile(std::filesystem::path path, std::filesystem::path unfinished, int descriptor)
      : m_path(std::move(path)), m_unfinished(std::move(unfinished)), m_descriptor(descriptor) {}

  std::filesystem::path m_path;
  std::filesystem::path m_unfinished;
  int m_descriptor;  // -1: moved from or finished
};

using TellProgress = std::function<void(std::uintmax_t done_bytes, std::uintmax_t total_bytes)>;

// All at once, in steps of which each tells how far it is.
[[nodiscard]] StickResult<std::filesystem::path> write_to_stick(std::filesystem::path const& folder,
                                                                std::string const& name,
                                                                std::string_view bytes,
                                                                TellProgress const& tell_progress);

}  // namespace inloop::app::host
