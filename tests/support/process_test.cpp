#include "tests/support/process.h"

#include <csignal>

#include <catch2/catch.hpp>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "tests/support/temporary_folder.h"

namespace inloop::test {
namespace {

Command shell(std::string const& script) {
  return {"/bin/sh", {"-c", script}, {"WORD=koffie"}};
}

}  // namespace

TEST_CASE("A program that was run leaves its exit code and both its outputs") {
  auto const finished = run(shell("echo $WORD; echo thee >&2; exit 3"));
  CHECK(finished.exit_code == 3);
  CHECK(finished.output == "koffie\n");
  CHECK(finished.errors == "thee\n");
}

TEST_CASE("More output than a pipe holds does not stop a program") {
  CHECK(run(shell("head -c 1000000 /dev/zero")).output.size() == 1'000'000);
}

TEST_CASE("A line that is waited for is returned whole, from either output") {
  Process process(shell("echo one; echo listening on port 8443 >&2; exec cat"));
  CHECK(process.wait_for_line("port") == "listening on port 8443");
  CHECK(process.wait_for_line("on") == "one");
}

TEST_CASE("Waiting for a line that never comes ends with the output") {
  Process process(shell("echo one"));
  CHECK_FALSE(process.wait_for_line("two"));
}

TEST_CASE("A program that goes on is not taken for one that ended") {
  Process process(shell("echo up; exec tail -f /dev/null"));
  REQUIRE(process.wait_for_line("up"));
  CHECK_FALSE(process.wait(std::chrono::milliseconds{1}));
  process.signal(SIGTERM);
  CHECK(process.wait() == 128 + SIGTERM);
}

TEST_CASE("A killed program takes what it started with it") {
  TemporaryFolder const folder;
  auto const file = (folder.path() / "lock").string();
  // The shell and its child hold one lock together, so it is free when both are gone.
  Process process(shell("exec 9>" + file + "; flock 9; tail -f /dev/null & echo up; wait"));
  REQUIRE(process.wait_for_line("up"));
  int const descriptor = open(file.c_str(), O_RDONLY | O_CLOEXEC);
  REQUIRE(flock(descriptor, LOCK_EX | LOCK_NB) != 0);
  process.signal(SIGKILL);
  CHECK(process.wait() == 128 + SIGKILL);
  CHECK(flock(descriptor, LOCK_EX) == 0);  // a child that lives on makes this test run out of time
  close(descriptor);
}

TEST_CASE("A program that is not there says so with the exit code of a shell") {
  CHECK(run({"/nonexistent/program", {}, {}}).exit_code == 127);
}

TEST_CASE("A free port is one of those that programs may use") {
  CHECK(free_port() >= 1024);
}

}  // namespace inloop::test
