#!/usr/bin/env bash
# For tests in bash, to be sourced: each check is a sentence and a command that shows it. All of them
# run; finish_checks ends the test with what came of them.
set -euo pipefail

failures=0
said="$(mktemp)"
trap 'rm -f "$said"' EXIT

# check SENTENCE COMMAND...
check() {
  local sentence="$1"
  shift
  if "$@" >"$said" 2>&1; then
    echo "ok: $sentence"
  else
    echo "FAILED: $sentence"
    sed 's/^/  /' "$said"
    failures=$((failures + 1))
  fi
}

# is_refused COMMAND...: the command fails, whatever its reason.
is_refused() {
  ! "$@"
}

finish_checks() {
  exit $((failures > 0))
}
