#include "sync/collector/server.h"

#include <exception>
#include <future>
#include <optional>
#include <thread>
#include <utility>

#include <httplib.h>

#include "kiosk/base/log.h"
#include "sync/collector/connection_limits.h"
#include "sync/collector/http_message.h"
#include "sync/collector/listener.h"
#include "sync/collector/problem.h"

namespace inloop::collector {
namespace {

constexpr std::size_t longest_target_bytes = 2'000;   // address and query
constexpr std::size_t most_header_bytes = 24 * 1024;  // a certificate from the proxy fits in

class Queue final : public httplib::TaskQueue {
 public:
  explicit Queue(WorkerPool& pool) : m_pool(pool) {}
  void enqueue(std::function<void()> work) override { m_pool.add(std::move(work)); }
  void shutdown() override { m_pool.finish(); }

 private:
  WorkerPool& m_pool;
};

// The library's own choice lets a second collector share our port unnoticed (SO_REUSEPORT).
void set_socket_options(int socket) {
  int const on = 1;
  ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
}

std::size_t header_bytes(httplib::Request const& request) {
  std::size_t bytes = 0;
  for (auto const& [name, value] : request.headers) bytes += name.size() + value.size();
  return bytes;
}

// What the library refuses by itself, in our words.
Problem problem_of_library(int status) {
  if (status == 414)
    return {.status = status, .title = "Adres te lang", .detail = "Dit adres is te lang."};
  if (status == 431)
    return {.status = status,
            .title = "Headers te groot",
            .detail = "Een header is ten hoogste 8 KiB, alle samen 24 KiB."};
  if (status == 400 || status == 416)
    return {.status = 400, .title = "Ongeldige vraag", .detail = "De vraag is niet te lezen."};
  return {.status = status, .title = "Mislukt", .detail = "De vraag is niet beantwoord."};
}

// The library answers 400 to a first line that it cannot read, and to a header of more than 8 KiB.
// It notes the path once the first line is read.
int refusal_of_library(httplib::Request const& request, int status) {
  return status == 400 && !request.path.empty() ? 431 : status;
}

}  // namespace

class Server::Impl {
 public:
  Impl(ServerSettings const& settings, Api const& api, Clock const& clock,
       std::function<void()> on_broken)
      : m_settings(settings),
        m_api(api),
        m_clock(clock),
        m_on_broken(std::move(on_broken)),
        m_pool(settings.pool),
        m_limits{.longest_ms = settings.longest_connection_ms,
                 .longest_handshake_ms = settings.longest_handshake_ms,
                 .longest_when_crowded_ms = settings.longest_when_crowded_ms,
                 .is_crowded = [this] { return m_pool.is_crowded(); },
                 .clock = &clock} {}

  ~Impl() {
    if (m_server) m_server->stop();
    if (m_thread.joinable()) m_thread.join();
  }

  Result<> start() {
    auto opened = open();
    if (!opened) return opened;
    set_limits();
    set_handlers();
    auto const port = bind_listener(*m_server, m_settings.address, m_settings.port);
    if (!port) return tl::unexpected<Error>(port.error());
    m_port = *port;
    m_thread = std::thread([this] {
      if (m_server->listen_after_bind()) return;
      log::error("no more connections can be accepted");
      m_on_broken();
    });
    m_is_accepting.get_future().wait();  // stop() has no effect before that
    return {};
  }

  [[nodiscard]] int port() const { return m_port; }

 private:
  Result<> open() {
    if (m_settings.transport == Transport::BehindProxy) {
      if (!is_private_address(m_settings.address))
        return failure(
            "{} can be reached by others: a certificate in a header is believed only on "
            "127.0.0.1, ::1 or a unix: socket",
            m_settings.address);
      m_server = plain_listener();
      return {};
    }
    auto server = tls_listener(m_settings.tls, m_limits);
    if (!server) return tl::unexpected<Error>(server.error());
    m_server = *std::move(server);
    return {};
  }

  [[nodiscard]] Question question_of(httplib::Request const& request) const {
    bool const is_behind_proxy = m_settings.transport == Transport::BehindProxy;
    return question_from(request, is_behind_proxy ? key_hash_from_proxy(request, m_clock.utc())
                                                  : key_hash_of_client(request));
  }

