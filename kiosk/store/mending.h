#pragma once
// Opens the store even where its file is damaged, foreign or gone: that file is moved aside and the
// newest good backup takes its place. Never touches a file that is in use, or written by a newer
// version, or that only cannot be read now. Store thread.

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "kiosk/base/result.h"
#include "kiosk/core/time.h"
#include "kiosk/store/store.h"

namespace inloop::store {

enum class LossCause { Damage, PutBackByHost };

// What the host must be told: visits after the restored backup are not there any more.
struct Loss {
  LossCause cause = LossCause::Damage;
  std::string reason;                      // also what else went wrong, such as a backup not taken
  std::filesystem::path moved_to;          // empty when there was no file at all
  std::optional<int> restored_generation;  // nothing: no good backup, an empty file was begun
  std::optional<core::Date> last_visit;    // the newest that is still there

  bool operator==(Loss const&) const = default;
};

struct Mended {
  Store store;
  // When set, take every event of the outbox in with Store::adopt_release before closing anything:
  // the restored file may not know that they were drawn.
  std::optional<Loss> loss;
};

// `backups` is the folder that Store::back_up writes to; `stamp` names what is moved aside (see
// move_aside.h). Works on the operating system's own files only: `options.vfs` is empty.
[[nodiscard]] Result<Mended> open_or_mend(Options const& options,
                                          std::filesystem::path const& backups,
                                          std::string_view stamp);

}  // namespace inloop::store
