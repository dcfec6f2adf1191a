#include "kiosk/store/durable_file.h"

#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

namespace inloop::store {

Result<> sync_to_disk(std::filesystem::path const& path) {
  int const descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  if (descriptor < 0)
    return failure("cannot open {}: {}", path.string(), std::generic_category().message(errno));
  auto const trouble = fsync(descriptor) == 0 ? 0 : errno;
  close(descriptor);
  if (trouble != 0)
    return failure("cannot sync {}: {}", path.string(), std::generic_category().message(trouble));
  return {};
}

Result<> rename_durably(std::filesystem::path const& from, std::filesystem::path const& to) {
  std::error_code trouble;
  std::filesystem::rename(from, to, trouble);
  if (trouble)
    return failure("cannot rename {} to {}: {}", from.string(), to.string(), trouble.message());
  return sync_to_disk(to.parent_path());
}

}  // namespace inloop::store
