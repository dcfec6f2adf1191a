#include "kiosk/store/key_file.h"

#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include "kiosk/base/descriptor.h"
#include "kiosk/store/durable_file.h"
#include "kiosk/store/private_file.h"

namespace inloop::store {
namespace {

std::string reason() {
  return std::generic_category().message(errno);
}

Result<Guarded> read_key(Descriptor const& file, std::string const& name) {
  struct stat facts {};
  if (fstat(file.number(), &facts) != 0) return failure("cannot look at {}: {}", name, reason());
  if (!S_ISREG(facts.st_mode)) return failure("{} is no regular file", name);
  if (facts.st_uid != geteuid() || (facts.st_mode & (S_IRWXG | S_IRWXO)) != 0)
    return failure("others may read {}: it must be its owner's alone (mode 0400 or 0600)", name);
  if (facts.st_size != static_cast<off_t>(key_file_bytes))
    return failure("{} has {} bytes where a key has {}", name, facts.st_size, key_file_bytes);
  auto key = guarded(key_file_bytes);
  if (!key) return key;
  if (read(file.number(), key->get(), key_file_bytes) != static_cast<ssize_t>(key_file_bytes))
    return failure("cannot read {}: {}", name, reason());
  return key;
}

}  // namespace

void GiveBack::operator()(unsigned char* memory) const {
  sodium_free(memory);
}

Result<Guarded> guarded(std::size_t bytes) {
  Guarded memory(static_cast<unsigned char*>(sodium_malloc(bytes)));
  if (!memory) return failure("there is no guarded memory for {} bytes", bytes);
  return memory;
}

Result<Guarded> open_key_file(std::filesystem::path const& key_file) {
  if (sodium_init() < 0) return failure("libsodium cannot be started");
  Descriptor const file(open(key_file.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
  auto const is_absent = !file.is_open() && errno == ENOENT;
  if (!file.is_open() && !is_absent)
    return failure("cannot open {}: {}", key_file.string(), reason());
  return is_absent ? make_key_file(key_file) : read_key(file, key_file.string());
}

// Under another name first, so that a power cut leaves a whole key or the one before.
Result<Guarded> make_key_file(std::filesystem::path const& key_file) {
  auto key = guarded(key_file_bytes);
  if (!key) return key;
  randombytes_buf(key->get(), key_file_bytes);

  auto unfinished = key_file;
  unfinished += ".unfinished";
  std::error_code absent;
  std::filesystem::remove(unfinished, absent);
  auto const made = make_private(unfinished);
  if (!made) return tl::unexpected(made.error());
  {
    Descriptor const file(open(made->c_str(), O_WRONLY | O_NOFOLLOW | O_CLOEXEC));
    if (file.number() < 0) return failure("cannot open {}: {}", made->string(), reason());
    if (write(file.number(), key->get(), key_file_bytes) != static_cast<ssize_t>(key_file_bytes) ||
        fsync(file.number()) != 0)
      return failure("cannot write {}: {}", made->string(), reason());
  }
  auto const named = rename_durably(*made, made->parent_path() / key_file.filename());
  if (!named) return tl::unexpected(named.error());
  return key;
}

}  // namespace inloop::store
