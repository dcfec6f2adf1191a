#include "kiosk/app/opening_store.h"

#include "kiosk/base/log.h"
#include "kiosk/store/mending.h"
#include "kiosk/store/name_vault.h"
#include "kiosk/store/pin_vault.h"
#include "kiosk/store/restoring.h"
#include "sync/report/count_event.h"

namespace inloop::app {
namespace {

Result<store::PublishedRelease> release_of(outbox::EventFile const& file,
                                           report::CountEvent const& event, std::string bytes) {
  auto const period = core::period_from(event.period);
  if (!period) return failure("event {} has no period", file.id);
  return store::PublishedRelease{
      .period = *period, .sequence = file.sequence, .event_id = file.id, .bytes = std::move(bytes)};
}

// Names are for some sessions only: without a key to lock them everything else works.
std::shared_ptr<store::NameVault> name_vault(std::filesystem::path const& key_file) {
  if (key_file.empty()) return nullptr;
  auto vault = store::NameVault::open(key_file);
  if (vault) return std::make_shared<store::NameVault>(std::move(*vault));
  log::error("nobody can sign up by name: {}", vault.error().what);
  return nullptr;
}

// Beside the key of the names. Without it no host comes in, and everything else works.
std::shared_ptr<store::PinVault> pin_vault(Memory const& memory) {
  auto vault = store::PinVault::open(pins_key(memory));
  if (vault) return std::make_shared<store::PinVault>(std::move(*vault));
  log::error("no host can come in: {}", vault.error().what);
  return nullptr;
}

// The key that came with a backup, before the file that it belongs to: without that file waiting it
// is what a power cut left of a restoration that never was.
Result<> take_in_restored_key(Memory const& memory) {
  auto const key = pins_key(memory);
  auto const waiting = store::waiting_file(key);
  std::error_code absent;
  if (!std::filesystem::exists(waiting, absent)) return {};
  if (!std::filesystem::exists(store::waiting_file(memory.database), absent)) return {};
  std::error_code trouble;
  std::filesystem::rename(waiting, key, trouble);
  if (trouble) return failure("cannot rename {}: {}", waiting.string(), trouble.message());
  return {};
}

Result<std::vector<store::LedgerEntry>> ledger_of(std::string const& bytes) {
  auto const event = report::count_event_from(bytes);
  if (!event) return tl::unexpected(event.error());
  std::vector<store::LedgerEntry> ledger;
  for (auto const& table : event->tables)
    ledger.push_back({.subject = table.subject,
                      .epsilon_numerator = table.epsilon.numerator,
                      .epsilon_denominator = table.epsilon.denominator});
  return ledger;
}

void tell(store::Loss const& loss) {
  log::error("{}; moved aside to {}", loss.reason,
             loss.moved_to.empty() ? "nowhere, there was none" : loss.moved_to.string());
  if (loss.cause == store::LossCause::PutBackByHost) return;
  if (loss.restored_generation)
    log::error("backup {} was restored; visits after it are lost", *loss.restored_generation);
  else
    log::error("there was no good backup; an empty file was begun");
}

}  // namespace

std::filesystem::path pins_key(Memory const& memory) {
  auto const& beside = memory.name_key.empty() ? memory.database : memory.name_key;
  return beside.parent_path() / "pins.key";
}

Result<store::Store> open_store(Memory const& memory, std::string const& stamp) {
  if (auto const taken = take_in_restored_key(memory); !taken) return tl::unexpected(taken.error());
  auto mended = store::open_or_mend({.file = memory.database,
                                     .place = memory.place_id,
                                     .names = name_vault(memory.name_key),
                                     .pins = pin_vault(memory)},
                                    memory.backups, stamp);
  if (!mended) return tl::unexpected(mended.error());
  if (mended->loss) tell(*mended->loss);
  return std::move(mended->store);
}

Result<> adopt_published(store::Store& store, Memory const& memory) {
  auto const published = outbox::list_published(memory.hatch);
  if (!published) return tl::unexpected(published.error());
  for (auto const& file : published->events) {
    auto bytes = outbox::read_event(file);
    if (!bytes) return tl::unexpected(bytes.error());
    auto const event = report::count_event_from(*bytes);
    if (!event) return within(file.path.string(), event.error());
    auto const ledger = ledger_of(*bytes);
    if (!ledger) return within(file.path.string(), ledger.error());
    auto const release = release_of(file, *event, std::move(*bytes));
    if (!release) return tl::unexpected(release.error());
    if (auto const adopted = store.adopt_release(*release, *ledger); !adopted) return adopted;
  }
  return {};
}

Result<> adopt_releases(store::Store& store, std::vector<store::PublishedRelease> const& releases) {
  for (auto const& release : releases) {
    auto const ledger = ledger_of(release.bytes);
    if (!ledger) return within(release.event_id, ledger.error());
    if (auto const adopted = store.adopt_release(release, *ledger); !adopted) return adopted;
    if (!release.receipt) continue;
    if (auto const kept = store.keep_receipt(release.event_id, *release.receipt); !kept)
      return kept;
  }
  return {};
}

}  // namespace inloop::app
