#include "kiosk/app/host/work.h"

namespace inloop::app::host {

Result<core::host::ProgrammeOutcome> perform(core::host::ProgrammeRequest const&, Desk&) {
  return failure("nothing is asked");
}

}  // namespace inloop::app::host
