#include "tests/support/crash_vfs.h"

#include <algorithm>
#include <cstring>
#include <new>
#include <random>

#include <fmt/format.h>
#include <sqlite3.h>

#include "kiosk/base/assert.h"

namespace inloop::test {

namespace {

// What the functions of the VFS work on.
struct Context {
  CrashDisk& disk;
  std::minstd_rand random{1};
};

// What SQLite holds as an open file: memory that SQLite allocates and we construct in.
struct OpenFile {
  sqlite3_file base;  // must come first: SQLite knows only this
  CrashDisk* disk;
  std::string* name;
};

OpenFile& open_file(sqlite3_file* file) {
  return *reinterpret_cast<OpenFile*>(file);
}

Context& context_of(sqlite3_vfs* vfs) {
  return *static_cast<Context*>(vfs->pAppData);
}

int code(CrashDisk::Outcome outcome, int error) {
  switch (outcome) {
    case CrashDisk::Outcome::Done:
      return SQLITE_OK;
    case CrashDisk::Outcome::Full:
      return SQLITE_FULL;
    case CrashDisk::Outcome::Error:
      break;
  }
  return error;
}

int close_file(sqlite3_file* file) {
  delete open_file(file).name;
  return SQLITE_OK;
}

int read_file(sqlite3_file* file, void* target, int bytes, sqlite3_int64 offset) {
  auto const& from = open_file(file);
  if (!from.disk->has_power()) return SQLITE_IOERR_READ;
  auto const wanted = static_cast<std::size_t>(bytes);
  auto const found = from.disk->read(*from.name, static_cast<std::size_t>(offset), wanted);
  std::memset(target, 0, wanted);
  std::copy(found.begin(), found.end(), static_cast<char*>(target));
  return found.size() == wanted ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

int write_file(sqlite3_file* file, void const* source, int bytes, sqlite3_int64 offset) {
  auto const& to = open_file(file);
  std::string_view const data(static_cast<char const*>(source), static_cast<std::size_t>(bytes));
  return code(to.disk->write(*to.name, static_cast<std::size_t>(offset), data), SQLITE_IOERR_WRITE);
}

int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
  auto const& cut = open_file(file);
  return code(cut.disk->truncate(*cut.name, static_cast<std::size_t>(size)), SQLITE_IOERR_TRUNCATE);
}

int sync_file(sqlite3_file* file, int) {
  auto const& synced = open_file(file);
  return code(synced.disk->sync(*synced.name), SQLITE_IOERR_FSYNC);
}

int size_of_file(sqlite3_file* file, sqlite3_int64* size) {
  auto const& measured = open_file(file);
  *size = static_cast<sqlite3_int64>(measured.disk->size(*measured.name));
  return SQLITE_OK;
}

int lock(sqlite3_file*, int) {
  return SQLITE_OK;
}

int check_lock(sqlite3_file*, int* is_locked) {
  *is_locked = 0;
  return SQLITE_OK;
}

int control(sqlite3_file*, int, void*) {
  return SQLITE_NOTFOUND;
}
int sector_bytes(sqlite3_file*) {
  return 4096;
}
int characteristics(sqlite3_file*) {
  return SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

constexpr sqlite3_io_methods make_methods() {
  sqlite3_io_methods methods{};
  methods.iVersion = 1;
  methods.xClose = close_file;
  methods.xRead = read_file;
  methods.xWrite = write_file;
  methods.xTruncate = truncate_file;
  methods.xSync = sync_file;
  methods.xFileSize = size_of_file;
  methods.xLock = lock;
  methods.xUnlock = lock;
  methods.xCheckReservedLock = check_lock;
  methods.xFileControl = control;
  methods.xSectorSize = sector_bytes;
  methods.xDeviceCharacteristics = characteristics;
  return methods;
}

constexpr sqlite3_io_methods methods = make_methods();

int open(sqlite3_vfs* vfs, char const* name, sqlite3_file* file, int flags, int* out_flags) {
  // SQLite closes a file that it could not open unless there are no methods.
  file->pMethods = nullptr;
  auto& disk = context_of(vfs).disk;
  if (name == nullptr || !disk.has_power()) return SQLITE_CANTOPEN;
  if (!disk.exists(name) && (flags & SQLITE_OPEN_CREATE) == 0) return SQLITE_CANTOPEN;
  if (auto const outcome = disk.create(name); outcome != CrashDisk::Outcome::Done)
    return code(outcome, SQLITE_CANTOPEN);
  new (file) OpenFile{.base = {.pMethods = &methods}, .disk = &disk, .name = new std::string(name)};
  if (out_flags != nullptr) *out_flags = flags;
  return SQLITE_OK;
}

int remove(sqlite3_vfs* vfs, char const* name, int sync_folder) {
  auto& disk = context_of(vfs).disk;
  if (!disk.exists(name)) return SQLITE_IOERR_DELETE_NOENT;
  auto const folder = sync_folder != 0 ? CrashDisk::Folder::Synced : CrashDisk::Folder::NotSynced;
  return code(disk.remove(name, folder), SQLITE_IOERR_DELETE);
}

int is_there(sqlite3_vfs* vfs, char const* name, int, int* answer) {
  auto& disk = context_of(vfs).disk;
  *answer = disk.exists(name) ? 1 : 0;
  return disk.has_power() ? SQLITE_OK : SQLITE_IOERR_ACCESS;
}

int full_path(sqlite3_vfs*, char const* name, int bytes, char* full) {
  sqlite3_snprintf(bytes, full, "%s", name);
  return SQLITE_OK;
}

int randomness(sqlite3_vfs* vfs, int bytes, char* target) {
  for (int i = 0; i < bytes; ++i) target[i] = static_cast<char>(context_of(vfs).random());
  return bytes;
}

int sleep(sqlite3_vfs*, int microseconds) {
  return microseconds;
}

int current_time(sqlite3_vfs*, double* julian_day) {
  *julian_day = 2461368.5;  // 23 November 2026: no test may depend on the day it runs
  return SQLITE_OK;
}

int last_error(sqlite3_vfs*, int, char*) {
  return 0;
}

}  // namespace

struct CrashVfs::Impl {
  Context context;
  std::string name;
  sqlite3_vfs vfs{};
};

CrashVfs::CrashVfs(CrashDisk& disk) : m_impl(new Impl{.context = {.disk = disk}, .name = {}}) {
  m_impl->name = fmt::format("crash-{}", static_cast<void*>(m_impl.get()));
  auto& vfs = m_impl->vfs;
  vfs.iVersion = 1;
  vfs.szOsFile = sizeof(OpenFile);
  vfs.mxPathname = 512;
  vfs.zName = m_impl->name.c_str();
  vfs.pAppData = &m_impl->context;
  vfs.xOpen = open;
  vfs.xDelete = remove;
  vfs.xAccess = is_there;
  vfs.xFullPathname = full_path;
  vfs.xRandomness = randomness;
  vfs.xSleep = sleep;
  vfs.xCurrentTime = current_time;
  vfs.xGetLastError = last_error;
  auto const registered = sqlite3_vfs_register(&vfs, 0);
  INLOOP_ASSERT(registered == SQLITE_OK);
}

CrashVfs::~CrashVfs() {
  sqlite3_vfs_unregister(&m_impl->vfs);
}

std::string const& CrashVfs::name() const {
  return m_impl->name;
}

}  // namespace inloop::test
