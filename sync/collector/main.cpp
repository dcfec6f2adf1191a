// inloop-collector: arguments to command, nothing else.

#include <filesystem>
#include <functional>
#include <string>

#include <CLI/CLI.hpp>

#include "kiosk/base/log.h"
#include "sync/collector/commands.h"
#include "sync/collector/demo_command.h"
#include "sync/collector/place_commands.h"
#include "sync/collector/store_commands.h"

namespace {

using namespace inloop;
using namespace inloop::collector;

// What the arguments chose to do with the settings.
using Work = std::function<int(Settings const&)>;

struct Arguments {
  std::filesystem::path config = "/etc/inloop/collector.toml";
  PlaceToAdd place;
  KeyToChange key;
  Filter filter;
  bool wants_csv = false;
  std::filesystem::path file;
  std::uint64_t seed = 1;
  Work work;
};

CLI::App* command(CLI::App& parent, Arguments& arguments, char const* name, char const* meaning,
                  Work work) {
  auto* const made = parent.add_subcommand(name, meaning);
  made->fallthrough();
  made->final_callback([&arguments, work = std::move(work)] { arguments.work = work; });
  return made;
}

CLI::App* group(CLI::App& parent, char const* name, char const* meaning) {
  auto* const made = parent.add_subcommand(name, meaning);
  made->require_subcommand(1);
  made->fallthrough();
  return made;
}

void add_places(CLI::App& app, Arguments& arguments) {
  auto* const places = group(app, "place", "the places that may send");
  auto& place = arguments.place;
  auto* const add = command(*places, arguments, "add", "make a place known, or change it",
                            [&](auto const& settings) { return add_place(settings, place); });
  add->add_option("--id", place.id, "as in the kiosk's settings")->required();
  add->add_option("--name", place.name, "as people know it")->required();
  add->add_option("--municipality", place.municipality, "in which it lies");
  add->add_option("--district", place.district, "in which it lies, of that municipality");
  add->add_option("--certificate", place.certificate, "of its kiosk, PEM: binds it at once");
  command(*places, arguments, "list", "a place a line", list_places);
  command(*places, arguments, "health", "how the kiosks are doing, and what is wrong", print_fleet);
  auto* const retire =
      command(*places, arguments, "retire", "close a place; what it sent stays",
              [&](auto const& settings) { return retire_place(settings, place.id); });
  retire->add_option("--id", place.id, "which one")->required();
}

void add_certificates(CLI::App& app, Arguments& arguments) {
  auto* const certificates = group(app, "certificate", "which kiosks may send for which place");
  auto& key = arguments.key;
  auto* const bind = command(
      *certificates, arguments, "bind",
      "let a kiosk send for a place; it is known by the public key of its certificate, so that a "
      "certificate renewed on the same key keeps working",
      [&](auto const& settings) { return bind_certificate(settings, key); });
  bind->add_option("--place", key.place, "its id")->required();
  auto* const revoke = command(
      *certificates, arguments, "revoke", "let a key no longer send, as when a kiosk was stolen",
      [&](auto const& settings) { return revoke_certificate(settings, key); });
  revoke->add_option("--place", key.place, "its id; without it: for no place at all");
  for (auto* const either : {bind, revoke}) {
    auto* const certificate = either->add_option("--certificate", key.certificate, "PEM");
    either->add_option("--key", key.hash, "as the list shows it")->excludes(certificate);
  }
  auto* const list =
      command(*certificates, arguments, "list", "a key a line, revoked ones included",
              [&](auto const& settings) { return list_keys(settings, key.place); });
  list->add_option("--place", key.place, "only of this place");
}

void add_store(CLI::App& app, Arguments& arguments) {
  auto& file = arguments.file;
  command(app, arguments, "migrate", "make the tables, or bring them up to date", migrate);
  auto* const backup =
      command(app, arguments, "backup", "copy the store into a new file, while it is served",
              [&](auto const& settings) { return back_up(settings, file); });
  backup->add_option("--file", file, "the new file")->required();
  command(app, arguments, "export", "everything to standard output, a JSON object a line",
          export_archive);
  auto* const import =
      command(app, arguments, "import", "take in what an export holds and is not here",
              [&](auto const& settings) { return import_archive(settings, file); });
  import->add_option("--file", file, "what export wrote")->required();
  command(app, arguments, "verify", "compute every hash and every total again from the bytes",
          verify_store);
}

void add_figures(CLI::App& app, Arguments& arguments) {
  auto& filter = arguments.filter;
  auto* const statistics =
      command(app, arguments, "statistics", "totals with their intervals",
              [&](auto const& settings) { return print_figures(settings, filter); });
  statistics
      ->add_flag("--csv", arguments.wants_csv, "as comma-separated values, the only form here")
      ->required();
  statistics->add_option("--place", filter.place, "only this place");
  statistics->add_option("--period", filter.period, "only this month, such as 2026-11");
  statistics->add_option("--subject", filter.subject, "only this subject, such as bezoeken");
  auto* const simulated =
      command(app, arguments, "demo", "fill an empty store with three years of simulated places",
              [&](auto const& settings) { return demo(settings, arguments.seed); });
  simulated->add_option("--seed", arguments.seed, "the same seed, the same figures")
      ->capture_default_str();
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Keeps the anonymous counts that living rooms send, and gives totals");
  app.set_version_flag("--version", INLOOP_VERSION);
  app.require_subcommand(1);
  Arguments arguments;
  app.add_option("--config", arguments.config, "the settings")->capture_default_str();
  command(app, arguments, "serve", "receive counts and answer", serve);
  add_places(app, arguments);
  add_certificates(app, arguments);
  add_store(app, arguments);
  add_figures(app, arguments);
  CLI11_PARSE(app, argc, argv);

  start_log("inloop-collector");
  auto const settings = read_settings(arguments.config);
  if (!settings) {
    log::error("{}", settings.error().what);
    return 2;
  }
  return arguments.work(*settings);
}
