#include <charconv>
#include <future>
#include <optional>
#include <variant>

#include "kiosk/app/host/backup_files.h"
#include "kiosk/app/host/export_data.h"
#include "kiosk/app/host/files.h"
#include "kiosk/app/host/glass_settings.h"
#include "kiosk/app/host/programme_agenda.h"
#include "kiosk/app/host/sticks.h"
#include "kiosk/app/host/work.h"
#include "kiosk/base/log.h"
#include "kiosk/core/periods.h"
#include "kiosk/store/audit.h"
#include "kiosk/store/hosts.h"
#include "kiosk/store/kept_backup_lock.h"
#include "kiosk/store/release_log.h"
#include "sync/report/receipt.h"

namespace inloop::app::host {
namespace {

using namespace core::host;
using Answer = Result<SetupOutcome>;

Answer told(StickFailure const& failure) {
  log::error("the stick: {}", failure.error.what);
  return SetupOutcome{StickFailed{failure.trouble}};
}

// The day at the start of an RFC 3339 moment: "2026-12-04T03:00:12Z".
std::optional<core::Date> date_in(std::string_view moment) {
  constexpr std::size_t month_characters = 7;
  constexpr std::size_t day_at = 8;
  auto const month = core::period_from(moment.substr(0, month_characters));
  if (!month || moment.size() < day_at + 2) return std::nullopt;
  unsigned day = 0;
  std::from_chars(moment.data() + day_at, moment.data() + day_at + 2, day);
  core::Date const date = *month / std::chrono::day{day};
  return date.ok() ? std::optional(date) : std::nullopt;
}

struct SetupWork {
  Desk& desk;
  SetupRequest const& request;

  [[nodiscard]] Deed deed_of(Act act) const {
    return {.when = request.now.local, .host = request.host, .act = act, .about = {}};
  }

  Result<> note(Act act) const {
    return desk.with_store([&](store::Store& store) { return store::note(store, deed_of(act)); });
  }

  // What was done stands; that it could not be noted is for the log.
  void noted(Act act) const {
    if (auto const done = note(act); !done) log::error("the audit trail: {}", done.error().what);
  }

  template <class Change>
  Result<> change_settings(Change const& change) const {
    auto const file = glass_settings_file(desk.parts().config);
    // A file that cannot be understood is not kept alive: what the host says now is what counts.
    auto kept = read_glass_settings(file).value_or(KeptSettings{});
    change(kept);
    if (auto const written = keep_glass_settings(file, kept); !written) return written;
    noted(Act::SettingChanged);
    return {};
  }

  Answer operator()(KeepSettings const& keep) const {
    auto const changed = change_settings([&](KeptSettings& kept) { kept.glass = keep.settings; });
    if (!changed) return tl::unexpected(changed.error());
    return SetupOutcome{SettingsKept{keep.settings}};
  }

  Answer operator()(KeepDiagonal const& keep) const {
    auto const changed =
        change_settings([&](KeptSettings& kept) { kept.diagonal_mm = keep.diagonal_mm; });
    if (!changed) return tl::unexpected(changed.error());
    return SetupOutcome{SizeKept{}};
  }

  Answer operator()(PrintTest const& test) const {
    auto* const printer = desk.parts().printer;
    if (printer == nullptr) return SetupOutcome{TestPrinted{Printed::No}};
    auto const& words = desk.parts().words(test.language);
    paper::Slip const slip{
        .picture = "🖨️",
        .title = words.text("The printer works."),
        .lines = {{.picture = "🏠", .text = desk.parts().config.settings.place_name}},
        .qr_text = {},
        .direction = core::facts(test.language).direction};
    auto const promise = std::make_shared<std::promise<Result<>>>();
    printer->print(slip, [promise](Result<> const& done) { promise->set_value(done); });
    auto const done = promise->get_future().get();
    if (!done) log::warn("the test slip: {}", done.error().what);
    return SetupOutcome{TestPrinted{done ? Printed::Yes : Printed::No}};
  }

