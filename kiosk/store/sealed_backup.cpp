#include "kiosk/store/sealed_backup.h"

#include <algorithm>
#include <cstring>
#include <fstream>
#include <optional>
#include <system_error>

#include <sodium.h>

#include "kiosk/store/private_file.h"

namespace inloop::store {
namespace {

constexpr std::string_view file_magic = "INLOOPB1";
constexpr std::size_t chunk_bytes = std::size_t{64} << 10;
constexpr std::size_t sealed_chunk_bytes =
    chunk_bytes + crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr std::size_t longest_name = 100;
constexpr std::size_t size_bytes = 8;

using Stream = crypto_secretstream_xchacha20poly1305_state;
using Bytes = std::vector<std::byte>;

unsigned char* writable(std::span<std::byte> bytes) {
  return reinterpret_cast<unsigned char*>(bytes.data());
}
unsigned char const* readable(std::span<std::byte const> bytes) {
  return reinterpret_cast<unsigned char const*>(bytes.data());
}
std::span<std::byte const> bytes_of(std::string_view text) {
  return std::as_bytes(std::span(text));
}

// Everything in front of the stream.
struct Head {
  std::array<std::byte, file_magic.size()> magic{};
  std::array<std::byte, 16> salt{};
  SealedFileKey sealed_key{};
  std::array<std::byte, crypto_secretstream_xchacha20poly1305_HEADERBYTES> stream{};
};

// Gathers chunks, seals them and hands them on.
class Sealer {
 public:
  Sealer(Stream& stream, ByteSink const& sink) : m_stream(stream), m_sink(sink) {
    m_chunk.reserve(chunk_bytes);
  }
  ~Sealer() { sodium_memzero(m_chunk.data(), m_chunk.size()); }
  Sealer(Sealer const&) = delete;
  Sealer& operator=(Sealer const&) = delete;

  Result<> put(std::span<std::byte const> bytes) {
    while (!bytes.empty()) {
      if (m_chunk.size() == chunk_bytes)
        if (auto const sent = send(crypto_secretstream_xchacha20poly1305_TAG_MESSAGE); !sent)
          return sent;
      auto const taken = std::min(bytes.size(), chunk_bytes - m_chunk.size());
      m_chunk.insert(m_chunk.end(), bytes.begin(),
                     bytes.begin() + static_cast<std::ptrdiff_t>(taken));
      bytes = bytes.subspan(taken);
    }
    return {};
  }

  Result<> finish() { return send(crypto_secretstream_xchacha20poly1305_TAG_FINAL); }

 private:
  Result<> send(unsigned char tag) {
    Bytes sealed(m_chunk.size() + crypto_secretstream_xchacha20poly1305_ABYTES);
    crypto_secretstream_xchacha20poly1305_push(&m_stream, writable(sealed), nullptr,
                                               readable(m_chunk), m_chunk.size(), nullptr, 0, tag);
    m_chunk.clear();
    return m_sink(sealed);
  }

