#pragma once
// What the town hall keeps: the places, the keys that may post for them, every count event byte for
// byte, and the latest health of each kiosk. An interface: which database holds it is not known
// here. Any thread.

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/base/result.h"
#include "sync/report/count_event.h"

namespace inloop::collector {

inline constexpr std::size_t greatest_place_id_bytes = 40;
inline constexpr std::size_t greatest_place_name_bytes = 100;
inline constexpr std::size_t greatest_area_name_bytes = 60;

struct Place {
  std::string id;  // plek
  std::string name;
  std::string since;         // RFC 3339: when it was first added
  std::string municipality;  // gemeente; may be empty
  std::string district;      // wijk, a name within its municipality; may be empty
  std::string retired_at;    // RFC 3339; empty: it is open. A closed place is missing in no month.

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

// Who may, or once might, send for a place.
struct PlaceKey {
  std::string place;
  std::string hash;
  std::string revoked_at;  // RFC 3339; empty: it may send

  bool operator==(PlaceKey const&) const = default;
};

enum class Binding {
  Bound,    // the key may post for the place, from now on or as before
  Revoked,  // it was revoked for this place: what may be in other hands is never bound again
};

// Which places a question is about: all when both are empty, a whole municipality when only the
// district is.
struct Area {
  std::string municipality;
  std::string district;

  bool operator==(Area const&) const = default;
};

// Empty fields leave everything in.
struct Filter {
  std::string place;
  Area area;
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

// Cells of the places of an area, added up while they came in, so that reading them costs the same
// whether there are fifty places or five thousand. Cells of different epsilon are apart.
struct Total {
  std::string period;
  std::string subject;
  std::string group;  // empty: the whole table
  report::Epsilon epsilon;
  std::int64_t cells = 0;
  std::int64_t places = 0;  // whose regular release had it
  std::int64_t value = 0;   // raw, may be negative

  bool operator==(Total const&) const = default;
};

enum class Detail { Tables, Groups };  // the whole tables alone, or their groups as well

// Empty texts leave everything in; both months are included.
struct TotalFilter {
  Area area;
  std::string first_period;
  std::string last_period;
  std::string subject;
  Detail detail = Detail::Groups;
};

// How many places told or should have told of the months from first to last.
struct Lifetime {
  std::string first_period;  // the first that it told of, else the one it was added in
  std::string last_period;   // the one it was closed in; empty: still open
  std::int64_t places = 0;

  bool operator==(Lifetime const&) const = default;
};

// What a kiosk last said of itself; nothing in it is about visitors.
struct KioskHealth {
  std::string place;
  std::string source;
  std::string time;         // RFC 3339, by the kiosk's clock
  std::string received_at;  // RFC 3339, by ours
  std::string software_version;
  std::int64_t outbox_events = 0;  // releases that wait to be sent
  std::int64_t disk_free_mib = 0;
  std::int64_t clock_skew_s = 0;  // positive: the kiosk is ahead
  std::string reader_state;

  bool operator==(KioskHealth const&) const = default;
};

struct PlaceFilter {
  std::string place;  // only this one
  Area area;
  std::string silent_since;  // only open places that have told of no month from this one on
  std::string open_in;       // only places that were there in this month
  std::string search;        // only names with this in them; case is told apart beyond ASCII only
};

struct PlaceState {
  Place place;
  std::string first_period;      // of its regular releases; empty: none came
  std::string last_period;       // of its regular releases; empty: none came
  std::string last_received_at;  // of any release
  std::optional<KioskHealth> health;

  bool operator==(PlaceState const&) const = default;
};

// A district that has places, and how many of them are open.
struct District {
  Area area;
  std::int64_t open_places = 0;

  bool operator==(District const&) const = default;
};

enum class Order { ByName, LargestFirst };  // by their raw values; who has none stands last

// One figure of one month, to put places or districts side by side.
struct Ranking {
  std::string period;
  std::string compared_with;  // another month whose figure comes along
  std::string subject;
  std::string group;  // empty: the whole table
  Order order = Order::ByName;
};

// Of both months of a ranking; cells of different epsilon are apart.
struct RankedPlace {
  PlaceState state;
  std::vector<Total> totals;

  bool operator==(RankedPlace const&) const = default;
};

struct RankedDistrict {
  Area area;
  std::int64_t expected_places = 0;  // that fit the filter
  std::vector<Total> totals;

