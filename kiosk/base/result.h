#pragma once
// How a function says that the outside world disappointed it: a value or an Error, never both.
// Not for our own mistakes: those are asserted (assert.h of this folder). Any thread.

#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <tl/expected.hpp>

namespace inloop {

// What went wrong, in one English sentence for the log. Never shown to a resident or a host.
struct Error {
  std::string what;

  bool operator==(Error const&) const = default;
};

template <class T = void>
using Result = tl::expected<T, Error>;

// return failure("cannot open {}: {}", path, reason);
template <class... Args>
[[nodiscard]] tl::unexpected<Error> failure(fmt::format_string<Args...> format, Args&&... args) {
  return tl::unexpected<Error>(Error{fmt::format(format, std::forward<Args>(args)...)});
}

// Adds where we were to an error that is passed on: "closing 2026-11: disk is full".
[[nodiscard]] inline tl::unexpected<Error> within(std::string_view where, Error const& error) {
  return tl::unexpected<Error>(Error{fmt::format("{}: {}", where, error.what)});
}

}  // namespace inloop
