#pragma once
// The log of a program: one line an event on standard error, which the service manager keeps.
// Nothing about a person is ever logged. Any thread.

#include <string_view>

#include <spdlog/spdlog.h>

namespace inloop {

// Call once, first thing in main. `program` opens each line.
void start_log(std::string_view program);

// For a command whose own words on standard output matter more than what goes as it should.
void log_only_warnings();

namespace log {
using spdlog::critical;
using spdlog::debug;
using spdlog::error;
using spdlog::info;
using spdlog::warn;
}  // namespace log

}  // namespace inloop
