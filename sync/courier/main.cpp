// inloop-sync: arguments to command, nothing else.

#include <filesystem>
#include <iostream>

#include <CLI/CLI.hpp>

#include "kiosk/base/log.h"
#include "sync/courier/commands.h"

int main(int argc, char** argv) {
  using namespace inloop;

  CLI::App arguments("Carries anonymous counts from the kiosk's outbox to the town hall");
  arguments.set_version_flag("--version", INLOOP_VERSION);
  arguments.footer(
      "Exit code: 0 all delivered; 1 something waits and will be tried again;\n"
      "2 nothing was begun (arguments, settings, folders); 3 somebody has to look (see status).");
  std::filesystem::path config_file = "/etc/inloop/sync.toml";
  arguments.add_option("--config", config_file, "the settings")->capture_default_str();
  bool is_once = false;
  arguments.add_flag("--once", is_once, "deliver what is due now, without start delay, and end");
  auto* const run = arguments.add_subcommand("run", "deliver until told to stop");
  auto* const status = arguments.add_subcommand("status", "say how things are");
  bool is_json = false;
  status->add_flag("--json", is_json, "for programs");
  for (auto* const command : {run, status}) command->fallthrough();
  arguments.require_subcommand(0, 1);
  try {
    arguments.parse(argc, argv);
    if (is_once == status->parsed() && !run->parsed())
      throw CLI::RequiredError("one of run, --once, status");
  } catch (CLI::ParseError const& error) {
    return arguments.exit(error) == 0 ? courier::exit_good : courier::exit_not_begun;
  }

  start_log("inloop-sync");
  auto const config = courier::read_config(config_file);
  if (!config) {
    std::cerr << config.error().what << '\n';
    return courier::exit_not_begun;
  }
  if (status->parsed())
    return courier::print_status(*config,
                                 is_json ? courier::StatusForm::Json : courier::StatusForm::Words);
  return is_once ? courier::run_once(*config) : courier::run(*config);
}
