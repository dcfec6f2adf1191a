// What the tests of the page share: the real collector over its filled store, and the browser. Both
// stay on this machine and end with the test.
import {spawn} from "node:child_process";
import {createRequire} from "node:module";
import {join} from "node:path";
import {readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";

function required(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run these tests through ctest`);
  return value;
}

const binary_folder = required("INLOOP_BINARY_DIR");
export const repository = fileURLToPath(new URL("../../", import.meta.url));
export const collector = join(binary_folder, "bin/inloop-collector");
export const store_folder = join(binary_folder, "tests/web/store");

const longest_start_ms = 60_000;
const longest_step_ms = 60_000;  // the machine of the tests has others to serve, too

/** The settings of a store: "town" or "region". */
export const settings_of = (store) => join(store_folder, `${store}.toml`);

/** A collector on a free port of this machine. */
export async function start_collector(store = "town") {
  const process = spawn(collector, ["--config", settings_of(store), "serve"],
    {stdio: ["ignore", "ignore", "pipe"]});
  const ended = new Promise((done) => process.on("exit", done));
  const port = await new Promise((found, failed) => {
    let said = "";
    const timer = setTimeout(() => failed(new Error(`the collector does not start: ${said}`)),
      longest_start_ms);
    process.stderr.on("data", (bytes) => {
      said = (said + bytes).slice(-20_000);
      const listening = /listening on \S+ port (\d+)/.exec(said);
      if (listening) {
        clearTimeout(timer);
        found(listening[1]);
      }
    });
    process.on("exit", () => failed(new Error(`the collector ended: ${said}`)));
  });
  return {
    address: `https://127.0.0.1:${port}`,
    stop: async () => {
      process.kill("SIGTERM");
      await ended;
    },
  };
}

const packages = () => createRequire(join(required("INLOOP_TEST_PACKAGES"), "of-the-tests.js"));

/** Debian's Chromium, without a network of its own. */
export async function start_browser() {
  return packages()("playwright-core").chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--no-proxy-server"],
  });
}

export function axe_source() {
  return readFileSync(packages().resolve("axe-core/axe.min.js"), "utf8");
}

/** Every view of the page, by its address after the language. */
export const views = {
  overview: "overzicht",
  place: "plek/de-wissel",
  small_place: "plek/de-ark",
  summer_stop: "plek/huis-van-noord?maand=2026-08",
  silent_place: "plek/de-kajuit",
  compare: "vergelijken",
  districts: "vergelijken?per=wijken&cijfer=gevoel/ja",
  meaning: "uitleg",
  unknown: "nergens",
};

/** One of each kind, for what does not depend on the figures. */
export const main_views = ["overview", "place", "compare", "meaning"].map((name) => views[name]);

/** A tab that notes everything that must not happen in it. */
export async function open_tab(browser, address, options = {}) {
  const context = await browser.newContext({
    viewport: {width: 1280, height: 900}, ignoreHTTPSErrors: true, reducedMotion: "reduce",
    ...options});
  const tab = await context.newPage();
  tab.setDefaultTimeout(longest_step_ms);
  const complaints = [];
  tab.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning")
      complaints.push(message.text());
  });
  tab.on("pageerror", (error) => complaints.push(String(error)));
  tab.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(`${address}/`) && !url.startsWith("data:"))
      complaints.push(`a request to ${url}`);
  });
  return {context, tab, complaints};
}

/** Opens a view and waits until its figures are there. */
export async function show(tab, address, fragment) {
  await tab.goto("about:blank");
  await tab.goto(`${address}/#/${fragment}`);
  await settled(tab);
}

export async function settled(tab) {
  await tab.waitForFunction(() =>
    document.title.includes("–") && !document.querySelector("[role=status]") &&
    [...document.querySelectorAll(".chart")].every((chart) => chart.querySelector("svg")));
}
