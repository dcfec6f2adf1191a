#include "sync/report/receipt.h"

#include <nlohmann/json.hpp>

#include "kiosk/base/embedded.h"
#include "sync/report/count_event_rules.h"
#include "sync/report/schema.h"
#include "sync/report/strict_json.h"

INLOOP_EMBEDDED(ontvangstbewijs_1_0_0_json)

namespace inloop::report {

std::string to_json(Receipt const& receipt) {
  nlohmann::ordered_json const document{
      {"id", receipt.id},
      {"bron", receipt.source},
      {"inhoudshash", receipt.hash},
      {"ontvangenOp", receipt.received_at},
  };
  return document.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

Result<Receipt> receipt_from(std::string_view bytes) {
  static Schema const schema(embedded_ontvangstbewijs_1_0_0_json());
  auto const document = parse_strictly(bytes, greatest_receipt_bytes);
  if (!document) return failure("not a receipt: {}", fmt::join(document.error(), "; "));
  if (auto const objections = schema.objections_to(*document); !objections.empty())
    return failure("not a receipt: {}", fmt::join(objections, "; "));
  Receipt receipt{document->at("id").get<std::string>(), document->at("bron").get<std::string>(),
                  document->at("inhoudshash").get<std::string>(),
                  document->at("ontvangenOp").get<std::string>()};
  if (!is_moment(receipt.received_at)) return failure("not a receipt: its moment does not exist");
  return receipt;
}

}  // namespace inloop::report
