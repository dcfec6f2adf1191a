#pragma once
// Sessions to sign up for, and the few words that tests of them speak.

#include <utility>

#include "tests/app/seeded_random.h"
#include "tests/store/store_fixture.h"

namespace inloop::store::test {

inline core::LocalTime at(core::Date date, int hour, int minute = 0) {
  return {.date = date, .minute_of_day = hour * 60 + minute};
}

inline core::Activity activity(core::SignUpMode mode, std::optional<int> capacity = std::nullopt) {
  return {.title = "Moving gently",
          .picture = "🧘🏽",
          .kind = core::ActivityKind::Moving,
          .sign_up = mode,
          .capacity = capacity,
          .room = "",
          .link = ""};
}

// One session on Monday 23 November 2026, 10:30 to 11:30.
inline core::Date const monday = date("2026-11", 23);

inline core::SessionId add_session(Store& store, core::Activity const& what,
                                   core::LocalTime const& start = at(monday, 10, 30),
                                   int minutes = 60) {
  return need(store.add_session(need(store.add_activity(what)), start, minutes));
}

inline SignUpWish wish(core::SessionId session, std::optional<core::Token> token = std::nullopt,
                       core::WhenFull when_full = core::WhenFull::Refuse) {
  return {.session = session,
          .token = token,
          .first_name = std::nullopt,
          .when_full = when_full,
          .now = at(monday, 9)};
}

// The value of an answer that is no refusal.
template <class Value>
Value granted(SignUpResult<Value> result) {
  auto answer = need(std::move(result));
  if (auto const* const problem = std::get_if<core::SignUpProblem>(&answer))
    FAIL("refused: " << static_cast<int>(*problem));
  return std::get<Value>(answer);
}

// Why an answer is a refusal.
template <class Value>
core::SignUpProblem refused(SignUpResult<Value> result) {
  auto const answer = need(std::move(result));
  if (std::holds_alternative<Value>(answer)) FAIL("granted");
  return std::get<core::SignUpProblem>(answer);
}

}  // namespace inloop::store::test