  Stream& m_stream;
  ByteSink const& m_sink;
  Bytes m_chunk;
};

Result<std::uintmax_t> size_of(std::vector<FileToSeal> const& files) {
  std::uintmax_t total = 0;
  for (auto const& one : files) {
    std::error_code trouble;
    total += std::filesystem::file_size(one.file, trouble);
    if (trouble) return failure("cannot look at {}: {}", one.file.string(), trouble.message());
    if (one.name.empty() || one.name.size() > longest_name)
      return failure("\"{}\" is no name for a file in a backup", one.name);
  }
  if (files.size() > most_sealed_files || total > greatest_sealed_bytes)
    return failure("{} files of {} bytes are too much for a backup", files.size(), total);
  return total;
}

Result<> put_head(Sealer& sealer, std::string const& name, std::uintmax_t size) {
  Bytes head{static_cast<std::byte>(name.size())};
  auto const letters = bytes_of(name);
  head.insert(head.end(), letters.begin(), letters.end());
  for (std::size_t i = 0; i < size_bytes; ++i)
    head.push_back(static_cast<std::byte>(size >> (8 * i) & 0xff));
  return sealer.put(head);
}

// Counts what was sealed of all files.
struct Sealed {
  std::uintmax_t done = 0;
  std::uintmax_t total = 0;
};

Result<> put_file(Sealer& sealer, FileToSeal const& one, Sealed& sealed, TellBytes const& tell) {
  std::error_code trouble;
  auto left = std::filesystem::file_size(one.file, trouble);
  std::ifstream file(one.file, std::ios::binary);
  if (trouble || !file) return failure("cannot read {}", one.file.string());
  if (auto const put = put_head(sealer, one.name, left); !put) return put;
  Bytes chunk(chunk_bytes);
  while (left > 0) {
    auto const wanted = std::min<std::uintmax_t>(left, chunk.size());
    if (!file.read(reinterpret_cast<char*>(chunk.data()), static_cast<std::streamsize>(wanted)))
      return failure("{} became shorter while it was read", one.file.string());
    if (auto const put = sealer.put(std::span(chunk).first(wanted)); !put) return put;
    left -= wanted;
    sealed.done += wanted;
    tell(sealed.done, sealed.total);
  }
  sodium_memzero(chunk.data(), chunk.size());
  return {};
}

Result<std::size_t> fill(ByteSource const& source, std::span<std::byte> bytes) {
  auto const filled = source(bytes);
  if (filled && *filled > bytes.size()) return failure("a source gave more than was asked for");
  return filled;
}

Result<> fill_all(ByteSource const& source, std::span<std::byte> bytes) {
  auto const filled = fill(source, bytes);
  if (!filled) return tl::unexpected(filled.error());
  if (*filled != bytes.size()) return failure("the backup is cut off");
  return {};
}

Result<Head> read_head(ByteSource const& source) {
  Head head;
  for (auto const part : {std::span<std::byte>(head.magic), std::span<std::byte>(head.salt),
                          std::span<std::byte>(head.sealed_key), std::span<std::byte>(head.stream)})
    if (auto const filled = fill_all(source, part); !filled) return tl::unexpected(filled.error());
  if (!std::ranges::equal(head.magic, bytes_of(file_magic)))
    return failure("this is no backup of ours");
  return head;
}

// Opens chunk after chunk up to the one that is marked as the last.
Result<> open_chunks(Guarded const& file_key, Head const& head, ByteSource const& source,
                     ByteSink const& sink) {
  Stream stream;
  if (crypto_secretstream_xchacha20poly1305_init_pull(&stream, readable(head.stream),
                                                      file_key.get()) != 0)
    return failure("the head of the backup is damaged");
  Bytes sealed(sealed_chunk_bytes);
  Bytes plain(chunk_bytes);
  for (std::uintmax_t taken = 0; taken <= greatest_sealed_bytes + chunk_bytes;) {
    auto const filled = fill(source, sealed);
    if (!filled) return tl::unexpected(filled.error());
    if (*filled < crypto_secretstream_xchacha20poly1305_ABYTES)
      return failure("the backup is cut off");
    unsigned long long length = 0;
    unsigned char tag = 0;
    if (crypto_secretstream_xchacha20poly1305_pull(&stream, writable(plain), &length, &tag,
                                                   readable(sealed), *filled, nullptr, 0) != 0)
      return failure("the backup is damaged");
    if (auto const put = sink(std::span(plain).first(length)); !put) return put;
    taken += length;
    if (tag != crypto_secretstream_xchacha20poly1305_TAG_FINAL) continue;
    auto const rest = fill(source, std::span(sealed).first(1));
    if (!rest) return tl::unexpected(rest.error());
    if (*rest != 0) return failure("the backup has something behind its end");
    return {};
  }
  return failure("the backup is too large");
}

// Takes the stream apart into files, as it comes.
class Unpacker {
 public:
  Unpacker(std::filesystem::path const& folder, std::vector<std::string> const& expected)
      : m_folder(folder), m_expected(expected) {}

  Result<> take(std::span<std::byte const> bytes) {
    while (!bytes.empty()) {
      if (m_is_at_end) return failure("the backup has something behind its files");
      if (m_left > 0) {
        auto const part = std::min<std::uintmax_t>(m_left, bytes.size());
        m_file.write(reinterpret_cast<char const*>(bytes.data()),
                     static_cast<std::streamsize>(part));
        if (!m_file) return failure("cannot write {}", m_path.string());
        m_left -= part;
        bytes = bytes.subspan(part);
      } else {
        m_head.push_back(bytes.front());
        bytes = bytes.subspan(1);
        if (auto const begun = begin_when_known(); !begun) return begun;
      }
      if (m_left == 0 && m_file.is_open())
        if (auto const closed = close(); !closed) return closed;
    }
    return {};
  }

  [[nodiscard]] bool is_at_end() const { return m_is_at_end; }

