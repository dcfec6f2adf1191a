#include <nlohmann/json.hpp>

#include "sync/collector/archive.h"

namespace inloop::collector {
namespace {

using Json = nlohmann::ordered_json;

std::string line_of(std::string_view kind, Json content) {
  Json const line{{kind, std::move(content)}};
  // What is not UTF-8 cannot have come in by the interface. Its hash tells the reader of it.
  return line.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

class EventWriter final : public Inspector {
 public:
  explicit EventWriter(std::function<bool(std::string_view)> const& write) : m_write(write) {}

  Result<> see_event(KeptEvent const& event, Area const&, std::span<KeptCell const>) override {
    auto const is_written = m_write(line_of("telling", {{"inhoudshash", event.release.hash},
                                                        {"ontvangenOp", event.release.received_at},
                                                        {"bytes", event.bytes}}));
    if (!is_written) return failure("cannot write");
    return {};
  }
  Result<> see_total(Total const&) override { return {}; }
  Result<> see_district_total(Area const&, Total const&) override { return {}; }

 private:
  std::function<bool(std::string_view)> const& m_write;
};

Result<> write_places(CountStore& store, std::function<bool(std::string_view)> const& write) {
  return store.see_places([&](PlaceState const& state) -> Result<> {
    auto const& place = state.place;
    auto const is_written = write(line_of("plek", {{"id", place.id},
                                                   {"naam", place.name},
                                                   {"sinds", place.since},
                                                   {"gemeente", place.municipality},
                                                   {"wijk", place.district},
                                                   {"geslotenOp", place.retired_at}}));
    if (!is_written) return failure("cannot write");
    return {};
  });
}

Result<> write_keys(CountStore& store, std::function<bool(std::string_view)> const& write) {
  auto const keys = store.keys({});
  if (!keys) return tl::unexpected<Error>(keys.error());
  for (auto const& key : *keys) {
    auto const is_written = write(line_of(
        "sleutel", {{"plek", key.place}, {"hash", key.hash}, {"ingetrokkenOp", key.revoked_at}}));
    if (!is_written) return failure("cannot write");
  }
  return {};
}

}  // namespace

Result<> write_archive(CountStore& store, std::function<bool(std::string_view)> const& write) {
  return write_places(store, write)
      .and_then([&] { return write_keys(store, write); })
      .and_then([&] {
        EventWriter events(write);
        return store.inspect(events);
      });
}

}  // namespace inloop::collector
