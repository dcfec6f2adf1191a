#include "kiosk/core/host/acts_in_words.h"

#include "kiosk/core/phrases.h"
#include "kiosk/core/tokens.h"

namespace inloop::core::host {
namespace {

std::string sentence(Act act, Words const& words) {
  switch (act) {
    case Act::CameIn:
      return words.text("Signed in");
    case Act::WrongPin:
      return words.text("Wrong PIN: {picture}");
    case Act::HouseBegun:
      return words.text("Set up this screen");
    case Act::CodeUsed:
      return words.text("Used the code from the paper");
    case Act::HostAdded:
      return words.text("New host: {picture}");
    case Act::HostRemoved:
      return words.text("Removed: {picture}");
    case Act::HostRestored:
      return words.text("Brought back: {picture}");
    case Act::PinReset:
      return words.text("New PIN: {picture}");
    case Act::HostUnlocked:
      return words.text("Unlocked: {picture}");
    case Act::RoleGiven:
      return words.text("New role: {picture}");
    case Act::CountCorrected:
      return words.text("Corrected a count");
    case Act::LateEntryAdded:
      return words.text("Counted from paper");
    case Act::OpeningChanged:
      return words.text("Changed open or closed");
    case Act::NamesShown:
      return words.text("Read the names of a list");
    case Act::ActivityChanged:
      return words.text("Changed the activities");
    case Act::SessionCancelled:
      return words.text("Cancelled an activity");
    case Act::ProgrammeImported:
      return words.text("Took in a calendar file");
    case Act::ReleaseHeld:
      return words.text("Held a month back");
    case Act::ReleaseLetGo:
      return words.text("Let a month go");
    case Act::DataExported:
      return words.text("Took everything along");
    case Act::BackupMade:
      return words.text("Made a backup");
    case Act::BackupRestored:
      return words.text("Restored a backup");
    case Act::StoryAdded:
      return words.text("Wrote a story");
    case Act::StoryRemoved:
      return words.text("Removed a story");
    case Act::SettingChanged:
      return words.text("Changed a setting");
  }
  return {};
}

}  // namespace

std::string act_in_words(Deed const& deed, Words const& words) {
  auto const picture = deed.about ? picture_in_words(*deed.about, words) : std::string();
  return filled(sentence(deed.act, words), {{"picture", picture}});
}

}  // namespace inloop::core::host
