#pragma once
// The audit trail: which host did what, and when, without anything of visitors. It only grows; each
// row is chained to the one before it by a keyed hash, so that one that was changed, put in or
// taken out shows. It cannot show that its newest rows were cut off. Store thread.
//
// All of it needs the hosts' key (pin_vault.h) in Options::pins, and fails without.

#include <cstdint>
#include <optional>
#include <vector>

#include "kiosk/base/result.h"
#include "kiosk/core/acts.h"
#include "kiosk/store/store.h"

namespace inloop::store {

inline constexpr int audit_kept_years = 2;
inline constexpr int most_audit_rows_read = 500;

using AuditId = std::int64_t;

struct AuditRow {
  AuditId id = 0;
  core::host::Deed deed;

  bool operator==(AuditRow const&) const = default;
};

// Durable when it returns.
[[nodiscard]] Result<> note(Store& store, core::host::Deed const& deed);

// Newest first; `before` an id goes on with older ones. At most most_audit_rows_read.
[[nodiscard]] Result<std::vector<AuditRow>> audit_rows(Store& store, std::optional<AuditId> before,
                                                       int most);

// The first row whose link does not follow from what stands before it; nothing: the trail is whole.
[[nodiscard]] Result<std::optional<AuditId>> first_broken_link(Store& store);

// What is older than audit_kept_years goes. The last row never does.
[[nodiscard]] Result<> forget_old_deeds(Store& store, core::Date today);

}  // namespace inloop::store
