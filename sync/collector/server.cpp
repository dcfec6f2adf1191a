#include "sync/collector/server.h"

#include <charconv>
#include <exception>
#include <future>
#include <optional>
#include <thread>
#include <utility>

#include <httplib.h>

#include "kiosk/base/log.h"
#include "sync/collector/client_key.h"
#include "sync/collector/connection_limits.h"
#include "sync/collector/problem.h"
#include "sync/report/count_event.h"

namespace inloop::collector {
namespace {

// A body up to this size is read to its end before it is refused, so that the refusal arrives; one
// that is announced as larger is not worth reading.
constexpr std::uint64_t most_drained_bytes = 128 * 1024;
constexpr std::size_t longest_path_bytes = 200;

class Queue final : public httplib::TaskQueue {
 public:
  explicit Queue(PoolSize size) : m_pool(size) {}
  void enqueue(std::function<void()> work) override { m_pool.add(std::move(work)); }
  void shutdown() override { m_pool.finish(); }

 private:
  WorkerPool m_pool;
};

// The library's own choice lets a second collector share our port unnoticed (SO_REUSEPORT).
void set_socket_options(int socket) {
  int const on = 1;
  ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
}

std::optional<std::string> key_hash_of_client(httplib::Request const& request) {
  X509* const certificate = SSL_get1_peer_certificate(request.ssl);
  if (certificate == nullptr) return std::nullopt;
  auto hash = key_hash_of(*certificate);
  X509_free(certificate);
  return hash;
}

Question question_from(httplib::Request const& request) {
  Question question{.method = request.method,
                    .path = request.path,
                    .query = {request.params.begin(), request.params.end()},
                    .accept = request.get_header_value("Accept"),
                    .if_none_match = request.get_header_value("If-None-Match"),
                    .content_type = request.get_header_value("Content-Type"),
                    .content_encoding = request.get_header_value("Content-Encoding"),
                    .content_digest = {},
                    .body = {},
                    .key_hash = key_hash_of_client(request)};
  auto const [first, last] = request.headers.equal_range("Content-Digest");
  for (auto header = first; header != last; ++header) {
    if (header != first) question.content_digest += ',';
    question.content_digest += header->second;
  }
  return question;
}

void write_answer(Answer const& answer, httplib::Response& response) {
  response.status = answer.status;
  for (auto const& [name, value] : answer.headers) response.set_header(name, value);
  response.set_header("Accept-Ranges", "none");
  if (!answer.body.empty()) response.set_content(answer.body, answer.content_type.c_str());
}

enum class BodyState { Whole, TooLarge, LengthUnknown, CutOff };

struct Body {
  BodyState state = BodyState::Whole;
  std::string bytes;
};

std::optional<std::uint64_t> announced_bytes(httplib::Request const& request) {
  auto const text = request.get_header_value("Content-Length");
  std::uint64_t bytes = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), bytes);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return bytes;
}

Body read_body(httplib::Request const& request, httplib::ContentReader const& reader) {
  // The library would take such a body apart. No address takes one, so it is refused unread.
  if (request.is_multipart_form_data()) return {BodyState::Whole, {}};
  if (!request.has_header("Transfer-Encoding")) {
    auto const announced = announced_bytes(request);
    if (!announced) return {BodyState::LengthUnknown, {}};
    if (*announced > most_drained_bytes) return {BodyState::TooLarge, {}};
  }
  std::string bytes;
  std::uint64_t seen_bytes = 0;
  bool const is_whole = reader([&](char const* part, std::size_t size) {
    seen_bytes += size;
    if (seen_bytes <= report::greatest_event_bytes) bytes.append(part, size);
    return seen_bytes <= most_drained_bytes;
  });
  if (seen_bytes > report::greatest_event_bytes) return {BodyState::TooLarge, {}};
  return {is_whole ? BodyState::Whole : BodyState::CutOff, std::move(bytes)};
}

