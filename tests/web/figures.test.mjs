// The page shows what the collector says and nothing else: every figure with its interval, what is
// missing as missing, zero as zero, what is below zero as 0 beside its raw value.
import assert from "node:assert/strict";
import {after, before, test} from "node:test";

import {open_tab, show, start_browser, start_collector} from "./surroundings.mjs";

let collector;
let browser;
let context;
let tab;

before(async () => {
  collector = await start_collector();
  browser = await start_browser();
  ({context, tab} = await open_tab(browser, collector.address));
});

after(async () => {
  await context?.close();
  await browser?.close();
  await collector?.stop();
});

/** Asks the collector as the page does. */
async function ask(path) {
  const answer = await context.request.get(`${collector.address}/v1/${path}`);
  assert.equal(answer.status(), 200, path);
  return answer.json();
}

const number = (value) => new Intl.NumberFormat("nl-NL").format(value).replace("-", "−");
const interval = (one) => `${number(one.ondergrens95)} – ${number(one.bovengrens95)}`;

/** The rows of the table in the card with that heading, as texts. */
async function rows_of(heading) {
  return tab.locator("section", {has: tab.getByRole("heading", {name: heading})})
    .locator("tbody tr").evaluateAll((rows) => rows.map((row) =>
      [...row.children].map((cell) => cell.textContent)));
}

const month_name = (period) => new Intl.DateTimeFormat("nl-NL",
  {month: "long", year: "numeric", timeZone: "UTC"}).format(new Date(`${period}-01`));

for (const place of ["de-wissel", "de-ark", "huis-van-noord"])
  test(`every month of ${place} stands in the table as the collector gives it`, async () => {
    const story = await ask(`plekken/${place}/maanden`);
    await show(tab, collector.address, `nl/plek/${place}`);
    const rows = await rows_of("Bezoeken per maand");
    assert.equal(rows.length, story.resultaten.length);
    for (const month of story.resultaten) {
      const row = rows.find(([name]) => name === month_name(month.periode));
      assert.ok(row, month.periode);
      if (month.status === "ontbreekt") {
        assert.deepEqual(row.slice(1, 4), ["niet ontvangen", "", ""]);
        continue;
      }
      const table = month.tabellen.find((one) => one.onderwerp === "bezoeken");
      const estimates = [table.totaal, ...table.cellen];
      assert.deepEqual(row.slice(1), estimates.flatMap((one) =>
        [number(one.getoond), interval(one), number(one.waarde)]));
    }
  });

test("missing months are marked in the chart and are no bars", async () => {
  const story = await ask("plekken/de-wissel/maanden");
  const missing = story.resultaten.filter((month) => month.status === "ontbreekt").length;
  assert.equal(missing, 3);
  await show(tab, collector.address, "nl/plek/de-wissel");
  const chart = tab.locator(".chart").first();
  assert.equal(await chart.locator(".bar-missing rect").count(), missing);
  const bars = await chart.locator("[class^=bar-]:not(.bar-missing) rect").count();
  assert.equal(bars, story.resultaten.length - missing);
  assert.equal(await chart.locator(".whisker line").count(), bars);
});

test("a month without visitors is zero with its interval, and not missing", async () => {
  await show(tab, collector.address, "nl/plek/huis-van-noord?maand=2026-08");
  const lead = await tab.locator(".lead").innerText();
  assert.match(lead, /^In augustus 2026 waren er ongeveer \d bezoeken \(tussen 0 en \d+\)\./);
  assert.match(lead, /niet open/);
});

test("a figure below zero is shown as 0 beside its raw value", async () => {
  await show(tab, collector.address, "nl/plek/de-ark");
  const rows = (await rows_of("Bezoeken per maand")).filter((row) => row[9].startsWith("−"));
  assert.ok(rows.length > 0, "the demo has no figure below zero in this place");
  for (const row of rows) {
    assert.equal(row[7], "0");
    assert.match(row[8], /^0 – \d+$/);
  }
});

test("the overview names who has not reported, and has the totals of the collector", async () => {
  const totals = await ask("totalen?onderwerp=bezoeken");
  const last = totals.resultaten.at(-1);
  await show(tab, collector.address, "nl/overzicht");
  const total = last.tabellen[0].totaal;
  const tile = await tab.locator(".tile").first().innerText();
  assert.match(tile, new RegExp(`Bezoeken\\s+${number(total.getoond)}\\s`));
  assert.match(tile, new RegExp(
    `tussen ${number(total.ondergrens95)} en ${number(total.bovengrens95)}`));
  assert.match(await tab.locator(".lead").innerText(),
    new RegExp(`${last.aantalPlekken} van de ${last.verwachtePlekken} plekken`));
  assert.match(await tab.locator(".utrecht-alert").innerText(),
    /De Kajuit: laatste cijfers: \S+ 20\d\d; de schijf van de kiosk is bijna vol/);
  const silent = await tab.locator("tr", {hasText: "De Kajuit"}).innerText();
  assert.match(silent, /niet ontvangen/);
});

test("districts add up as the collector adds them, with how many places are in it", async () => {
  const period = (await ask("totalen?onderwerp=bezoeken")).resultaten.at(-1).periode;
  const west = (await ask("totalen?gemeente=Demostad&wijk=West&onderwerp=bezoeken")).resultaten
    .find((month) => month.periode === period);
  await show(tab, collector.address, "nl/vergelijken?per=wijken");
  const rows = await rows_of(`Bezoeken in ${month_name(period)}`);
  assert.equal(rows.length, 5);
  const row = rows.find(([name]) => name === "West");
  const total = west.tabellen[0].totaal;
  assert.deepEqual(row, ["West", number(total.getoond), interval(total), number(total.waarde),
    "1 van 2 plekken"]);
});

test("every download is served in its own form", async () => {
  await show(tab, collector.address, "nl/plek/de-ark");
  const links = await tab.locator(".files a").evaluateAll((all) => all.map((one) => one.href));
  assert.equal(links.length, 4);
  const types = [];
  for (const link of links) {
    const answer = await context.request.get(link);
    assert.equal(answer.status(), 200, link);
    types.push(answer.headers()["content-type"].split(";")[0]);
    assert.ok((await answer.body()).length > 1000, link);
  }
  assert.deepEqual(types, ["text/csv", "application/vnd.sdmx.data+csv",
    "application/vnd.oasis.opendocument.spreadsheet", "application/json"]);
});