  bool operator==(RankedDistrict const&) const = default;
};

// Is shown everything that is kept, as it stood at one moment. What it returns ends the showing.
class Inspector {
 public:
  virtual ~Inspector() = default;
  // In the order of arrival; `area` is that of its place, `cells` as they are kept beside it.
  [[nodiscard]] virtual Result<> see_event(KeptEvent const& event, Area const& area,
                                           std::span<KeptCell const> cells) = 0;
  // After all events: over all places, and then district by district.
  [[nodiscard]] virtual Result<> see_total(Total const& total) = 0;
  [[nodiscard]] virtual Result<> see_district_total(Area const& district, Total const& total) = 0;
};

class CountStore {
 public:
  virtual ~CountStore() = default;

  // Adds a place, or changes all of it but the day since when it is here.
  [[nodiscard]] virtual Result<> save_place(Place const& place) = 0;

  // `key_hash` is the SHA-256 of a public key, lower-case hex. A place may have several keys, and a
  // key several places.
  [[nodiscard]] virtual Result<Binding> bind_key(std::string_view place,
                                                 std::string_view key_hash) = 0;

  // From now on the key may not send; an empty place means for none at all. False: it could not.
  [[nodiscard]] virtual Result<bool> revoke_key(std::string_view place, std::string_view key_hash,
                                                std::string_view revoked_at) = 0;
  [[nodiscard]] virtual Result<bool> is_bound(std::string_view key_hash,
                                              std::string_view place) = 0;
  // By place and hash, revoked ones included; an empty place means of all.
  [[nodiscard]] virtual Result<std::vector<PlaceKey>> keys(std::string_view place) = 0;

  // By id.
  [[nodiscard]] virtual Result<std::vector<PlaceState>> states(PlaceFilter const& filter,
                                                               Slice slice) = 0;
  [[nodiscard]] virtual Result<std::int64_t> count_places(PlaceFilter const& filter) = 0;
  // By municipality and name.
  [[nodiscard]] virtual Result<std::vector<District>> districts() = 0;
  [[nodiscard]] virtual Result<std::vector<Lifetime>> lifetimes(Area const& area) = 0;

  // Durable when it returns Stored. The place must have been added.
  [[nodiscard]] virtual Result<Kept> keep(Arrival const& arrival) = 0;
  // Only what came last of each place: a clock that was wrong for a day must not hide what comes
  // after. Replayed: it is what is kept already.
  [[nodiscard]] virtual Result<Verdict> keep_health(KioskHealth const& health) = 0;

  // In the order of arrival.
  [[nodiscard]] virtual Result<std::vector<KeptEvent>> events(Filter const& filter,
                                                              Slice slice) = 0;
  [[nodiscard]] virtual Result<std::int64_t> count_events(Filter const& filter) = 0;

  // By place, period and sequence.
  [[nodiscard]] virtual Result<std::vector<Release>> releases(Filter const& filter) = 0;
  // All releases of the sources that have told of this place: a gap in their numbers is seen only
  // in all of them.
  [[nodiscard]] virtual Result<std::vector<Release>> releases_around(std::string_view place) = 0;

  // By place, period and subject, then as they stood in their events; at most `limit`.
  [[nodiscard]] virtual Result<std::vector<KeptCell>> cells(Filter const& filter,
                                                            std::int64_t limit) = 0;
  // By period and subject, the whole table first, then its groups as they stand in events.
  [[nodiscard]] virtual Result<std::vector<Total>> totals(TotalFilter const& filter) = 0;

  // Places and districts side by side. What a slice costs follows from its length, but for sorting
  // by value, which looks at every place or district of the filter.
  [[nodiscard]] virtual Result<std::vector<RankedPlace>> ranked_places(PlaceFilter const& filter,
                                                                       Ranking const& ranking,
                                                                       Slice slice) = 0;
  // Only places that lie in a district.
  [[nodiscard]] virtual Result<std::vector<RankedDistrict>> ranked_districts(
      PlaceFilter const& filter, Ranking const& ranking, Slice slice) = 0;
  [[nodiscard]] virtual Result<std::int64_t> count_districts(PlaceFilter const& filter) = 0;

  [[nodiscard]] virtual Result<> inspect(Inspector& inspector) = 0;

  // Shows every place, by id, a thousand at a time; what `see` returns ends it.
  [[nodiscard]] Result<> see_places(std::function<Result<>(PlaceState const&)> const& see);
  // Every place, by id: more than a page of them is for those who need them all.
  [[nodiscard]] Result<std::vector<Place>> places();
  // A place with its first key.
  [[nodiscard]] Result<> add_place(Place const& place, std::string_view key_hash);
};

}  // namespace inloop::collector