  void set_limits() {
    // One request a connection: nothing that is left of a refused body can be taken for a second
    // request, and an idle client holds no worker.
    m_server->set_keep_alive_max_count(1);
    m_server->set_read_timeout(std::chrono::milliseconds(m_settings.longest_wait_ms));
    m_server->set_write_timeout(std::chrono::milliseconds(m_settings.longest_wait_ms));
    m_server->set_socket_options(set_socket_options);
    m_server->set_tcp_nodelay(true);
    m_server->new_task_queue = [this] {
      m_is_accepting.set_value();
      return new Queue(m_pool);
    };
  }

  // The library's own routing is passed by: the Api has every route in one table.
  void set_handlers() {
    using Handled = httplib::Server::HandlerResponse;
    m_server->set_pre_routing_handler([this](auto const& request, auto& response) {
      // Ranges are never served; the library would cut up every answer, refusals included.
      const_cast<httplib::Request&>(request).ranges.clear();
      if (request.target.size() > longest_target_bytes) {
        write_problem(problem_of_library(414), request.method, response);
        return Handled::Handled;
      }
      if (header_bytes(request) > most_header_bytes) {
        write_problem(problem_of_library(431), request.method, response);
        return Handled::Handled;
      }
      if (is_with_body(request.method)) return Handled::Unhandled;
      write_answer(m_api.answer(question_of(request)), response);
      return Handled::Handled;
    });
    auto const with_body = [this](auto const& request, auto& response, auto const& reader) {
      answer_with_body(request, response, reader);
    };
    char const* const any_path = R"([\s\S]*)";
    m_server->Post(any_path, httplib::Server::HandlerWithContentReader(with_body));
    m_server->Put(any_path, httplib::Server::HandlerWithContentReader(with_body));
    m_server->Patch(any_path, httplib::Server::HandlerWithContentReader(with_body));
    m_server->Delete(any_path, httplib::Server::HandlerWithContentReader(with_body));
    m_server->set_error_handler(httplib::Server::HandlerWithResponse(
        [this](httplib::Request const& request, httplib::Response& response) {
          if (response.has_header("API-Version")) return Handled::Unhandled;  // it is our own
          write_problem(problem_of_library(refusal_of_library(request, response.status)),
                        request.method, response);
          return Handled::Handled;
        }));
    m_server->set_exception_handler([this](auto const& request, auto& response, auto exception) {
      log_exception(exception);
      write_problem(problem_of_library(500), request.method, response);
    });
  }

  // For what goes wrong before or around the routes.
  void write_problem(Problem const& problem, std::string_view method,
                     httplib::Response& response) const {
    write_answer(m_api.refuse(problem, method), response);
  }

  static bool is_with_body(std::string_view method) {
    return method == "POST" || method == "PUT" || method == "PATCH" || method == "DELETE";
  }

  static void log_exception(std::exception_ptr const& exception) {
    try {
      std::rethrow_exception(exception);
    } catch (std::exception const& thrown) {
      log::error("a request failed: {}", thrown.what());
    } catch (...) {
      log::error("a request failed for a reason without words");
    }
  }

  void answer_with_body(httplib::Request const& request, httplib::Response& response,
                        httplib::ContentReader const& reader) const {
    auto body = read_body(request, reader);
    if (body.state == BodyState::CutOff) {
      // Not 400: the sender did nothing wrong and shall try again.
      write_problem({.status = 408,
                     .title = "Bericht niet compleet",
                     .detail = "Het bericht kwam niet helemaal aan."},
                    request.method, response);
      return;
    }
    auto question = question_of(request);
    question.body = std::move(body.bytes);
    question.is_body_too_large = body.state == BodyState::TooLarge;
    question.is_body_length_known = body.state != BodyState::LengthUnknown;
    write_answer(m_api.answer(question), response);
  }

  ServerSettings const m_settings;
  Api const& m_api;
  Clock const& m_clock;
  std::function<void()> const m_on_broken;
  WorkerPool m_pool;
  ConnectionLimits const m_limits;
  std::unique_ptr<httplib::Server> m_server;
  std::promise<void> m_is_accepting;
  std::thread m_thread;
  int m_port = 0;
};

Result<Server> Server::start(ServerSettings const& settings, Api const& api, Clock const& clock,
                             std::function<void()> on_broken) {
  auto impl = std::make_unique<Impl>(settings, api, clock, std::move(on_broken));
  auto const started = impl->start();
  if (!started) return tl::unexpected<Error>(started.error());
  return Server(std::move(impl));
}

Server::Server(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
Server::Server(Server&&) noexcept = default;
Server& Server::operator=(Server&&) noexcept = default;
Server::~Server() = default;

int Server::port() const {
  return m_impl->port();
}

}  // namespace inloop::collector
