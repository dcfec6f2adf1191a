#include "sync/report/health_event.h"

#include <utility>

#include <nlohmann/json.hpp>

#include "kiosk/base/embedded.h"
#include "sync/report/count_event_rules.h"
#include "sync/report/schema.h"
#include "sync/report/strict_json.h"

INLOOP_EMBEDDED(zuilgezondheid_1_0_0_json)

namespace inloop::report {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

Checked<json> read(std::string_view bytes) {
  static Schema const schema(health_event_schema());
  auto document = parse_strictly(bytes, greatest_health_bytes);
  if (!document) return document;
  auto objections = schema.objections_to(*document);
  if (objections.empty()) {
    if (document->at("data").at("plek") != document->at("subject"))
      objections.emplace_back("/data/plek: hier hoort de plek die in subject staat");
    if (!is_moment(document->at("time").get<std::string>()))
      objections.emplace_back("/time: dit moment bestaat niet");
  }
  if (!objections.empty()) return tl::unexpected<Objections>(std::move(objections));
  return document;
}

}  // namespace

std::string_view health_event_schema() {
  return embedded_zuilgezondheid_1_0_0_json();
}

Result<std::string> to_json(HealthEvent const& event) {
  ordered_json data{{"plek", event.place},
                    {"softwareversie", event.software_version},
                    {"wachtendeVrijgaven", event.outbox_events},
                    {"vrijeSchijfruimteMiB", event.disk_free_mib}};
  if (event.clock_skew_s) data["klokafwijkingSeconden"] = *event.clock_skew_s;
  data["kaartlezer"] = event.reader_state;
  ordered_json const document{{"specversion", "1.0"},
                              {"id", event.id},
                              {"source", event.source},
                              {"type", health_event_type},
                              {"subject", event.place},
                              {"time", event.time},
                              {"datacontenttype", "application/json"},
                              {"dataschema", health_event_schema_id},
                              {"data", std::move(data)}};
  auto bytes = document.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
  if (auto const read_back = health_event_from(bytes); !read_back)
    return within("an event that must not be sent", read_back.error());
  return bytes;
}

Result<HealthEvent> health_event_from(std::string_view bytes) {
  auto const document = read(bytes);
  if (!document) return failure("no health event: {}", fmt::join(document.error(), "; "));
  auto const& data = document->at("data");
  HealthEvent event{.id = document->at("id").get<std::string>(),
                    .source = document->at("source").get<std::string>(),
                    .place = document->at("subject").get<std::string>(),
                    .time = document->at("time").get<std::string>(),
                    .software_version = data.at("softwareversie").get<std::string>(),
                    .outbox_events = data.at("wachtendeVrijgaven").get<std::int64_t>(),
                    .disk_free_mib = data.at("vrijeSchijfruimteMiB").get<std::int64_t>(),
                    .clock_skew_s = std::nullopt,
                    .reader_state = data.at("kaartlezer").get<std::string>()};
  if (auto const skew = data.find("klokafwijkingSeconden"); skew != data.end())
    event.clock_skew_s = skew->get<std::int64_t>();
  return event;
}

std::vector<std::string> objections_to_health(std::string_view bytes) {
  auto document = read(bytes);
  return document ? std::vector<std::string>{} : std::move(document.error());
}

}  // namespace inloop::report
