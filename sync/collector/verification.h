#pragma once
// Does a count store hold what came in? Every hash is computed again from the bytes, every cell
// read from them again, and every total added up again. One thread.

#include <cstdint>
#include <functional>
#include <string_view>

#include "sync/collector/count_store.h"

namespace inloop::collector {

struct VerificationReport {
  std::int64_t events = 0;
  std::int64_t totals = 0;
  std::int64_t differences = 0;

  bool operator==(VerificationReport const&) const = default;
};

// `differs` is told each difference in words. Fails only when the store cannot be read.
[[nodiscard]] Result<VerificationReport> verify(
    CountStore& store, std::function<void(std::string_view)> const& differs);

}  // namespace inloop::collector
