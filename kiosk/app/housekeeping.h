#pragma once
// What the kiosk does by itself, once an hour and at each new day: forget, take in what the hatch
// holds and close, publish, take in receipts, say whether the card reader works, and once a day
// make a backup. Each step stands alone: one that fails is logged and tried again the next time.
// Store thread.

#include <functional>
#include <optional>

#include "kiosk/app/closing.h"
#include "kiosk/app/opening_store.h"
#include "kiosk/core/time.h"
#include "kiosk/store/store.h"
#include "sync/outbox/kiosk_status.h"

namespace inloop::app {

class Housekeeping {
 public:
  // Nothing is said of a card reader that nobody can ask about.
  using AskReader = std::function<outbox::ReaderState()>;

  Housekeeping(Closing closing, Memory memory, AskReader reader = nullptr)
      : m_closing(std::move(closing)), m_memory(std::move(memory)), m_reader(std::move(reader)) {}

  // Fails with the first trouble, having tried every step all the same.
  [[nodiscard]] Result<> tidy(store::Store& store, core::Date today);

 private:
  [[nodiscard]] Result<> close_due(store::Store& store, core::Date today);
  [[nodiscard]] Result<> back_up_daily(store::Store& store, core::Date today);

  Closing m_closing;
  Memory m_memory;
  AskReader m_reader;
  std::optional<core::Date> m_backed_up;
};

}  // namespace inloop::app
