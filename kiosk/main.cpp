// inloop-kiosk: arguments to command, nothing else.

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <optional>
#include <string>

#include <CLI/CLI.hpp>

#include "kiosk/app/commands.h"
#include "kiosk/app/host/glass_settings.h"
#include "kiosk/base/log.h"

namespace {

std::optional<inloop::core::Date> date_from(std::string const& text) {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  char rest = 0;
  if (std::sscanf(text.c_str(), "%4d-%2u-%2u%c", &year, &month, &day, &rest) != 3)
    return std::nullopt;
  inloop::core::Date const date{std::chrono::year{year} / static_cast<int>(month) /
                                static_cast<int>(day)};
  return date.ok() ? std::optional(date) : std::nullopt;
}

}  // namespace

int main(int argc, char** argv) {
  using namespace inloop;

  CLI::App arguments("Inloop, the check-in kiosk of the neighbourhood living room");
  arguments.set_version_flag("--version", INLOOP_VERSION);
  arguments.require_subcommand(1);
  std::filesystem::path config_file = "/etc/inloop/kiosk.toml";
  std::string size;
  arguments.add_option("--config", config_file, "the settings")->capture_default_str();
  arguments.add_option("--size", size, "in a window of WIDTHxHEIGHT pixels, not the whole screen")
      ->check([](std::string const& text) {
        int width = 0;
        int height = 0;
        char rest = 0;
        bool const is_size = std::sscanf(text.c_str(), "%dx%d%c", &width, &height, &rest) == 2 &&
                             width >= 320 && height >= 320 && width <= 8192 && height <= 8192;
        return is_size ? std::string() : "\"" + text + "\" is no size like 1080x1920";
      });

  app::RunOptions run_options;
  auto* const run = arguments.add_subcommand("run", "serve residents");
  run->add_option("--frame-log", run_options.frame_log, "write the time of each frame drawn here");
  app::DemoOptions demo_options;
  auto* const demo = arguments.add_subcommand("demo", "play a journey on a clock of its own");
  demo->add_option("--journey", demo_options.journey)->required();
  demo->add_option("--screenshots", demo_options.pictures, "folder for its pictures")->required();
  auto* const close = arguments.add_subcommand("close", "close the periods that are due");
  app::PlanOptions plan_options;
  std::string from;
  auto* const plan = arguments.add_subcommand("plan", "put the sessions of a week in the agenda");
  plan->add_option("--week", plan_options.week, "its activities; see deploy/week.toml")->required();
  plan->add_option("--from", from, "the first date, like 2026-10-05")
      ->required()
      ->check([](std::string const& text) {
        return date_from(text) ? std::string() : "\"" + text + "\" is no date like 2026-10-05";
      });
  plan->add_option("--weeks", plan_options.weeks, "how many")
      ->check(CLI::Range(1, 53))
      ->capture_default_str();
  app::PassesOptions passes_options;
  auto* const passes = arguments.add_subcommand("passes", "make passes to print, as a PDF file");
  passes->add_option("--file", passes_options.file)->required();
  passes->add_option("--count", passes_options.count)
      ->check(CLI::Range(1, 500))
      ->capture_default_str();
  for (auto* const command : {run, demo, close, plan, passes}) command->fallthrough();
  CLI11_PARSE(arguments, argc, argv);

  start_log("inloop-kiosk");
  auto config = app::read_config(config_file);
  if (!config) {
    std::cerr << config.error().what << '\n';
    return 2;
  }
  *config = app::host::with_glass_settings(std::move(*config));
  if (!size.empty()) {
    config->display.window_mode = app::WindowMode::Windowed;
    std::sscanf(size.c_str(), "%dx%d", &config->display.width_px, &config->display.height_px);
  }
  if (run->parsed()) return app::run(*config, run_options);
  if (demo->parsed()) return app::play_demo(*config, demo_options);
  if (passes->parsed()) return app::print_passes(*config, passes_options);
  if (plan->parsed()) {
    plan_options.from = *date_from(from);
    return app::plan_weeks(*config, plan_options);
  }
  return app::close_periods(*config);
}
