#pragma once
// A kiosk's hatch, the real inloop-sync and the real inloop-collector over mutual TLS on loopback,
// to be killed and started again. What the test itself knows is only what it published. Somebody
// who looks at every exchange may stand between the two.

#include <optional>
#include <string>
#include <vector>

#include "sync/outbox/outbox.h"
#include "sync/report/count_event.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/test_ca.h"

namespace inloop::test {

struct Published {
  report::CountEvent event;
  std::string bytes;
};

// Takes what the courier sends, ends TLS as nginx does, and passes it on to the collector.
struct Between {
  std::uint16_t port = 0;
  std::uint16_t collector_port = 0;
  std::filesystem::path certificates;  // of deploy/make-certificates
};

class DeliveryWorld {
 public:
  // Makes certificates and settings, and lets the kiosk send for its place: through a hatch of this
  // world's own, or through that of a kiosk which is there.
  explicit DeliveryWorld(std::optional<outbox::Folders> const& hatch = std::nullopt,
                         std::optional<Between> const& between = std::nullopt);

  // Puts the release of the next month into the outbox.
  void publish_next();
  [[nodiscard]] std::vector<Published> const& published() const { return m_published; }

  void start_collector();  // and waits until it listens
  void start_courier();    // and waits until it begins its work
  // kill -9, in the middle of whatever it does.
  void kill_collector();
  void kill_courier();
  // Lets both run on, for as long as they do.
  void let_run(std::chrono::milliseconds duration);

  // Waits until the courier says that its queue is empty. False when that does not come.
  [[nodiscard]] bool wait_until_delivered(std::chrono::seconds longest);

  [[nodiscard]] std::string receipt_for(report::CountEvent const& event) const;
  [[nodiscard]] std::string courier_status() const;  // JSON
  // The collector's list of kept events, all pages: each an element of "resultaten".
  [[nodiscard]] std::vector<std::string> kept_events() const;
  [[nodiscard]] std::string errors() const;  // what both said last

  // Holds the collector's database, the courier's state and all settings.
  [[nodiscard]] std::filesystem::path const& folder() const { return m_folder.path(); }

 private:
  [[nodiscard]] std::filesystem::path path(std::string_view name) const;
  void write(std::string_view name, std::string const& text) const;
  [[nodiscard]] std::string ask(std::string const& path_and_query) const;

  // What stands on the disk for TLS, and where the courier finds the collector.
  struct Way {
    std::filesystem::path authority;
    Identity kiosk;
    std::uint16_t port = 0;
    std::string listen;  // of the collector's settings
  };
  [[nodiscard]] static Way straight(std::filesystem::path const& folder);
  [[nodiscard]] static Way through(Between const& between);

  TemporaryFolder m_folder;
  outbox::Folders m_folders;
  Way m_way;
  std::optional<Process> m_collector;
  std::optional<Process> m_courier;
  std::vector<Published> m_published;
};

}  // namespace inloop::test
