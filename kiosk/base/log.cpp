#include "kiosk/base/log.h"

#include <string>

#include <spdlog/sinks/stdout_sinks.h>

namespace inloop {

void start_log(std::string_view program) {
  auto logger = spdlog::stderr_logger_mt(std::string(program));
  logger->set_pattern("%Y-%m-%dT%H:%M:%SZ %n %l: %v", spdlog::pattern_time_type::utc);
  logger->flush_on(spdlog::level::info);
  spdlog::set_default_logger(std::move(logger));
}

void log_only_warnings() {
  spdlog::set_level(spdlog::level::warn);
}

}  // namespace inloop
