#include "kiosk/app/opening_store.h"

#include "kiosk/base/log.h"
#include "kiosk/store/mending.h"
#include "kiosk/store/name_vault.h"
#include "kiosk/store/pin_vault.h"
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
  auto const& beside = memory.name_key.empty() ? memory.database : memory.name_key;
  auto vault = store::PinVault::open(beside.parent_path() / "pins.key");
  if (vault) return std::make_shared<store::PinVault>(std::move(*vault));
  log::error("no host can come in: {}", vault.error().what);
  return nullptr;
}

void tell(store::Loss const& loss) {
  log::error("{}; moved aside to {}", loss.reason,
             loss.moved_to.empty() ? "nowhere, there was none" : loss.moved_to.string());
  if (loss.restored_generation)
    log::error("backup {} was restored; visits after it are lost", *loss.restored_generation);
  else
    log::error("there was no good backup; an empty file was begun");
}

}  // namespace

Result<store::Store> open_store(Memory const& memory, std::string const& stamp) {
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
    std::vector<store::LedgerEntry> ledger;
    for (auto const& table : event->tables)
      ledger.push_back({.subject = table.subject,
                        .epsilon_numerator = table.epsilon.numerator,
                        .epsilon_denominator = table.epsilon.denominator});
    auto const release = release_of(file, *event, std::move(*bytes));
    if (!release) return tl::unexpected(release.error());
    if (auto const adopted = store.adopt_release(*release, ledger); !adopted) return adopted;
  }
  return {};
}

}  // namespace inloop::app
