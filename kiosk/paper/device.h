#pragma once
// Writes to a device that may be slow, stuck, out of paper or gone, without ever waiting longer
// than it was told. Belongs to the printer's thread.

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "kiosk/base/clock.h"
#include "kiosk/base/result.h"

namespace inloop::paper {

// Something that another thread can say once and for all: stop.
class StopSign {
 public:
  StopSign();
  ~StopSign();
  StopSign(StopSign const&) = delete;
  StopSign& operator=(StopSign const&) = delete;

  void raise();  // any thread
  [[nodiscard]] int file() const { return m_file; }

 private:
  int m_file;
};

struct Device {
  std::filesystem::path path;                       // "/dev/usb/lp0"
  std::chrono::milliseconds longest_write{10'000};  // for all bytes together
};

// Fails, in words for the log, when the device is absent, does not take everything in time, says
// that it has no paper, or when the sign was raised.
[[nodiscard]] Result<> write_to(Device const& device, std::string_view bytes, Clock const& clock,
                                StopSign const& stop);

// What the status byte of a printer (linux/lp.h) complains of.
[[nodiscard]] std::optional<std::string> complaint_in(int status);

}  // namespace inloop::paper
