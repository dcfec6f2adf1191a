#pragma once
// The courier's surroundings as values that a test holds: a clock to turn, random bits from a seed,
// a disk in memory that can fill up, a network that says what it is told to. One thread.

#include <algorithm>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "kiosk/base/clock.h"
#include "kiosk/base/log.h"
#include "kiosk/base/random_source.h"
#include "sync/courier/files.h"
#include "sync/courier/http.h"
#include "sync/courier/letter.h"
#include "sync/courier/worker.h"
#include "sync/report/receipt.h"
#include "tests/report/sample_event.h"

namespace inloop::courier::test {

inline constexpr UtcTime release_night{std::chrono::sys_days{std::chrono::year{2026} / 12 / 4} +
                                       std::chrono::hours{3}};

// Thousands of deliveries need not be told one by one.
class QuietLog {
 public:
  QuietLog() : m_level(spdlog::get_level()) { spdlog::set_level(spdlog::level::off); }
  QuietLog(QuietLog const&) = delete;
  QuietLog& operator=(QuietLog const&) = delete;
  ~QuietLog() { spdlog::set_level(m_level); }

 private:
  spdlog::level::level_enum m_level;
};

class FakeClock final : public Clock {
 public:
  UtcTime now = release_night;

  UtcTime utc() const override { return now; }
  std::int64_t uptime_ms() const override { return now.time_since_epoch().count() * 1000; }
};

class SeededRandom final : public RandomSource {
 public:
  explicit SeededRandom(std::uint64_t seed) : m_engine(seed) {}

  Result<> fill(std::span<std::byte> bytes) override {
    for (auto& byte : bytes) byte = static_cast<std::byte>(m_engine() >> 56U);
    return {};
  }

  // Uniform in 0 .. choices - 1, nearly.
  std::uint64_t below(std::uint64_t choices) { return m_engine() % choices; }

 private:
  std::mt19937_64 m_engine;
};

class BrokenRandom final : public RandomSource {
 public:
  Result<> fill(std::span<std::byte>) override { return failure("no random bits today"); }
};

inline std::string event_id(std::int64_t sequence) {
  return fmt::format("0b5f3c1e-8f0a-4c7d-9b1e-{:012x}", sequence);
}

// The files of a test, each made and checked once: a schema costs milliseconds.
inline std::string event_bytes(std::int64_t sequence) {
  static std::map<std::int64_t, std::string> made;
  auto& bytes = made[sequence];
  if (!bytes.empty()) return bytes;
  auto event = report::sample_event();
  event.sequence = sequence;
  event.id = event_id(sequence);
  return bytes = report::to_json(event).value();
}

inline outbox::EventFile event_file(std::int64_t sequence) {
  return {sequence, event_id(sequence), event_id(sequence)};
}

inline Letter letter(std::int64_t sequence) {
  static std::map<std::int64_t, Letter> made;
  auto const found = made.find(sequence);
  if (found != made.end()) return found->second;
  return made[sequence] = letter_from(event_file(sequence), event_bytes(sequence)).value();
}

inline Result<report::Receipt> remembered_receipt(std::string_view text) {
  static std::map<std::string, Result<report::Receipt>, std::less<>> read;
  auto const found = read.find(text);
  if (found != read.end()) return found->second;
  return read.emplace(text, report::receipt_from(text)).first->second;
}

// Whatever is not one of these files is read in earnest.
inline Result<Letter> remembered_letter(outbox::EventFile const& file, std::string bytes) {
  if (bytes == event_bytes(file.sequence) && file.id == event_id(file.sequence))
    return letter(file.sequence);
  return letter_from(file, std::move(bytes));
}

inline Papers remembering_papers() {
  return {.read_letter = remembered_letter, .read_receipt = remembered_receipt};
}

inline std::string receipt_for(Letter const& sent) {
  return report::to_json(report::Receipt{sent.id, sent.source, sent.hash, "2026-12-04T03:01:00Z"});
}

inline Response answer_of(int status, std::string content_type, std::string body) {
  return {.status = status,
          .content_type = std::move(content_type),
          .retry_after = {},
          .date = {},
          .body = std::move(body)};
}

inline Response good_answer(Letter const& sent) {
  return answer_of(201, "application/json", receipt_for(sent));
}

// A disk whose writes are durable at once, or refused.
class MemoryFiles final : public Files {
 public:
  std::map<std::int64_t, std::string> events;  // what lies in outbox/new, by sequence
  std::vector<std::string> foreign;
  std::map<std::string, std::string> receipts;
  std::set<std::string> unreadable_receipts;
  std::optional<std::string> state;
  std::optional<std::string> damaged_state;
  bool is_full = false;
  int state_writes = 0;
  std::function<void()> before_write = [] {};  // may throw: the power goes

  void add(std::int64_t sequence) { events[sequence] = event_bytes(sequence); }

  Result<outbox::Listing> list_new() override {
    outbox::Listing listing;
    for (auto const& [sequence, bytes] : events) listing.events.push_back(event_file(sequence));
    listing.foreign = foreign;
    return listing;
  }

  Result<std::string> read_event(outbox::EventFile const& event) override {
    auto const found = events.find(event.sequence);
    if (found == events.end()) return failure("there is no such event");
    return found->second;
  }

  Result<bool> has_receipt(std::string_view id) override {
    if (unreadable_receipts.contains(std::string(id))) return failure("the receipt is damaged");
    return receipts.contains(std::string(id));
  }

  Result<> write_receipt(std::string_view id, std::string_view receipt) override {
    before_write();
    if (is_full) return failure("the disk is full");
    receipts.emplace(id, receipt);
    return {};
  }

  Result<> write_state(std::string_view text) override {
    before_write();
    if (is_full) return failure("the disk is full");
    ++state_writes;
    state = text;
    return {};
  }

  Result<std::optional<std::string>> read_state() override { return state; }

  Result<> set_state_aside() override {
    damaged_state = std::exchange(state, std::nullopt);
    return {};
  }
};

// Answers each request as `answer` says and remembers what was sent.
class FakeHttp final : public Http {
 public:
  std::function<HttpOutcome(Letter const&)> answer = good_answer;
  std::vector<Letter> sent;

  HttpOutcome post(Request const& request) override {
    // Which event it is stands in it, and these tests send only events of their own.
    auto const event = nlohmann::json::parse(request.body);
    sent.push_back(letter(std::stoll(event.at("sequence").get<std::string>())));
    if (sent.back().bytes != request.body) throw std::logic_error("other bytes were sent");
    return answer(sent.back());
  }
};

}  // namespace inloop::courier::test
