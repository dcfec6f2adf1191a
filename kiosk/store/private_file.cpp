#include "kiosk/store/private_file.h"

#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "kiosk/store/durable_file.h"

namespace inloop::store {
namespace {

constexpr mode_t for_others = S_IRWXG | S_IRWXO;

std::string reason() {
  return std::generic_category().message(errno);
}

Result<std::filesystem::path> private_folder(std::filesystem::path const& folder) {
  std::error_code trouble;
  if (!std::filesystem::exists(folder, trouble)) {
    auto const parent = folder.parent_path();
    if (!parent.empty()) std::filesystem::create_directories(parent, trouble);
    if (mkdir(folder.c_str(), S_IRWXU) != 0 && errno != EEXIST)
      return failure("cannot make the folder {}: {}", folder.string(), reason());
    if (auto const synced = sync_to_disk(parent); !synced) return tl::unexpected(synced.error());
  }
  auto const real = std::filesystem::canonical(folder, trouble);
  if (trouble) return failure("cannot enter {}: {}", folder.string(), trouble.message());
  struct stat facts {};
  if (stat(real.c_str(), &facts) != 0)
    return failure("cannot look at {}: {}", real.string(), reason());
  if (!S_ISDIR(facts.st_mode)) return failure("{} is no folder", real.string());
  if ((facts.st_mode & for_others) != 0)
    return failure("others may enter {}: it must be for its owner alone (mode 0700)",
                   real.string());
  return real;
}

}  // namespace

Result<std::filesystem::path> make_private(std::filesystem::path const& file) {
  std::error_code nowhere;
  auto const whole = std::filesystem::absolute(file, nowhere);
  if (nowhere) return failure("cannot find {}: {}", file.string(), nowhere.message());
  auto const folder = private_folder(whole.parent_path());
  if (!folder) return tl::unexpected(folder.error());
  auto path = *folder / file.filename();

  // A file that exists is never opened here: closing it would drop every lock that this process
  // holds on it, also those of a store that is open already.
  int const made =
      open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (made >= 0) {
    close(made);
    return path;
  }
  if (errno != EEXIST) return failure("cannot create {}: {}", path.string(), reason());

  struct stat facts {};
  if (lstat(path.c_str(), &facts) != 0)
    return failure("cannot look at {}: {}", path.string(), reason());
  if (!S_ISREG(facts.st_mode)) return failure("{} is no regular file", path.string());
  if ((facts.st_mode & for_others) != 0 && chmod(path.c_str(), S_IRUSR | S_IWUSR) != 0)
    return failure("cannot keep others out of {}: {}", path.string(), reason());
  return path;
}

}  // namespace inloop::store
