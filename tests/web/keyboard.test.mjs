// The whole page by keyboard only: everything can be reached and is seen when it is, the skip link
// skips, and after each step the focus is where a reader expects it.
import assert from "node:assert/strict";
import {after, before, test} from "node:test";

import {main_views, open_tab, settled, show, start_browser, start_collector}
  from "./surroundings.mjs";

let collector;
let browser;

before(async () => {
  collector = await start_collector();
  browser = await start_browser();
});

after(async () => {
  await browser?.close();
  await collector?.stop();
});

/** What has the focus, and whether somebody can see that. */
async function focused(tab) {
  return tab.evaluate(() => {
    const element = document.activeElement;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    element.dataset.step ??= String(document.querySelectorAll("[data-step]").length);
    return {
      step: element.dataset.step,
      name: element.tagName,
      text: (element.textContent ?? "").trim().slice(0, 60),
      is_seen: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 &&
        box.width > 1 && box.height > 1,
    };
  });
}

async function press_until(tab, key, is_there, most = 120) {
  for (let pressed = 0; pressed < most; ++pressed) {
    await tab.keyboard.press(key);
    const now = await focused(tab);
    if (is_there(now)) return now;
  }
  throw new Error(`${key} never led there`);
}

test("every control of every view is reached with Tab and is seen", async () => {
  for (const path of main_views) {
    const {context, tab} = await open_tab(browser, collector.address);
    await show(tab, collector.address, `nl/${path}`);
    const wanted = await tab.evaluate(() =>
      [...document.querySelectorAll("a, button, select, summary, [tabindex='0']")]
        .filter((element) => element.checkVisibility()).length);
    await tab.evaluate(() => document.activeElement?.blur());
    const seen = new Set();
    for (let steps = 0; steps < wanted + 2; ++steps) {
      await tab.keyboard.press("Tab");
      const now = await focused(tab);
      if (now.name === "BODY") break;
      assert.ok(now.is_seen, `${path}: the focus on ${now.name} "${now.text}" cannot be seen`);
      seen.add(now.step);
    }
    assert.equal(seen.size, wanted, path);
    await context.close();
  }
});

test("the first Tab shows the skip link, and it skips to the content", async () => {
  const {context, tab} = await open_tab(browser, collector.address);
  await show(tab, collector.address, "nl/overzicht");
  await tab.evaluate(() => document.activeElement?.blur());
  await tab.keyboard.press("Tab");
  assert.equal((await focused(tab)).text, "Naar de inhoud");
  const address = tab.url();
  await tab.keyboard.press("Enter");
  assert.equal((await focused(tab)).name, "MAIN");
  assert.equal(tab.url(), address, "the address must go on naming the view");
  await context.close();
});

test("from the overview to a place, a month, its table and back, by keyboard only", async () => {
  const {context, tab} = await open_tab(browser, collector.address);
  await show(tab, collector.address, "nl/overzicht");
  await press_until(tab, "Tab", (now) => now.text === "De Wissel");
  await tab.keyboard.press("Enter");
  await tab.waitForFunction(() => document.querySelector("h1")?.textContent === "De Wissel");
  await settled(tab);
  assert.equal((await focused(tab)).name, "H1");

  await press_until(tab, "Tab", (now) => now.name === "SELECT");
  const before_month = await tab.locator(".lead").innerText();
  await tab.keyboard.press("ArrowDown");
  await tab.waitForFunction((old) =>
    document.querySelector(".lead, .utrecht-alert")?.innerText !== old, before_month);
  assert.equal((await focused(tab)).name, "SELECT", "a turned knob keeps the focus");
  assert.match(tab.url(), /maand=20\d\d-\d\d/);

  await press_until(tab, "Tab", (now) => now.name === "SUMMARY");
  await tab.keyboard.press("Enter");
  assert.equal(await tab.locator("details[open]").count(), 1);

  const before_again = await tab.locator(".lead").innerText();
  await tab.keyboard.press("Shift+Tab");
  await tab.keyboard.press("ArrowDown");
  await tab.waitForFunction((old) =>
    document.querySelector(".lead, .utrecht-alert")?.innerText !== old, before_again);
  assert.equal(await tab.locator("details[open]").count(), 1, "a table stays open");

  await tab.goBack();  // without a window there is no key for it
  await tab.waitForSelector(".tiles");
  await context.close();
});

test("the language changes where the reader is, and the title and the address say so", async () => {
  const {context, tab} = await open_tab(browser, collector.address);
  await show(tab, collector.address, "nl/plek/de-wissel?maand=2026-09");
  await tab.evaluate(() => document.activeElement?.blur());
  await press_until(tab, "Tab", (now) => now.text === "English");
  await tab.keyboard.press("Enter");
  await tab.waitForFunction(() => document.documentElement.lang === "en");
  await settled(tab);
  assert.match(tab.url(), /#\/en\/plek\/de-wissel\?maand=2026-09$/);
  assert.match(await tab.title(), /^De Wissel – Neighbourhood/);
  assert.match(await tab.locator(".lead").innerText(), /September 2026/);
  await context.close();
});