// What the library refuses by itself, in our words.
Problem problem_of_library(int status) {
  if (status == 414)
    return {.status = status, .title = "Adres te lang", .detail = "Dit adres is te lang."};
  if (status == 400 || status == 416)
    return {.status = 400, .title = "Ongeldige vraag", .detail = "De vraag is niet te lezen."};
  return {.status = status, .title = "Mislukt", .detail = "De vraag is niet beantwoord."};
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
        m_limits{.longest_ms = settings.longest_connection_ms, .clock = &clock},
        m_server([this](SSL_CTX& context) {
          m_is_prepared = prepare_tls(context, m_settings.tls);
          limit_connections(context, m_limits);
          return m_is_prepared.has_value();
        }) {}

  ~Impl() {
    m_server.stop();
    if (m_thread.joinable()) m_thread.join();
  }

  Result<> start() {
    if (!m_is_prepared) return m_is_prepared;
    set_limits();
    set_handlers();
    m_port = m_settings.port;
    bool const is_bound = m_port != 0
                              ? m_server.bind_to_port(m_settings.address, m_port)
                              : (m_port = m_server.bind_to_any_port(m_settings.address)) > 0;
    if (!is_bound)
      return failure("cannot listen on {} port {}", m_settings.address, m_settings.port);
    m_thread = std::thread([this] {
      if (m_server.listen_after_bind()) return;
      log::error("no more connections can be accepted");
      m_on_broken();
    });
    m_is_accepting.get_future().wait();  // stop() has no effect before that
    return {};
  }

  [[nodiscard]] int port() const { return m_port; }

 private:
  void set_limits() {
    // One request a connection: nothing that is left of a refused body can be taken for a second
    // request, and an idle client holds no worker.
    m_server.set_keep_alive_max_count(1);
    m_server.set_read_timeout(std::chrono::milliseconds(m_settings.longest_wait_ms));
    m_server.set_write_timeout(std::chrono::milliseconds(m_settings.longest_wait_ms));
    m_server.set_socket_options(set_socket_options);
    m_server.set_tcp_nodelay(true);
    m_server.new_task_queue = [this] {
      m_is_accepting.set_value();
      return new Queue(m_settings.pool);
    };
  }

  // The library's own routing is passed by: the Api has every route in one table.
  void set_handlers() {
    using Handled = httplib::Server::HandlerResponse;
    m_server.set_pre_routing_handler([this](auto const& request, auto& response) {
      // Ranges are never served; the library would cut up every answer, refusals included.
      const_cast<httplib::Request&>(request).ranges.clear();
      if (request.path.size() > longest_path_bytes) {
        write_problem(problem_of_library(414), request.method, response);
        return Handled::Handled;
      }
      if (is_with_body(request.method)) return Handled::Unhandled;
      write_answer(m_api.answer(question_from(request)), response);
      return Handled::Handled;
    });
    auto const with_body = [this](auto const& request, auto& response, auto const& reader) {
      answer_with_body(request, response, reader);
    };
    char const* const any_path = R"([\s\S]*)";
    m_server.Post(any_path, httplib::Server::HandlerWithContentReader(with_body));
    m_server.Put(any_path, httplib::Server::HandlerWithContentReader(with_body));
    m_server.Patch(any_path, httplib::Server::HandlerWithContentReader(with_body));
    m_server.Delete(any_path, httplib::Server::HandlerWithContentReader(with_body));
    m_server.set_error_handler(httplib::Server::HandlerWithResponse(
        [this](httplib::Request const& request, httplib::Response& response) {
          if (response.has_header("API-Version")) return Handled::Unhandled;  // it is our own
          write_problem(problem_of_library(response.status), request.method, response);
          return Handled::Handled;
        }));
    m_server.set_exception_handler([this](auto const& request, auto& response, auto exception) {
      log_exception(exception);
      write_problem(problem_of_library(500), request.method, response);
    });
  }

  // For what goes wrong before or around the Api.
  void write_problem(Problem const& problem, std::string_view method,
                     httplib::Response& response) const {
    write_answer(with_common_headers(answer_with(problem), method, m_clock.utc()), response);
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
    auto question = question_from(request);
    question.body = std::move(body.bytes);
    question.is_body_too_large = body.state == BodyState::TooLarge;
    question.is_body_length_known = body.state != BodyState::LengthUnknown;
    write_answer(m_api.answer(question), response);
  }

  ServerSettings const m_settings;
  Api const& m_api;
  Clock const& m_clock;
  std::function<void()> const m_on_broken;
  ConnectionLimits const m_limits;
  Result<> m_is_prepared;
  httplib::SSLServer m_server;
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
