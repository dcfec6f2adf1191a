// inloop-collector: arguments to command, nothing else.

#include <filesystem>
#include <string>

#include <CLI/CLI.hpp>

#include "kiosk/base/log.h"
#include "sync/collector/commands.h"
#include "sync/collector/demo_command.h"

int main(int argc, char** argv) {
  using namespace inloop;
  using namespace inloop::collector;

  CLI::App arguments("Keeps the anonymous counts that living rooms send, and gives totals");
  arguments.set_version_flag("--version", INLOOP_VERSION);
  arguments.require_subcommand(1);
  std::filesystem::path config = "/etc/inloop/collector.toml";
  arguments.add_option("--config", config, "the settings")->capture_default_str();

  auto* const serve_command = arguments.add_subcommand("serve", "receive counts and answer");
  auto* const place = arguments.add_subcommand("place", "the places that may send");
  place->require_subcommand(1);
  PlaceToAdd to_add;
  auto* const add = place->add_subcommand(
      "add",
      "let a kiosk send for a place; it is known by the public key of its certificate, so that a "
      "certificate renewed on the same key keeps working");
  add->add_option("--id", to_add.id, "as in the kiosk's settings")->required();
  add->add_option("--name", to_add.name, "as people know it")->required();
  add->add_option("--certificate", to_add.certificate, "of the kiosk, PEM")->required();
  auto* const withdraw = place->add_subcommand("withdraw", "let a key no longer send for a place");
  withdraw->add_option("--id", to_add.id, "as in the kiosk's settings")->required();
  withdraw->add_option("--certificate", to_add.certificate, "with that key, PEM")->required();
  auto* const list = place->add_subcommand("list", "id, name and since when, a place a line");

  Filter filter;
  auto* const statistics = arguments.add_subcommand("statistics", "totals with their intervals");
  bool wants_csv = false;
  statistics->add_flag("--csv", wants_csv, "as comma-separated values, the only form here")
      ->required();
  statistics->add_option("--place", filter.place, "only this place");
  statistics->add_option("--period", filter.period, "only this month, such as 2026-11");
  statistics->add_option("--subject", filter.subject, "only this subject, such as bezoeken");
  auto* const demo_command =
      arguments.add_subcommand("demo", "fill an empty store with three years of simulated places");
  std::uint64_t seed = 1;
  demo_command->add_option("--seed", seed, "the same seed, the same figures")
      ->capture_default_str();
  for (auto* const command : {serve_command, place, add, withdraw, list, statistics, demo_command})
    command->fallthrough();
  CLI11_PARSE(arguments, argc, argv);

  start_log("inloop-collector");
  auto const settings = read_settings(config);
  if (!settings) {
    log::error("{}", settings.error().what);
    return 2;
  }
  if (serve_command->parsed()) return serve(*settings);
  if (add->parsed()) return add_place(*settings, to_add);
  if (withdraw->parsed()) return withdraw_key(*settings, to_add.id, to_add.certificate);
  if (list->parsed()) return list_places(*settings);
  if (demo_command->parsed()) return demo(*settings, seed);
  return print_figures(*settings, filter);
}
