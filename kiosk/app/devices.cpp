#include "kiosk/app/devices.h"

#include "kiosk/base/log.h"

namespace inloop::app {

void Devices::perform(core::DeviceEffect const& effect) {
  struct Performer {
    Devices& devices;

    void operator()(core::MakeTakeAlong const& effect) { devices.make_take_along(effect); }
    void operator()(core::PrintSlip const& effect) { devices.print(effect); }
    void operator()(core::PlaySound const& effect) { devices.m_parts.play(effect.sound); }
    void operator()(core::RepeatSpeech) { devices.m_parts.repeat_speech(); }
  };
  std::visit(Performer{*this}, effect);
}

void Devices::make_take_along(core::MakeTakeAlong const& effect) {
  auto const text =
      calendar_text_of(effect.what, m_parts.house, m_parts.words(effect.what.language));
  if (text) return m_inbox.put(core::TakeAlongMade{effect.request, *text});
  log::error("the calendar entry: {}", text.error().what);
  m_inbox.put(core::StoreRefused{effect.request});
}

void Devices::print(core::PrintSlip const& effect) {
  if (m_parts.printer == nullptr) return m_inbox.put(core::SlipFailed{effect.request});
  m_parts.printer->print(slip_of(effect.what, effect.calendar_text, m_parts.house,
                                 m_parts.words(effect.what.language)),
                         [&inbox = m_inbox, request = effect.request](Result<> const& printed) {
                           if (printed) return inbox.put(core::SlipPrinted{request});
                           log::warn("the slip printer: {}", printed.error().what);
                           inbox.put(core::SlipFailed{request});
                         });
}

}  // namespace inloop::app
