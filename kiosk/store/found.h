#pragma once
// Whether a row that was to be changed was there. Plain value.

namespace inloop::store {

enum class Found { Yes, No };

}  // namespace inloop::store
