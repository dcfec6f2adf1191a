#include "kiosk/app/host/work.h"

namespace inloop::app::host {

Result<core::host::CountsOutcome> perform(core::host::CountsRequest const&, Desk&) {
  return failure("nothing is asked");
}

}  // namespace inloop::app::host
