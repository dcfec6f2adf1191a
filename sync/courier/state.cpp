#include "sync/courier/state.h"

#include <nlohmann/json.hpp>

#include "sync/outbox/outbox.h"

namespace inloop::courier {
namespace {

using Json = nlohmann::ordered_json;

// What a clock of ours can say: seconds since 1970, up to the year 9999.
constexpr std::int64_t greatest_time_s = 253'402'300'799;

template <class T>
void put(Json& object, char const* key, std::optional<T> const& value) {
  if (value) object[key] = *value;
}

std::optional<std::int64_t> seconds_of(std::optional<UtcTime> const& time) {
  if (!time) return std::nullopt;
  return time->time_since_epoch().count();
}

// Reads the members of one object. A member that is absent is nothing; one that is wrong is noted,
// and the whole text is refused in the end.
class Members {
 public:
  explicit Members(Json const& object) : m_object(object), m_is_sound(object.is_object()) {}

  std::optional<std::int64_t> number(char const* key, std::int64_t least, std::int64_t greatest) {
    auto const* const value = find(key);
    if (value == nullptr) return std::nullopt;
    if (!value->is_number_integer()) return refuse<std::int64_t>();
    auto const number = value->get<std::int64_t>();
    if (number < least || number > greatest) return refuse<std::int64_t>();
    return number;
  }

  std::optional<UtcTime> time(char const* key) {
    auto const since_epoch = number(key, 0, greatest_time_s);
    if (!since_epoch) return std::nullopt;
    return UtcTime(seconds{*since_epoch});
  }

  std::optional<std::string> text(char const* key) {
    auto const* const value = find(key);
    if (value == nullptr) return std::nullopt;
    if (!value->is_string()) return refuse<std::string>();
    auto text = value->get<std::string>();
    if (text.size() > longest_cause_bytes) return refuse<std::string>();
    return text;
  }

  [[nodiscard]] Json const* find(char const* key) const {
    if (!m_object.is_object()) return nullptr;
    auto const found = m_object.find(key);
    return found == m_object.end() ? nullptr : &*found;
  }

  [[nodiscard]] bool is_sound() const { return m_is_sound; }

 private:
  template <class T>
  std::optional<T> refuse() {
    m_is_sound = false;
    return std::nullopt;
  }

  Json const& m_object;
  bool m_is_sound;
};

constexpr std::int64_t greatest_sequence = std::int64_t{1} << 53U;
constexpr std::int64_t greatest_skew_s = greatest_time_s;

std::optional<Known> known_from(Json const& object) {
  Members members(object);
  auto const sequence = members.number("sequence", 1, greatest_sequence);
  auto id = members.text("id");
  auto const first_seen = members.time("first_seen");
  auto parked = members.text("parked");
  if (!members.is_sound() || !sequence || !id || !first_seen) return std::nullopt;
  return Known{*sequence, *std::move(id), *first_seen, std::move(parked)};
}

std::optional<LastDelivery> last_delivery_from(Json const& object) {
  Members members(object);
  auto const time = members.time("time");
  auto const sequence = members.number("sequence", 1, greatest_sequence);
  auto id = members.text("id");
  if (!members.is_sound() || !time || !sequence || !id) return std::nullopt;
  return LastDelivery{*time, *sequence, *std::move(id)};
}

}  // namespace

std::string to_json(State const& state) {
  Json text{{"version", 1}, {"failures", state.attempts.failures}};
  put(text, "last_attempt", seconds_of(state.attempts.last));
  put(text, "not_before", seconds_of(state.attempts.not_before));
  put(text, "start_not_before", seconds_of(state.start_not_before));
  text["last_tried"] = state.last_tried;
  put(text, "held", state.held);
  put(text, "last_cause", state.last_cause);
  if (state.clock_skew) text["clock_skew_s"] = state.clock_skew->count();
  if (auto const& last = state.last_delivery)
    text["last_delivery"] = {{"time", last->time.time_since_epoch().count()},
                             {"sequence", last->sequence},
                             {"id", last->id}};
  text["known"] = Json::array();
  for (auto const& one : state.known) {
    Json entry{{"sequence", one.sequence},
               {"id", one.id},
               {"first_seen", one.first_seen.time_since_epoch().count()}};
    put(entry, "parked", one.parked);
    text["known"].push_back(std::move(entry));
  }
  return text.dump(1) + '\n';
}

Result<State> state_from(std::string_view json) {
  if (json.size() > greatest_state_bytes) return failure("the state is too large");
  auto const text = Json::parse(json, nullptr, false);
  Members members(text);
  if (members.number("version", 1, 1) != 1) return failure("the state is not of this version");

  State state;
  state.attempts.failures = members.number("failures", 0, greatest_sequence).value_or(0);
  state.attempts.last = members.time("last_attempt");
  state.attempts.not_before = members.time("not_before");
  state.start_not_before = members.time("start_not_before");
  state.last_tried = members.number("last_tried", 0, greatest_sequence).value_or(0);
  state.held = members.text("held");
  state.last_cause = members.text("last_cause");
  if (auto const skew = members.number("clock_skew_s", -greatest_skew_s, greatest_skew_s))
    state.clock_skew = seconds{*skew};
  if (auto const* const last = members.find("last_delivery")) {
    state.last_delivery = last_delivery_from(*last);
    if (!state.last_delivery) return failure("the state's last delivery is damaged");
  }
  auto const* const known = members.find("known");
  if (!members.is_sound() || known == nullptr || !known->is_array() ||
      known->size() > outbox::most_events)
    return failure("the state is damaged");
  for (auto const& entry : *known) {
    auto one = known_from(entry);
    if (!one) return failure("an event of the state is damaged");
    state.known.push_back(*std::move(one));
  }
  return state;
}

}  // namespace inloop::courier
