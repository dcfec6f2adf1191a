#pragma once
// One day of the kiosk's store as a list of steps, and what the store must hold after each: the
// model that a disk with faults is held to. One thread.

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "kiosk/store/store.h"

namespace inloop::test {

struct KeptVisit {
  std::string date;
  std::optional<int> minute;
  core::Party party;
  std::string first_time;

  bool operator==(KeptVisit const&) const = default;
};

// Everything in the file, read past the store with plain SQL.
struct Kept {
  std::map<core::VisitId, KeptVisit> visits;
  std::set<std::string> closed;                  // "2026-10"
  std::set<std::string> ledger;                  // "2026-10 bezoeken"
  std::map<std::int64_t, std::string> releases;  // sequence: "2026-10 <id> <bytes> <receipt>"

  bool operator==(Kept const&) const = default;
};

struct Step {
  enum class Kind { Add, Amend, Undo, Forget, Close, Receipt, Checkpoint, Reopen };

  Kind kind = Kind::Add;
  core::VisitId visit = 0;    // of Amend and Undo; the number that Add will get
  core::Visit value;          // of Add; its party and answer also of Amend
  core::Period period{};      // of Close
  std::int64_t sequence = 0;  // of Close and Receipt
};

// The same seed makes the same day: check-ins above all, with answers, parties and mistakes after
// them, one month closed and receipted, the log emptied, the program restarted.
[[nodiscard]] std::vector<Step> day_of_taps(std::uint64_t seed);

[[nodiscard]] Kept after(Kept kept, Step const& step);

// What is in the file; nothing when there is no schema yet. `vfs` names the file's own.
[[nodiscard]] Kept read_kept(std::string const& file, std::string const& vfs);

// The store as a machine that can fail at any moment: its acknowledged steps and the one that was
// under way.
class Machine {
 public:
  explicit Machine(std::string vfs) : m_vfs(std::move(vfs)) {}

  static inline std::string const file = "/kiosk.db";

  [[nodiscard]] Result<> open();
  void stop() { m_store.reset(); }
  [[nodiscard]] Result<> perform(Step const& step);

  // Opens and performs until the first failure; true when the day came to its end.
  [[nodiscard]] bool run(std::vector<Step> const& day);

  [[nodiscard]] store::Store& store() { return *m_store; }
  [[nodiscard]] Kept const& acknowledged() const { return m_acknowledged; }

  // What may be in the file: what was acknowledged, with or without the step under way.
  [[nodiscard]] bool allows(Kept const& found) const;

 private:
  [[nodiscard]] Result<> ask(Step const& step);

  std::string m_vfs;
  std::optional<store::Store> m_store;
  Kept m_acknowledged;
  std::optional<Step> m_under_way;
};

}  // namespace inloop::test
