#include "kiosk/app/host/work.h"

namespace inloop::app::host {

Result<core::host::TodayOutcome> perform(core::host::TodayRequest const&, Desk&) {
  return failure("nothing is asked");
}

}  // namespace inloop::app::host
