#pragma once
// What the town hall keeps: the places, the keys that may post for them, and every count event,
// byte for byte. An interface: which database holds it is not known here. Any thread.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/result.h"
#include "sync/report/count_event.h"

namespace inloop::collector {

inline constexpr std::size_t greatest_place_id_bytes = 40;
inline constexpr std::size_t greatest_place_name_bytes = 100;

struct Place {
  std::string id;  // plek
  std::string name;
  std::string since;  // RFC 3339: when it was first added

  bool operator==(Place const&) const = default;
};

// An event on its way in; the hash is that of the bytes.
struct Arrival {
  report::CountEvent event;
  std::string bytes;
  std::string hash;
  std::string received_at;  // RFC 3339 in UTC with Z
};

enum class Verdict {
  Stored,        // new, and durable
  Replayed,      // the same bytes were here already
  OtherBytes,    // this id was here already, with other bytes
  DoublePeriod,  // another event has told of this place, period and kind
};

struct Kept {
  Verdict verdict = Verdict::Stored;
  std::string received_at;  // of the event that is kept; for refusals that of the other one

  bool operator==(Kept const&) const = default;
};

// Empty fields leave everything in.
struct Filter {
  std::string place;
  std::string period;
  std::string subject;

  bool operator==(Filter const&) const = default;
};

struct Slice {
  std::int64_t offset = 0;
  std::int64_t limit = 0;
};

// A kept event without its figures.
struct Release {
  std::string source;
  std::string id;
  std::string hash;
  std::string received_at;
  std::string place;
  std::string period;
  std::string kind;
  std::int64_t sequence = 1;

  bool operator==(Release const&) const = default;
};

struct KeptEvent {
  Release release;
  std::string bytes;

  bool operator==(KeptEvent const&) const = default;
};

// One figure of one kept event.
struct KeptCell {
  std::string place;
  std::string period;
  std::string subject;
  std::string group;
  std::int64_t value = 0;  // raw, may be negative
  report::Epsilon epsilon;

  bool operator==(KeptCell const&) const = default;
};

class CountStore {
 public:
  virtual ~CountStore() = default;

  // Adds a place or renames it, and binds a key to it: `key_hash` is the SHA-256 of a public key,
  // lower-case hex. A place may have several keys: the old one works until it is withdrawn.
  [[nodiscard]] virtual Result<> add_place(Place const& place, std::string_view key_hash) = 0;

  // From now on the key may not send for the place. False: it could not before.
  [[nodiscard]] virtual Result<bool> withdraw_key(std::string_view place,
                                                  std::string_view key_hash) = 0;

  // By id.
  [[nodiscard]] virtual Result<std::vector<Place>> places() = 0;
  [[nodiscard]] virtual Result<bool> is_bound(std::string_view key_hash,
                                              std::string_view place) = 0;

  // Durable when it returns Stored. The place must have been added.
  [[nodiscard]] virtual Result<Kept> keep(Arrival const& arrival) = 0;

  // In the order of arrival.
  [[nodiscard]] virtual Result<std::vector<KeptEvent>> events(Filter const& filter,
                                                              Slice slice) = 0;
  [[nodiscard]] virtual Result<std::int64_t> count_events(Filter const& filter) = 0;

  // By place, period and sequence.
  [[nodiscard]] virtual Result<std::vector<Release>> releases(Filter const& filter) = 0;

  // By place, period and subject, then as they stood in their events; at most `limit`.
  [[nodiscard]] virtual Result<std::vector<KeptCell>> cells(Filter const& filter,
                                                            std::int64_t limit) = 0;
};

}  // namespace inloop::collector
