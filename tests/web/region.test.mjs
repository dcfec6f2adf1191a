// A region with more places than fit on a page: what is asked for and shown stays as much as fits,
// every place can be found, and what is chosen holds for everything on the page.
import assert from "node:assert/strict";
import {after, before, test} from "node:test";

import {axe_source, open_tab, settled, show, start_browser, start_collector}
  from "./surroundings.mjs";

const places = 108;
let collector;
let browser;
let context;
let tab;

before(async () => {
  collector = await start_collector("region");
  browser = await start_browser();
  ({context, tab} = await open_tab(browser, collector.address));
});

after(async () => {
  await context?.close();
  await browser?.close();
  await collector?.stop();
});

const list = () => tab.locator("section", {has: tab.getByRole("searchbox")});
const addresses = () => list().locator("tbody a").evaluateAll((all) => all.map((one) => one.href));

/** Waits until what is shown of the list is no longer that. */
async function changed_from(text) {
  await tab.waitForFunction((old) => document.querySelector(".pager")?.innerText !== old, text);
  await settled(tab);
}

test("every place is on one page of the list, and on no other", async () => {
  await show(tab, collector.address, "nl/overzicht");
  const seen = await addresses();
  assert.equal(seen.length, 50);
  const next = tab.getByRole("button", {name: "Volgende"});
  for (const last of [100, 108]) {
    const range = await tab.locator(".pager").innerText();
    await next.click();
    await changed_from(range);
    assert.match(await tab.locator(".pager").innerText(), new RegExp(`tot en met ${last} van 108`));
    assert.equal(await next.evaluate((button) => button === document.activeElement), true);
    seen.push(...await addresses());
  }
  assert.equal(await next.getAttribute("aria-disabled"), "true");
  assert.equal(new Set(seen).size, places);
  assert.match(tab.url(), /pagina=3$/);
});

test("the overview asks a handful of questions and gets no more than it shows", async () => {
  const asked = [];
  const note = async (answer) => asked.push({address: answer.url(), list: answer.json()});
  tab.on("response", (answer) => answer.url().includes("/v1/") && note(answer));
  await show(tab, collector.address, "nl/overzicht");
  tab.removeAllListeners("response");
  assert.ok(asked.length <= 4, asked.map((one) => one.address).join(" "));
  for (const {address, list: answer} of asked)
    assert.ok((await answer).resultaten.length <= 50, address);
});

test("a place is found by a part of its name, and who finds nothing reads so", async () => {
  await show(tab, collector.address, "nl/overzicht");
  const look_for = async (name) => {
    await tab.getByRole("searchbox").fill(name);
    await tab.keyboard.press("Enter");
    await tab.waitForFunction(() => document.querySelector(".pager") === null);
    await settled(tab);
  };
  await look_for("KAJUIT");
  assert.equal((await addresses()).length, 9);
  assert.equal(await tab.getByRole("searchbox").inputValue(), "KAJUIT");
  await look_for("nergens");
  await tab.getByText("Er is geen plek met deze naam.").waitFor();
  assert.match(tab.url(), /zoek=nergens$/);
  assert.equal((await addresses()).length, 0);
});

test("a municipality and a district hold for every figure of the overview", async () => {
  const ask = async (path) => (await context.request.get(`${collector.address}/v1/${path}`)).json();
  const area = "gemeente=Oefendam&wijk=West";
  const month = (await ask(`totalen?${area}&onderwerp=bezoeken`)).resultaten.at(-1);
  await show(tab, collector.address, "nl/overzicht");
  await tab.getByLabel("Gemeente").selectOption("Oefendam");
  await tab.getByRole("heading", {name: "Bezoeken per maand, Oefendam"}).waitFor();
  await tab.getByLabel("Wijk", {exact: true}).selectOption("West");
  await tab.getByRole("heading", {name: "Bezoeken per maand, West"}).waitFor();
  await settled(tab);
  const number = (value) => new Intl.NumberFormat("nl-NL").format(value);
  assert.match(await tab.locator(".tile").first().innerText(),
    new RegExp(number(month.tabellen[0].totaal.getoond)));
  assert.match(await tab.locator(".lead").innerText(),
    new RegExp(`${month.aantalPlekken} van de ${month.verwachtePlekken} plekken`));
  const silent = await ask(`stille-plekken?${area}`);
  assert.match(await tab.locator(".notice-title").innerText(),
    new RegExp(`\\(${silent.totaalAantal}\\)`));
  assert.equal(await tab.locator("tbody th a").count(), month.verwachtePlekken);
  assert.match(tab.url(), /gemeente=Oefendam&wijk=West$/);
  for (const href of await tab.locator(".files a").evaluateAll((all) => all.map((a) => a.href)))
    assert.equal((await context.request.get(href)).status(), 200, href);
});

test("places of one name stand apart in a comparison, largest first", async () => {
  await show(tab, collector.address, "nl/vergelijken");
  const chart = tab.locator(".chart");
  assert.equal(await chart.locator(".bar-whole rect").count(), 50);
  const shown = await chart.locator(".amount text").evaluateAll((all) =>
    all.map((one) => Number(one.textContent.replace(".", ""))));
  assert.deepEqual(shown, [...shown].sort((a, b) => b - a));
  const names = await chart.locator(".names text").evaluateAll((all) =>
    all.map((one) => one.textContent));
  assert.equal(names.length, 50);
  assert.ok(new Set(names).size < 50, "the region has no two places of one name");
});

test("districts of a region are named with their municipality", async () => {
  await show(tab, collector.address, "nl/vergelijken?per=wijken");
  const names = await tab.locator("tbody th").evaluateAll((all) =>
    all.map((one) => one.textContent));
  assert.equal(names.length, 10);
  assert.ok(names.includes("West (Demostad)") && names.includes("West (Oefendam)"));
});

test("the list of a region holds on a narrow screen, and for axe", async () => {
  await tab.setViewportSize({width: 320, height: 700});
  for (const path of ["nl/overzicht?pagina=2", "en/overzicht?zoek=ark", "nl/vergelijken"]) {
    await show(tab, collector.address, path);
    assert.ok(await tab.evaluate(() =>
      document.documentElement.scrollWidth <= window.innerWidth), `${path} goes sideways`);
    await tab.evaluate(axe_source());
    const {violations} = await tab.evaluate(() => window.axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}));
    assert.deepEqual(violations.map((one) => one.id), [], path);
  }
});
