#include "sync/courier/files.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "kiosk/base/descriptor.h"
#include "sync/courier/state.h"

namespace inloop::courier {
namespace {

constexpr mode_t own_file_mode = 0600;
constexpr char const* lock_name = "lock";

struct flock whole_file() {
  struct flock lock {};
  lock.l_type = F_WRLCK;
  lock.l_whence = SEEK_SET;
  return lock;
}

// -1 when it cannot be opened.
int opened(std::filesystem::path const& path, int flags) {
  return open(path.c_str(), flags | O_CLOEXEC | O_NOFOLLOW, own_file_mode);
}

Result<> write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    auto const written = write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return failure("{}", std::strerror(errno));
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return {};
}

Result<std::string> read_at_most(int descriptor, std::size_t limit) {
  std::string text(limit + 1, '\0');
  std::size_t length = 0;
  while (length < text.size()) {
    auto const got = read(descriptor, text.data() + length, text.size() - length);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return failure("{}", std::strerror(errno));
    if (got == 0) break;
    length += static_cast<std::size_t>(got);
  }
  text.resize(length);
  return text;
}

class FolderFiles final : public Files {
 public:
  FolderFiles(outbox::Folders folders, std::filesystem::path state_folder)
      : m_folders(std::move(folders)), m_state_folder(std::move(state_folder)) {}

  Result<outbox::Listing> list_new() override { return outbox::list_new(m_folders); }

  Result<std::string> read_event(outbox::EventFile const& event) override {
    return outbox::read_event(event);
  }

  Result<bool> has_receipt(std::string_view id) override {
    return outbox::has_receipt(m_folders, id);
  }

  Result<> write_receipt(std::string_view id, std::string_view receipt) override {
    return outbox::write_receipt(m_folders, id, receipt);
  }

  Result<> write_state(std::string_view text) override {
    auto const temporary = m_state_folder / "state.json.new";
    {
      Descriptor const file(opened(temporary, O_WRONLY | O_CREAT | O_TRUNC));
      if (!file.is_open()) return trouble("cannot write the state");
      if (auto const written = write_all(file.number(), text); !written)
        return within("writing the state", written.error());
      if (fsync(file.number()) != 0) return trouble("cannot write the state");
    }
    if (std::rename(temporary.c_str(), state_path().c_str()) != 0)
      return trouble("cannot put the state in its place");
    return sync_folder();
  }

  Result<std::optional<std::string>> read_state() override {
    Descriptor const file(opened(state_path(), O_RDONLY));
    if (!file.is_open() && errno == ENOENT) return std::nullopt;
    if (!file.is_open()) return trouble("cannot open the state");
    auto text = read_at_most(file.number(), greatest_state_bytes);
    if (!text) return within("reading the state", text.error());
    return *std::move(text);
  }

  Result<> set_state_aside() override {
    if (std::rename(state_path().c_str(), (m_state_folder / "state.json.damaged").c_str()) != 0)
      return trouble("cannot set the damaged state aside");
    return sync_folder();
  }

 private:
  [[nodiscard]] std::filesystem::path state_path() const { return m_state_folder / "state.json"; }

  [[nodiscard]] Result<> sync_folder() const {
    Descriptor const folder(opened(m_state_folder, O_RDONLY | O_DIRECTORY));
    if (!folder.is_open() || fsync(folder.number()) != 0)
      return trouble("cannot make the state durable");
    return {};
  }

  static tl::unexpected<Error> trouble(std::string_view what) {
    return failure("{}: {}", what, std::strerror(errno));
  }

  outbox::Folders m_folders;
  std::filesystem::path m_state_folder;
};

}  // namespace

std::unique_ptr<Files> folder_files(outbox::Folders folders, std::filesystem::path state_folder) {
  return std::make_unique<FolderFiles>(std::move(folders), std::move(state_folder));
}

bool FolderLock::is_taken(std::filesystem::path const& state_folder) {
  Descriptor const file(opened(state_folder / lock_name, O_RDWR));
  struct flock question = whole_file();
  return file.is_open() && fcntl(file.number(), F_OFD_GETLK, &question) == 0 &&
         question.l_type != F_UNLCK;
}

Result<FolderLock> FolderLock::take(std::filesystem::path const& state_folder) {
  int const descriptor = opened(state_folder / lock_name, O_RDWR | O_CREAT);
  if (descriptor < 0)
    return failure("cannot open the lock in {}: {}", state_folder.string(), std::strerror(errno));
  FolderLock lock(descriptor);
  struct flock const wish = whole_file();
  if (fcntl(descriptor, F_OFD_SETLK, &wish) != 0)
    return failure("another inloop-sync works in {}", state_folder.string());
  return lock;
}

FolderLock::FolderLock(FolderLock&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1)) {}

FolderLock::~FolderLock() {
  if (m_descriptor >= 0) close(m_descriptor);
}

}  // namespace inloop::courier