  // The lock that is kept, or one made of the code; nothing where a code is needed, or another.
  Result<std::optional<store::BackupLock>> lock_for(std::optional<std::string> const& code) const {
    using Lock = Result<std::optional<store::BackupLock>>;
    return desk.with_store([&](store::Store& store) -> Lock {
      if (!code) return store::kept_backup_lock(store);
      auto const vault = store::pin_vault(store);
      if (!vault) return tl::unexpected(vault.error());
      auto const sealed = store::recovery_code(store);
      if (!sealed) return tl::unexpected(sealed.error());
      if (!*sealed || (*vault)->compare_code(**sealed, *code) == store::PinVault::Match::No)
        return std::nullopt;
      auto const lock = store::make_backup_lock(*code, desk.parts().random);
      if (!lock) return tl::unexpected(lock.error());
      if (auto const kept = store::keep_backup_lock(store, *lock, **sealed); !kept)
        return tl::unexpected(kept.error());
      return *lock;
    });
  }

  Answer operator()(MakeBackup const& wish) const {
    auto const stick = stick_to_write_to(desk.parts().sticks);
    if (!stick) return told(stick.error());
    auto const lock = lock_for(wish.code);
    if (!lock) return tl::unexpected(lock.error());
    if (!*lock) return SetupOutcome{CodeNeeded{wish.code.has_value()}};
    auto const name = back_up_to(stick->folder, **lock, request.now.local, desk);
    if (!name) return told(name.error());
    noted(Act::BackupMade);
    return SetupOutcome{BackupMade{*name}};
  }

  Answer operator()(FindBackups const&) const {
    auto const sticks = sticks_to_read(desk.parts().sticks);
    if (!sticks) return told(sticks.error());
    std::vector<std::filesystem::path> folders;
    for (auto const& stick : *sticks) folders.push_back(stick.folder);
    return SetupOutcome{BackupsFound{backups_in(folders)}};
  }

  Answer operator()(RestoreBackup const& wish) const {
    auto const restored = restore_from(wish.name, wish.code, deed_of(Act::BackupRestored), desk);
    if (!restored) return tl::unexpected(restored.error());
    switch (*restored) {
      case Restoration::WrongCode:
        return SetupOutcome{CodeNeeded{true}};
      case Restoration::Refused:
        return SetupOutcome{BackupRefused{}};
      case Restoration::Done:
        break;
    }
    return SetupOutcome{BackupRestored{}};
  }

  Answer operator()(ExportData const&) const {
    auto const stick = stick_to_write_to(desk.parts().sticks);
    if (!stick) return told(stick.error());
    auto const agenda = [&] { return coming_agenda_text(request.now.local, desk); };
    auto const folder = export_to(stick->folder, request.now.local, agenda, desk);
    if (!folder) return told(folder.error());
    noted(Act::DataExported);
    return SetupOutcome{DataExported{folder->filename().string()}};
  }

  Answer operator()(AskAbout const&) const {
    constexpr std::uintmax_t megabyte = 1'000'000;
    auto const& parts = desk.parts();
    About about{.version = INLOOP_VERSION,
                .place_id = parts.config.place_id,
                .diagonal_mm = parts.config.display.diagonal_mm};
    std::error_code trouble;
    auto const space = std::filesystem::space(parts.config.database.parent_path(), trouble);
    if (!trouble) about.free_megabytes = static_cast<std::int64_t>(space.available / megabyte);
    auto const log = desk.with_store([](store::Store& store) { return store::release_log(store); });
    if (!log) return tl::unexpected(log.error());
    for (auto const& one : *log) {
      if (!one.receipt) ++about.waiting_releases;
      if (!one.receipt || about.last_delivery) continue;
      if (auto const receipt = report::receipt_from(*one.receipt))
        about.last_delivery = date_in(receipt->received_at);
    }
    return SetupOutcome{AboutFound{std::move(about)}};
  }
};

}  // namespace

Result<SetupOutcome> perform(SetupRequest const& request, Desk& desk) {
  return std::visit(SetupWork{desk, request}, request.what);
}

}  // namespace inloop::app::host
