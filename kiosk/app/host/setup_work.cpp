#include "kiosk/app/host/work.h"

namespace inloop::app::host {

Result<core::host::SetupOutcome> perform(core::host::SetupRequest const&, Desk&) {
  return failure("nothing is asked");
}

}  // namespace inloop::app::host
