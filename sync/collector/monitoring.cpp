#include "sync/collector/monitoring.h"

#include <thread>
#include <utility>

#include <fmt/format.h>
#include <httplib.h>

namespace inloop::collector {
namespace {

constexpr char const* own_address = "127.0.0.1";
constexpr std::size_t threads = 2;

}  // namespace

class Monitoring::Impl {
 public:
  explicit Impl(std::function<std::string()> text) : m_text(std::move(text)) {
    m_server.Get("/metrics", [this](httplib::Request const&, httplib::Response& response) {
      auto const up = fmt::format(
          "# HELP inloop_info The program that answers.\n# TYPE inloop_info gauge\n"
          "inloop_info{{version=\"{}\"}} 1\n",
          INLOOP_VERSION);
      response.set_content(up + m_text(), "text/plain; version=0.0.4; charset=utf-8");
    });
    m_server.new_task_queue = [] { return new httplib::ThreadPool(threads); };
    m_server.set_keep_alive_max_count(1);
  }

  ~Impl() {
    m_server.stop();
    if (m_thread.joinable()) m_thread.join();
  }

  Result<> start(int port) {
    m_port = port;
    bool const is_bound = port != 0 ? m_server.bind_to_port(own_address, port)
                                    : (m_port = m_server.bind_to_any_port(own_address)) > 0;
    if (!is_bound) return failure("cannot listen on {} port {} for monitoring", own_address, port);
    m_thread = std::thread([this] { m_server.listen_after_bind(); });
    while (!m_server.is_running()) std::this_thread::yield();  // stop() has no effect before that
    return {};
  }

  [[nodiscard]] int port() const { return m_port; }

 private:
  std::function<std::string()> m_text;
  httplib::Server m_server;
  std::thread m_thread;
  int m_port = 0;
};

Result<Monitoring> Monitoring::start(int port, std::function<std::string()> text) {
  auto impl = std::make_unique<Impl>(std::move(text));
  auto const started = impl->start(port);
  if (!started) return tl::unexpected<Error>(started.error());
  return Monitoring(std::move(impl));
}

Monitoring::Monitoring(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
Monitoring::Monitoring(Monitoring&&) noexcept = default;
Monitoring& Monitoring::operator=(Monitoring&&) noexcept = default;
Monitoring::~Monitoring() = default;

int Monitoring::port() const {
  return m_impl->port();
}

}  // namespace inloop::collector
