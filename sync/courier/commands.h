#pragma once
// What inloop-sync can be asked to do. Each returns the exit code of the program. Main thread.

#include "sync/courier/config.h"

namespace inloop::courier {

inline constexpr int exit_good = 0;
inline constexpr int exit_waiting = 1;    // something is not delivered and will be tried again
inline constexpr int exit_not_begun = 2;  // arguments, settings or folders are wrong
inline constexpr int exit_alarm = 3;      // somebody has to look: parked, held, or another alarm

enum class StatusForm { Words, Json };

// Delivers until SIGTERM or SIGINT comes. SIGHUP ends all waits and tries parked events again.
// Between two looks at the outbox it sleeps in poll(2) for at most config.poll: releases come once
// a month, so nothing is won by watching the folder.
[[nodiscard]] int run(Config const& config);

// Delivers what is due now, without the start delay, and stops at the first failure.
[[nodiscard]] int run_once(Config const& config);

// Prints what is queued, the last delivery, the next attempt and the alarms. Changes nothing.
[[nodiscard]] int print_status(Config const& config, StatusForm form);

}  // namespace inloop::courier