 private:
  Result<> begin_when_known() {
    auto const letters = static_cast<std::size_t>(m_head.front());
    if (letters == 0) {
      m_is_at_end = true;
      return {};
    }
    if (letters > longest_name) return failure("a name in the backup is too long");
    if (m_head.size() < 1 + letters + size_bytes) return {};
    std::string const name(reinterpret_cast<char const*>(m_head.data()) + 1, letters);
    if (std::ranges::count(m_expected, name) != 1 || std::ranges::count(m_taken, name) != 0)
      return failure("the backup holds an unknown file, \"{}\"", name);
    for (std::size_t i = 0; i < size_bytes; ++i)
      m_left |= static_cast<std::uintmax_t>(m_head[1 + letters + i]) << (8 * i);
    if (m_left > greatest_sealed_bytes) return failure("{} in the backup is too large", name);
    m_taken.push_back(name);
    m_head.clear();
    std::error_code absent;
    std::filesystem::remove(m_folder / name, absent);
    auto const made = make_private(m_folder / name);
    if (!made) return tl::unexpected(made.error());
    m_path = *made;
    m_file.open(m_path, std::ios::binary | std::ios::trunc);
    if (!m_file) return failure("cannot open {}", m_path.string());
    return {};
  }

  Result<> close() {
    m_file.close();
    if (!m_file) return failure("cannot write {}", m_path.string());
    m_file.clear();
    return {};
  }

  std::filesystem::path const& m_folder;
  std::vector<std::string> const& m_expected;
  std::vector<std::string> m_taken;
  Bytes m_head;
  std::filesystem::path m_path;
  std::ofstream m_file;
  std::uintmax_t m_left = 0;
  bool m_is_at_end = false;
};

}  // namespace

Result<Guarded> seal_files(std::vector<FileToSeal> const& files, BackupLock const& lock,
                           ByteSink const& sink, TellBytes const& tell) {
  auto const total = size_of(files);
  if (!total) return tl::unexpected(total.error());
  auto closed = close_lock(lock);
  if (!closed) return tl::unexpected(closed.error());
  Head head{.salt = lock.salt, .sealed_key = closed->sealed};
  std::ranges::copy(bytes_of(file_magic), head.magic.begin());
  Stream stream;
  crypto_secretstream_xchacha20poly1305_init_push(&stream, writable(head.stream),
                                                  closed->file_key.get());
  for (auto const part :
       {std::span<std::byte const>(head.magic), std::span<std::byte const>(head.salt),
        std::span<std::byte const>(head.sealed_key), std::span<std::byte const>(head.stream)})
    if (auto const put = sink(part); !put) return tl::unexpected(put.error());
  Sealer sealer(stream, sink);
  Sealed sealed{.total = *total};
  for (auto const& one : files)
    if (auto const put = put_file(sealer, one, sealed, tell); !put)
      return tl::unexpected(put.error());
  constexpr std::array end{std::byte{0}};
  if (auto const put = sealer.put(end); !put) return tl::unexpected(put.error());
  if (auto const finished = sealer.finish(); !finished) return tl::unexpected(finished.error());
  return std::move(closed->file_key);
}

Result<> check_sealed(Guarded const& file_key, ByteSource const& source, TellBytes const& tell) {
  auto const head = read_head(source);
  if (!head) return tl::unexpected(head.error());
  std::uintmax_t done = 0;
  return open_chunks(file_key, *head, source, [&](std::span<std::byte const> bytes) -> Result<> {
    done += bytes.size();
    tell(done, 0);
    return {};
  });
}

Result<CodeFits> open_sealed(std::string_view code, ByteSource const& source,
                             std::filesystem::path const& folder,
                             std::vector<std::string> const& expected) {
  auto const head = read_head(source);
  if (!head) return tl::unexpected(head.error());
  auto const opened = open_lock(head->salt, head->sealed_key, code);
  if (!opened) return tl::unexpected(opened.error());
  if (opened->opened == Opened::No) return CodeFits::No;
  Unpacker unpacker(folder, expected);
  auto const taken =
      open_chunks(opened->file_key, *head, source,
                  [&](std::span<std::byte const> bytes) { return unpacker.take(bytes); });
  if (!taken) return tl::unexpected(taken.error());
  if (!unpacker.is_at_end()) return failure("the backup ends in the middle of a file");
  return CodeFits::Yes;
}

}  // namespace inloop::store
