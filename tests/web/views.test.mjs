// Every view, in both languages, wide and narrow, light and dark: nothing for axe-core to find,
// nothing sideways, nothing from elsewhere, no word of complaint from the browser.
import assert from "node:assert/strict";
import {mkdirSync} from "node:fs";
import {join} from "node:path";
import {after, before, test} from "node:test";

import {axe_source, main_views, open_tab, show, start_browser, start_collector, views}
  from "./surroundings.mjs";

const pictures = process.env.INLOOP_SCREENSHOTS;
let collector;
let browser;

before(async () => {
  collector = await start_collector();
  browser = await start_browser();
  if (pictures) mkdirSync(pictures, {recursive: true});
});

after(async () => {
  await browser?.close();
  await collector?.stop();
});

async function found_by_axe(tab) {
  await tab.evaluate(axe_source());
  const {violations} = await tab.evaluate(() => window.axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}));
  return violations.map(({id, nodes}) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
}

async function sideways_px(tab) {
  return tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

// Each language with each width and each scheme, in half as many walks as all three together; all
// of them when pictures are wanted.
const walks = ["nl", "en"].flatMap((language) => [1280, 320].flatMap((width) =>
  ["light", "dark"].map((colorScheme) => ({language, width, colorScheme}))))
  .filter(({language, width, colorScheme}) =>
    pictures || (language === "nl") === ((width === 1280) === (colorScheme === "light")));

for (const {language, width, colorScheme} of walks)
  test(`every view holds in ${language}, ${width} px wide, ${colorScheme}`, async () => {
    const {context, tab, complaints} = await open_tab(browser, collector.address,
      {viewport: {width, height: 900}, colorScheme});
    for (const [name, path] of Object.entries(views)) {
      await show(tab, collector.address, `${language}/${path}`);
      if (pictures)
        await tab.screenshot({fullPage: true,
          path: join(pictures, `${name}-${language}-${width}-${colorScheme}.png`)});
      assert.ok((await sideways_px(tab)) <= 0, `${name} goes sideways`);
      assert.equal(await tab.getAttribute("html", "lang"), language);
      assert.equal(await tab.locator("h1").count(), 1, name);
      await tab.evaluate(() => {
        for (const details of document.querySelectorAll("details")) details.open = true;
      });
      assert.deepEqual(await found_by_axe(tab), [], name);
    }
    assert.deepEqual(complaints, []);
    await context.close();
  });

test("every chart stands with a table of the same figures", async () => {
  const {context, tab} = await open_tab(browser, collector.address);
  let charts = 0;
  for (const path of Object.values(views)) {
    await show(tab, collector.address, `nl/${path}`);
    for (const chart of await tab.locator(".chart").all()) {
      ++charts;
      const card = chart.locator("xpath=ancestor::section[1]");
      assert.equal(await card.locator("table").count(), 1, path);
      assert.ok((await card.locator("tbody tr").count()) > 0, path);
      assert.notEqual(await chart.locator("svg").getAttribute("aria-label"), null);
    }
  }
  assert.ok(charts > 20, `only ${charts} charts`);
  await context.close();
});

test("letters of twice the size and a zoom of 200 % still fit", async () => {
  for (const options of [{viewport: {width: 640, height: 450}, deviceScaleFactor: 2}, {}]) {
    const {context, tab} = await open_tab(browser, collector.address, options);
    for (const path of main_views) {
      await show(tab, collector.address, `nl/${path}`);
      if (!options.viewport) {
        const session = await context.newCDPSession(tab);
        await session.send("Page.enable");
        await session.send("Page.setFontSizes", {fontSizes: {standard: 32, fixed: 26}});
        await tab.waitForFunction(() =>
          parseFloat(getComputedStyle(document.documentElement).fontSize) === 32);
      }
      assert.ok((await sideways_px(tab)) <= 0, `${path} goes sideways`);
    }
    await context.close();
  }
});

test("on paper all tables are open and what can only be tapped is gone", async () => {
  const {context, tab} = await open_tab(browser, collector.address);
  await show(tab, collector.address, "nl/plek/de-wissel");
  await tab.emulateMedia({media: "print"});
  await tab.evaluate(() => dispatchEvent(new Event("beforeprint")));
  for (const table of await tab.locator("details table").all())
    assert.ok(await table.isVisible());
  for (const control of await tab.locator(".menu, .choice, .downloads").all())
    assert.ok(!(await control.isVisible()));
  assert.ok((await tab.pdf({format: "A4"})).length > 20_000);
  await tab.evaluate(() => dispatchEvent(new Event("afterprint")));
  assert.equal(await tab.locator("details[open]").count(), 0);
  await context.close();
});

test("nothing moves for who asked for less, and nothing is kept in the browser", async () => {
  const {context, tab} = await open_tab(browser, collector.address);
  for (const path of main_views) {
    await show(tab, collector.address, `nl/${path}`);
    assert.equal(await tab.evaluate(() => document.getAnimations().length), 0);
  }
  assert.deepEqual(await context.cookies(), []);
  assert.equal(await tab.evaluate(() => localStorage.length + sessionStorage.length), 0);
  await context.close();
});

test("where the collector gives no figures the page says so, and tries again", async () => {
  const {context, tab} = await open_tab(browser, collector.address);
  let is_down = true;
  await tab.route("**/v1/**", (route) =>
    is_down ? route.fulfill({status: 503, body: "{}"}) : route.continue());
  await show(tab, collector.address, "nl/overzicht");
  assert.equal(await tab.locator("h1").innerText(), "De cijfers zijn nu niet te lezen.");
  assert.deepEqual(await found_by_axe(tab), []);
  is_down = false;
  await tab.getByRole("button", {name: "Opnieuw proberen"}).click();
  await tab.waitForSelector(".tiles");
  await context.close();
});

test("a place that nobody added is an unknown address", async () => {
  const {context, tab} = await open_tab(browser, collector.address);
  await show(tab, collector.address, "en/plek/geen-plek");
  assert.equal(await tab.locator("h1").innerText(), "This address does not exist.");
  await context.close();
});

test("the name of a place is never code", async () => {
  const {context, tab, complaints} = await open_tab(browser, collector.address);
  const name = "<img src=x onerror=\"document.title='broken'\"><b>De Ark";
  await tab.route("**/v1/plekcijfers?*", async (route) => {
    const answer = await route.fetch();
    const list = await answer.json();
    list.resultaten[0].plek.naam = name;
    await route.fulfill({response: answer, json: list});
  });
  await show(tab, collector.address, "nl/overzicht");
  assert.equal(await tab.getByRole("link", {name}).count(), 1);
  assert.deepEqual(complaints, []);
  await context.close();
});
