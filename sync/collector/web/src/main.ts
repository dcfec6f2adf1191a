// The page: reads the address, asks for a view, shows it, keeps title, language and focus right.

import {compare} from "./compare.ts";
import {append, h, link, paragraph} from "./elements.ts";
import type {Child} from "./elements.ts";
import {Speech} from "./format.ts";
import {meaning} from "./meaning.ts";
import {overview} from "./overview.ts";
import "./page.css";
import {place} from "./place.ts";
import {address_of, route_from} from "./routes.ts";
import type {Route, View} from "./routes.ts";
import {Unknown} from "./source.ts";
import type {Scene, Show, Shown} from "./view.ts";
import {all_words} from "./words.ts";
import type {Language} from "./words.ts";

const shows: Record<View, Show> = {overview, place, compare, meaning};
const preferred: Language = navigator.language.startsWith("nl") ? "nl" : "en";
const page = document.getElementById("page") ?? document.body;

let shown_view = "";
let turn = 0;  // an answer that comes after the reader went on is dropped

function item(href: string, label: string, is_current: boolean, lang?: string): HTMLElement {
  return h("li", {}, h("a", {href, lang, "aria-current": is_current ? "page" : null}, label));
}

function header({language, words}: Speech, route: Route): HTMLElement {
  const menu: [View, string][] =
    [["overview", words.overview], ["compare", words.compare], ["meaning", words.meaning]];
  return h("header", {class: "site-header"},
    h("div", {class: "inner"},
      h("a", {class: "brand", href: address_of({language})},
        h("img", {src: "icon.svg", alt: "", width: 36, height: 36}), words.site),
      h("nav", {"aria-label": words.languages}, h("ul", {class: "languages", role: "list"},
        (Object.keys(all_words) as Language[]).map((one) =>
          item(address_of({...route, language: one}), all_words[one].name, one === language,
            one)))),
      h("nav", {"aria-label": words.menu}, h("ul", {class: "menu", role: "list"},
        menu.map(([view, label]) =>
          item(address_of({language, view}), label, route.view === view))))));
}

function frame(speech: Speech, route: Route, title: string, content: Child[]): Child[] {
  const {words} = speech;
  const skip = h("a", {
    class: "utrecht-skip-link utrecht-skip-link--visible-on-focus", href: "#content"}, words.skip);
  skip.addEventListener("click", (event) => {
    event.preventDefault();  // the address holds the view
    page.querySelector<HTMLElement>("main")?.focus();
  });
  return [
    skip,
    header(speech, route),
    h("main", {id: "content", tabindex: -1}, h("h1", {tabindex: -1}, title), ...content),
    h("footer", {class: "site-footer"}, h("div", {class: "inner"}, paragraph({}, words.about, " ",
      link(address_of({language: speech.language, view: "meaning"}), words.meaning)))),
  ];
}

function failure(speech: Speech, route: Route): Shown {
  const {words} = speech;
  const again = h("button", {type: "button",
    class: "utrecht-button utrecht-button--html-button utrecht-button--primary-action"},
  words.retry);
  again.addEventListener("click", () => void show(route, "stay"));
  return {title: words.failed, content: [paragraph({role: "alert"}, words.failed_next), again]};
}

function unknown({language, words}: Speech): Shown {
  return {title: words.unknown_address,
          content: [paragraph({}, link(address_of({language}), words.to_overview))]};
}

async function view_of(scene: Scene): Promise<Shown> {
  const {route, speech} = scene;
  if (route.view === "unknown") return unknown(speech);
  try {
    return await shows[route.view](scene);
  } catch (error) {
    if (error instanceof Unknown) return unknown(speech);
    console.warn(error);
    return failure(speech, route);
  }
}

/** "stay" leaves focus and scroll where they are: the reader only turned a knob of this view. */
async function show(route: Route, focus: "stay" | "heading"): Promise<void> {
  const mine = ++turn;
  const speech = new Speech(route.language);
  const {words} = speech;
  document.documentElement.lang = route.language;
  if (focus === "heading" || page.childElementCount === 0)
    draw(speech, route, words.site, [paragraph({role: "status"}, words.loading)]);
  const change = (changed: Partial<Route>) => {
    const next = {...route, ...changed};
    history.replaceState(null, "", address_of(next));
    void show(next, "stay");
  };
  const {title, content} = await view_of({speech, route, change});
  if (mine !== turn) return;
  const knob = focus === "stay" ? focused_knob() : "";
  const scrolled = scrollY;
  const opened = [...page.querySelectorAll("details")].map((details) => details.open);
  draw(speech, route, title, content);
  document.title = `${title} – ${words.site}`;
  if (focus === "heading") {
    page.querySelector<HTMLElement>("h1")?.focus({preventScroll: true});
    scrollTo(0, 0);
  } else {
    for (const [at, details] of [...page.querySelectorAll("details")].entries())
      details.open = opened[at] ?? false;
    scrollTo(0, scrolled);
    focus_knob(knob);
  }
}

function draw(speech: Speech, route: Route, title: string, content: Child[]): void {
  page.replaceChildren();
  append(page, frame(speech, route, title, content));
}

/** Views are drawn anew, so the control that had the focus is found again by its name. */
function focused_knob(): string {
  const focused = document.activeElement;
  return focused instanceof HTMLElement ? (focused.dataset["knob"] ?? "") : "";
}

function focus_knob(name: string): void {
  if (name !== "")
    page.querySelector<HTMLElement>(`[data-knob="${CSS.escape(name)}"]`)
      ?.focus({preventScroll: true});
}

function on_address(): void {
  const route = route_from(location.hash, preferred);
  const view = `${route.language}/${route.view}/${route.place}`;
  const is_first = shown_view === "";
  shown_view = view;
  void show(route, is_first ? "stay" : "heading");
}

/** On paper every table is open. */
function open_for_print(): void {
  const closed = [...page.querySelectorAll<HTMLDetailsElement>("details:not([open])")];
  for (const details of closed) details.open = true;
  addEventListener("afterprint", () => {
    for (const details of closed) details.open = false;
  }, {once: true});
}

addEventListener("hashchange", on_address);
addEventListener("beforeprint", open_for_print);
on_address();
