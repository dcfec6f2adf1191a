#include "sync/collector/place_commands.h"

#include <algorithm>
#include <cstdlib>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "kiosk/base/clock.h"
#include "sync/collector/client_key.h"
#include "sync/collector/commands.h"
#include "sync/collector/fleet.h"
#include "sync/collector/query.h"
#include "sync/collector/timestamp.h"

namespace inloop::collector {
namespace {

constexpr std::size_t hash_digits = 64;

// The JSON library knows: what is not UTF-8 it either replaces or leaves out.
bool is_utf8(std::string_view text) {
  using Json = nlohmann::json;
  Json const json(text);
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) ==
         json.dump(-1, ' ', false, Json::error_handler_t::ignore);
}

bool is_line(std::string_view text, std::size_t longest) {
  return text.size() <= longest && text.find_first_of("\r\n\t") == std::string_view::npos &&
         is_utf8(text);
}

Result<> check(PlaceToAdd const& place) {
  if (!is_place_id(place.id))
    return failure("a place's id is small letters, digits and hyphens, at most {}",
                   greatest_place_id_bytes);
  if (place.name.empty() || !is_line(place.name, greatest_place_name_bytes))
    return failure("a place's name is one line of UTF-8, at most {} bytes",
                   greatest_place_name_bytes);
  for (auto const& name : {place.municipality, place.district})
    if (!is_line(name.value_or(""), greatest_area_name_bytes))
      return failure("a municipality or district is one line of UTF-8, at most {} bytes",
                     greatest_area_name_bytes);
  return {};
}

Result<std::optional<Place>> known_place(CountStore& store, std::string const& id) {
  auto const states = store.states({.place = id}, {.offset = 0, .limit = 1});
  if (!states) return tl::unexpected<Error>(states.error());
  if (states->empty()) return std::nullopt;
  return states->front().place;
}

Result<Place> place_named(CountStore& store, std::string const& id) {
  auto const known = known_place(store, id);
  if (!known) return tl::unexpected<Error>(known.error());
  if (!*known)
    return failure("there is no place {}: \"place list\" shows them, \"place add\" makes one", id);
  return **known;
}

Result<std::string> hash_of(KeyToChange const& key) {
  if (!key.certificate.empty()) return key_hash_of_file(key.certificate);
  bool const is_hash = key.hash.size() == hash_digits &&
                       key.hash.find_first_not_of("0123456789abcdef") == std::string::npos;
  if (!is_hash)
    return failure("give --certificate FILE, or --key with what \"certificate list\" shows");
  return key.hash;
}

Result<> bind_hash(CountStore& store, std::string const& place, std::string const& hash) {
  auto const bound = store.bind_key(place, hash);
  if (!bound) return tl::unexpected<Error>(bound.error());
  if (*bound == Binding::Revoked)
    return failure(
        "this key was revoked for {} and may be in other hands: make a new key for the kiosk, and "
        "bind its certificate",
        place);
  fmt::print("{} may be posted for with the key {}\n", place, hash);
  fmt::print("A certificate that is renewed on the same key keeps working.\n");
  return {};
}

Result<> add(CountStore& store, PlaceToAdd const& to_add, std::string_view now) {
  auto const known = known_place(store, to_add.id);
  if (!known) return tl::unexpected<Error>(known.error());
  Place place = known->value_or(Place{.id = to_add.id, .name = {}, .since = std::string(now)});
  place.name = to_add.name;
  place.retired_at.clear();
  place.municipality = to_add.municipality.value_or(place.municipality);
  place.district = to_add.district.value_or(place.district);
  return store.save_place(place);
}

int exit_code(Result<> const& done) {
  return done ? EXIT_SUCCESS : failed(done.error());
}

}  // namespace

int add_place(Settings const& settings, PlaceToAdd const& to_add) {
  if (auto const good = check(to_add); !good) return failed(good.error());
  std::string hash;
  if (!to_add.certificate.empty()) {
    auto read = key_hash_of_file(to_add.certificate);
    if (!read) return failed(read.error());
    hash = *std::move(read);
  }
  auto const store = open_store(settings.store);
  if (!store) return failed(store.error());
  auto const added = add(**store, to_add, timestamp(system_clock().utc()));
  if (!added) return failed(added.error());
  if (!hash.empty()) return exit_code(bind_hash(**store, to_add.id, hash));
  fmt::print("{} is known; \"certificate bind\" lets a kiosk send for it\n", to_add.id);
  return EXIT_SUCCESS;
}

int retire_place(Settings const& settings, std::string const& id) {
  auto const store = open_store(settings.store);
  if (!store) return failed(store.error());
  auto place = place_named(**store, id);
  if (!place) return failed(place.error());
  if (!place->retired_at.empty())
    return failed({fmt::format("{} was closed on {} already", id, place->retired_at)});
  place->retired_at = timestamp(system_clock().utc());
  if (auto const saved = (*store)->save_place(*place); !saved) return failed(saved.error());
  fmt::print(
      "{} is closed; its figures stay. \"certificate revoke\" once its kiosk has sent all.\n", id);
  return EXIT_SUCCESS;
}

int list_places(Settings const& settings) {
  auto const store = open_store(settings.store);
  if (!store) return failed(store.error());
  auto const seen = (*store)->see_places([](PlaceState const& state) -> Result<> {
    auto const& place = state.place;
    fmt::print("{}\t{}\t{}\t{}\t{}\t{}\t{}\n", place.id, place.name, place.since,
               place.municipality, place.district, state.last_period, place.retired_at);
    return {};
  });
  return seen ? EXIT_SUCCESS : failed(seen.error());
}

int print_fleet(Settings const& settings) {
  auto const store = open_store(settings.store);
  if (!store) return failed(store.error());
  auto const table = fleet_table(**store, system_clock().utc());
  if (!table) return failed(table.error());
  fmt::print("{}", *table);
  return EXIT_SUCCESS;
}

int bind_certificate(Settings const& settings, KeyToChange const& key) {
  auto const hash = hash_of(key);
  if (!hash) return failed(hash.error());
  auto const store = open_store(settings.store);
  if (!store) return failed(store.error());
  auto const place = place_named(**store, key.place);
  if (!place) return failed(place.error());
  return exit_code(bind_hash(**store, key.place, *hash));
}

int revoke_certificate(Settings const& settings, KeyToChange const& key) {
  auto const hash = hash_of(key);
  if (!hash) return failed(hash.error());
  auto const store = open_store(settings.store);
  if (!store) return failed(store.error());
  auto const revoked = (*store)->revoke_key(key.place, *hash, timestamp(system_clock().utc()));
  if (!revoked) return failed(revoked.error());
  std::string const where = key.place.empty() ? "any place" : key.place;
  if (!*revoked)
    return failed({fmt::format(
        "the key {} could not send for {} anyway: \"certificate list\" shows which can", *hash,
        where)});
  fmt::print("{} may no longer be posted for with the key {}\n", where, *hash);
  return EXIT_SUCCESS;
}

int list_keys(Settings const& settings, std::string const& place) {
  auto const store = open_store(settings.store);
  if (!store) return failed(store.error());
  auto const keys = (*store)->keys(place);
  if (!keys) return failed(keys.error());
  for (auto const& key : *keys) fmt::print("{}\t{}\t{}\n", key.place, key.hash, key.revoked_at);
  return EXIT_SUCCESS;
}

}  // namespace inloop::collector
