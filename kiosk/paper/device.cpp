#include "kiosk/paper/device.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <stdexcept>
#include <system_error>

#include <fcntl.h>
#include <linux/lp.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "kiosk/base/assert.h"

namespace inloop::paper {
namespace {

std::string last_error() {
  return std::generic_category().message(errno);
}

class OpenDevice {
 public:
  explicit OpenDevice(std::filesystem::path const& path)
      : m_file(open(path.c_str(), O_WRONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)) {
    if (m_file >= 0 && isatty(m_file) != 0) make_raw();
  }
  ~OpenDevice() {
    if (m_file >= 0) close(m_file);
  }
  OpenDevice(OpenDevice const&) = delete;
  OpenDevice& operator=(OpenDevice const&) = delete;

  [[nodiscard]] int file() const { return m_file; }

  // What the printer did not take must not come out of it half an hour later, and a serial line
  // would make close() wait for it.
  void forget_rest() const { tcflush(m_file, TCOFLUSH); }

 private:
  // A serial line must not take the dots of a picture for the ends of lines.
  void make_raw() const {
    termios settings{};
    if (tcgetattr(m_file, &settings) != 0) return;
    cfmakeraw(&settings);
    tcsetattr(m_file, TCSANOW, &settings);
  }

  int m_file;
};

class Deadline {
 public:
  Deadline(Clock const& clock, std::chrono::milliseconds longest)
      : m_clock(clock), m_end_ms(clock.uptime_ms() + longest.count()) {}

  [[nodiscard]] int left_ms() const {
    return static_cast<int>(std::max<std::int64_t>(m_end_ms - m_clock.uptime_ms(), 0));
  }

 private:
  Clock const& m_clock;
  std::int64_t m_end_ms;
};

Error no_more_taken() {
  return {"the printer does not take what is to be printed"};
}

Error stopped() {
  return {"the kiosk stops, and with it the printer"};
}

Result<> wait_until_ready(int file, Deadline const& deadline, StopSign const& stop) {
  std::array<pollfd, 2> waiting{pollfd{file, POLLOUT, 0}, pollfd{stop.file(), POLLIN, 0}};
  int ready = 0;
  do {
    ready = poll(waiting.data(), waiting.size(), deadline.left_ms());
  } while (ready < 0 && errno == EINTR);
  if (ready < 0) return failure("waiting for the printer: {}", last_error());
  if (waiting[1].revents != 0) return tl::unexpected(stopped());
  if (ready == 0) return tl::unexpected(no_more_taken());
  if ((waiting[0].revents & (POLLERR | POLLHUP | POLLNVAL)) != 0)
    return failure("the printer went away");
  return {};
}

// A device that is no printer of the kernel's has no status: nothing to complain of.
Result<> check_status(int file) {
  int status = 0;
  if (ioctl(file, LPGETSTATUS, &status) != 0) return {};
  if (auto const complaint = complaint_in(status)) return failure("{}", *complaint);
  return {};
}

// A serial line takes bytes into a store of its own and tells nobody when that is empty.
Result<> wait_until_sent(int file, Deadline const& deadline, StopSign const& stop) {
  constexpr int look_again_ms = 20;
  int unsent = 0;
  while (ioctl(file, TIOCOUTQ, &unsent) == 0 && unsent > 0) {
    if (deadline.left_ms() == 0) return tl::unexpected(no_more_taken());
    pollfd waiting{stop.file(), POLLIN, 0};
    if (poll(&waiting, 1, std::min(look_again_ms, deadline.left_ms())) > 0)
      return tl::unexpected(stopped());
  }
  return {};
}

Result<> write_all(int file, std::string_view bytes, Deadline const& deadline,
                   StopSign const& stop) {
  while (!bytes.empty()) {
    if (auto const ready = wait_until_ready(file, deadline, stop); !ready) return ready;
    auto const written = write(file, bytes.data(), bytes.size());
    if (written < 0 && (errno == EAGAIN || errno == EINTR)) continue;
    if (written < 0) return failure("writing to the printer: {}", last_error());
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  // The driver of USB printers forgets at close() what is still under way.
  if (auto const ready = wait_until_ready(file, deadline, stop); !ready) return ready;
  return wait_until_sent(file, deadline, stop);
}

}  // namespace

StopSign::StopSign() : m_file(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
  if (m_file < 0) throw std::runtime_error("no event file: " + last_error());
}

StopSign::~StopSign() {
  close(m_file);
}

void StopSign::raise() {
  // It can only fail when it was raised 2^64 times already.
  INLOOP_ASSERT(eventfd_write(m_file, 1) == 0);
}

Result<> write_to(Device const& device, std::string_view bytes, Clock const& clock,
                  StopSign const& stop) {
  OpenDevice const opened(device.path);
  if (opened.file() < 0)
    return failure("cannot open the printer {}: {}", device.path.string(), last_error());
  if (auto const status = check_status(opened.file()); !status) return status;
  Deadline const deadline(clock, device.longest_write);
  if (auto const written = write_all(opened.file(), bytes, deadline, stop); !written) {
    opened.forget_rest();
    return written;
  }
  return check_status(opened.file());
}

std::optional<std::string> complaint_in(int status) {
  if ((status & LP_POUTPA) != 0) return "the printer has no paper";
  if ((status & LP_PERRORP) == 0) return "the printer reports an error";  // the line is active low
  return std::nullopt;
}

}  // namespace inloop::paper
