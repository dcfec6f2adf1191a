#include "kiosk/app/host/work.h"

namespace inloop::app::host {

Result<core::host::StoryOutcome> perform(core::host::StoryRequest const&, Desk&) {
  return failure("nothing is asked");
}

}  // namespace inloop::app::host
