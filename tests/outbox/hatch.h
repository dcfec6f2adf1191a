#pragma once
// Real folders with real events for the tests of the hatch.

#include <fstream>
#include <sstream>
#include <string>

#include <fmt/format.h>

#include "sync/outbox/outbox.h"
#include "sync/report/count_event.h"
#include "sync/report/receipt.h"
#include "tests/report/sample_event.h"
#include "tests/support/temporary_folder.h"

namespace inloop::outbox {

// A different id for each number, all of them UUIDs of version 4.
[[nodiscard]] inline std::string id_of(int number) {
  return fmt::format("0b5f3c1e-8f0a-4c7d-9b1e-{:012x}", number);
}

[[nodiscard]] inline std::string event_bytes(std::int64_t sequence, std::string const& id) {
  auto event = report::sample_event();
  event.id = id;
  event.sequence = sequence;
  return report::to_json(event).value();
}

[[nodiscard]] inline std::string receipt_bytes(std::string const& id, std::string_view content,
                                               std::string const& time = "2026-12-04T03:02:17Z") {
  return report::to_json(report::Receipt{id, "urn:nld:kvknr:12345678:systeem:kiosk-1",
                                         report::content_hash(content), time});
}

[[nodiscard]] inline std::string contents(std::filesystem::path const& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  return bytes.str();
}

class Hatch {
 public:
  Hatch() {
    std::filesystem::create_directory(folders.outbox);
    std::filesystem::create_directory(folders.receipts);
  }

  [[nodiscard]] std::filesystem::path new_folder() const { return folders.outbox / "new"; }
  [[nodiscard]] std::filesystem::path sent_folder() const { return folders.outbox / "sent"; }

  [[nodiscard]] Result<> publish(std::int64_t sequence, std::string const& id) const {
    return outbox::publish(folders, sequence, id, event_bytes(sequence, id));
  }

  void put(std::filesystem::path const& file, std::string_view bytes) const {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
  }

 private:
  test::TemporaryFolder m_folder;

 public:
  Folders const folders{m_folder.path() / "outbox", m_folder.path() / "receipts"};
};

}  // namespace inloop::outbox
