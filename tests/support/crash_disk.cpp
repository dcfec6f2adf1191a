#include "tests/support/crash_disk.h"

#include <algorithm>
#include <array>

#include "kiosk/base/assert.h"

namespace inloop::test {

void CrashDisk::fail_at(std::int64_t operation, Fault fault) {
  m_fault = PlannedFault{operation, fault};
}

// Without power everything fails, and nothing that is asked then is an operation.
CrashDisk::Outcome CrashDisk::begin_operation() {
  if (!m_has_power) return Outcome::Error;
  ++m_operations;
  if (!m_fault || m_operations < m_fault->operation) return Outcome::Done;
  auto const is_first = m_operations == m_fault->operation;
  switch (m_fault->fault) {
    case Fault::PowerCut:
      m_has_power = false;
      return Outcome::Error;
    case Fault::ErrorOnce:
      return is_first ? Outcome::Error : Outcome::Done;
    case Fault::ErrorFromThenOn:
      return Outcome::Error;
    case Fault::FullOnce:
      return is_first ? Outcome::Full : Outcome::Done;
    case Fault::FullFromThenOn:
      return Outcome::Full;
  }
  return Outcome::Error;
}

bool CrashDisk::exists(std::string const& name) const {
  auto const found = m_files.find(name);
  return found != m_files.end() && found->second.exists;
}

std::size_t CrashDisk::size(std::string const& name) const {
  return exists(name) ? m_files.at(name).seen.size() : 0;
}

std::string CrashDisk::read(std::string const& name, std::size_t offset, std::size_t bytes) const {
  if (offset >= size(name)) return {};
  return m_files.at(name).seen.substr(offset, bytes);
}

CrashDisk::Outcome CrashDisk::create(std::string const& name) {
  if (exists(name)) return m_has_power ? Outcome::Done : Outcome::Error;
  if (auto const outcome = begin_operation(); outcome != Outcome::Done) return outcome;
  auto& file = m_files[name];
  file.exists = true;
  file.seen.clear();
  // The file of this name that was removed may still be on the platter.
  file.unsynced.push_back({.offset = 0, .bytes = std::nullopt});
  return Outcome::Done;
}

CrashDisk::Outcome CrashDisk::remove(std::string const& name, Folder folder) {
  INLOOP_ASSERT(exists(name));
  auto const outcome = begin_operation();
  if (outcome != Outcome::Done) return outcome;
  auto& file = m_files[name];
  file.exists = false;
  if (folder == Folder::Synced && !is_lied_about(name)) m_files.erase(name);
  return Outcome::Done;
}

CrashDisk::Outcome CrashDisk::write(std::string const& name, std::size_t offset,
                                    std::string_view bytes) {
  auto& file = m_files.at(name);
  auto const had_power = m_has_power;
  auto const outcome = begin_operation();
  // A write during which the power goes may be on its way already.
  if (outcome != Outcome::Done && !(had_power && !m_has_power)) return outcome;
  Change change{.offset = offset, .bytes = std::string(bytes)};
  apply(file.seen, change);
  file.unsynced.push_back(std::move(change));
  return outcome;
}

CrashDisk::Outcome CrashDisk::truncate(std::string const& name, std::size_t size) {
  auto const outcome = begin_operation();
  if (outcome != Outcome::Done) return outcome;
  auto& file = m_files.at(name);
  Change change{.offset = size, .bytes = std::nullopt};
  apply(file.seen, change);
  file.unsynced.push_back(std::move(change));
  return outcome;
}

CrashDisk::Outcome CrashDisk::sync(std::string const& name) {
  auto& file = m_files.at(name);
  auto const outcome = begin_operation();
  if (outcome != Outcome::Done) {
    // The kernel drops what it could not write and calls those pages clean: they are still seen,
    // and no later sync writes them.
    if (m_has_power) settle(file, Fate::Mixed);
    return outcome;
  }
  if (is_lied_about(name)) return Outcome::Done;
  settle(file, Fate::Keep);
  file.exists_on_platter = true;
  return Outcome::Done;
}

void CrashDisk::flip(std::string const& name, std::size_t offset) {
  auto& file = m_files.at(name);
  for (auto* content : {&file.seen, &file.platter})
    if (offset < content->size()) (*content)[offset] = static_cast<char>(~(*content)[offset]);
}

void CrashDisk::restart() {
  // Disks that wrote everything and disks that wrote nothing are common; a throw of the dice for
  // each write alone would hardly ever meet them.
  constexpr std::array fates{Fate::Keep, Fate::Drop, Fate::Mixed, Fate::Mixed};
  auto const fate = fates[random_below(fates.size())];
  for (auto entry = m_files.begin(); entry != m_files.end();) {
    auto& file = entry->second;
    auto const is_certain = file.exists == file.exists_on_platter;
    auto const follows_memory = fate == Fate::Keep || (fate == Fate::Mixed && random_below(2) == 0);
    settle(file, fate);
    if (!is_certain) file.exists_on_platter = follows_memory ? file.exists : !file.exists;
    file.exists = file.exists_on_platter;
    file.seen = file.platter;
    entry = file.exists ? std::next(entry) : m_files.erase(entry);
  }
  m_fault.reset();
  m_has_power = true;
}

bool CrashDisk::is_lied_about(std::string const& name) const {
  return m_lied_about && name.ends_with(*m_lied_about);
}

void CrashDisk::settle(File& file, Fate fate) {
  for (auto const& change : file.unsynced) {
    auto const choice = fate == Fate::Mixed ? random_below(3) : 0;
    if (fate == Fate::Drop || choice == 1) continue;
    if (choice == 2)
      tear(file.platter, change);
    else
      apply(file.platter, change);
  }
  file.unsynced.clear();
}

// Part of the write arrives, not in whole sectors; the rest stays as it was or becomes noise. The
// bytes around it stay: SQLite counts on that much ("powersafe overwrite").
void CrashDisk::tear(std::string& platter, Change const& change) {
  if (!change.bytes || change.bytes->empty()) return;
  auto const from = random_below(change.bytes->size());
  auto const bytes = 1 + random_below(change.bytes->size() - from);
  auto part = change.bytes->substr(from, bytes);
  if (random_below(4) == 0)
    for (auto& byte : part) byte = static_cast<char>(m_random());
  apply(platter, {.offset = change.offset + from, .bytes = std::move(part)});
}

std::size_t CrashDisk::random_below(std::size_t bound) {
  return static_cast<std::size_t>(m_random() % bound);
}

void CrashDisk::apply(std::string& content, Change const& change) {
  if (!change.bytes) {
    content.resize(change.offset);
    return;
  }
  auto const end = change.offset + change.bytes->size();
  if (content.size() < end) content.resize(end);
  std::copy(change.bytes->begin(), change.bytes->end(),
            content.begin() + static_cast<std::ptrdiff_t>(change.offset));
}

}  // namespace inloop::test
