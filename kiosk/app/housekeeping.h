#pragma once
// What the kiosk does by itself, once an hour and at each new day: forget, close, publish, take in
// receipts. Each step stands alone: one that fails is logged and tried again the next time.
// Store thread.

#include "kiosk/app/closing.h"
#include "kiosk/core/time.h"
#include "kiosk/store/store.h"
#include "sync/outbox/outbox.h"

namespace inloop::app {

class Housekeeping {
 public:
  Housekeeping(Closing closing, outbox::Folders folders)
      : m_closing(std::move(closing)), m_folders(std::move(folders)) {}

  // Fails with the first trouble, having tried every step all the same.
  [[nodiscard]] Result<> tidy(store::Store& store, core::Date today);

 private:
  Closing m_closing;
  outbox::Folders m_folders;
};

}  // namespace inloop::app
