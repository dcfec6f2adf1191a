// All places at a glance: how many visits, who has not reported, and each place with its change.

import {area_choice} from "./area.ts";
import {month_chart} from "./charts.ts";
import {card, h, link, paragraph} from "./elements.ts";
import type {Child} from "./elements.ts";
import type {Speech} from "./format.ts";
import {change_between, feelings, question_of, share_of, year_before} from "./model.ts";
import type {Estimate, Figures, Place} from "./model.ts";
import {downloads, month_choice, month_legend, notice, pager, search_field} from "./parts.ts";
import {address_of} from "./routes.ts";
import {
  area_query, districts, has_places, page_size, place_figures, silent_places, totals,
} from "./source.ts";
import type {AreaMonth, Part, PlaceFigure} from "./source.ts";
import {estimate_cells, estimate_columns, folded_table, table} from "./tables.ts";
import type {Scene, Shown} from "./view.ts";
import {feeling_words} from "./words.ts";

function tile(tint: string, title: string, big: Child, ...small: Child[]): HTMLElement {
  return h("li", {class: `tile tile-${tint}`}, h("h2", {}, title), h("p", {class: "big"}, big),
    small.map((line) => h("p", {class: "small"}, line)));
}

function feeling_tile(speech: Speech, figures: Figures, month: string): HTMLElement {
  const answers = feelings.map((answer) => figures.estimate(null, month, "gevoel", answer));
  const title =
    speech.words.feeling_yes(feeling_words[speech.language][question_of(month)]);
  const [yes, ...others] = answers;
  const share = yes && share_of(yes, others.filter((one): one is Estimate => one !== null));
  if (!share) return tile("lilac", title, speech.words.missing);
  return tile("lilac", title, speech.percent(share.shown),
    speech.words.share_note(speech.percent(share.low), speech.percent(share.high)));
}

function tiles(speech: Speech, figures: Figures, month: string): HTMLElement {
  const {words} = speech;
  const visits = figures.estimate(null, month, "bezoeken");
  const first = figures.estimate(null, month, "eersteKeer", "ja");
  const answers = figures.estimate(null, month, "eersteKeer");
  const volunteers = figures.estimate(null, month, "vrijwilligers");
  return h("ul", {class: "tiles", role: "list"},
    tile("mint", words.visits, speech.shown(visits), visits && speech.between(visits)),
    tile("sky", words.first_time, speech.shown(first), first && speech.between(first),
      answers && words.first_time_note(speech.number(answers.shown))),
    feeling_tile(speech, figures, month),
    tile("sand", words.volunteers, speech.shown(volunteers),
      volunteers && speech.between(volunteers), words.volunteers_note));
}

function lead(speech: Speech, figures: Figures, months: AreaMonth[], month: string): Child[] {
  const {words} = speech;
  const now = figures.find(null, month, "bezoeken");
  const at = months.find((one) => one.period === month);
  if (!now || !at) return [words.place_missing(speech.month(month))];
  const reported = at.places < at.expected
    ? words.some_reported(speech.number(at.places), speech.number(at.expected))
    : words.all_reported(speech.number(at.places));
  const before = figures.find(null, year_before(month), "bezoeken");
  const sentences: Child[] = [h("strong", {}, words.overview_lead(
    speech.month(month), speech.number(now.estimate.shown), reported))];
  if (before) {
    sentences.push(" ", speech.than_year_ago(before.estimate, now.estimate));
    if (before.places !== now.places) sentences.push(" ", words.other_places_then);
  }
  return sentences;
}

const first_silent = 8;

function silence(speech: Speech, late: Part<Place>): HTMLElement | false {
  if (late.total === 0) return false;
  const {words, language} = speech;
  const list = (places: Place[]) => h("ul", {class: "silent"}, places.map((place) => h("li", {},
    link(address_of({language, view: "place", place: place.id}), place.name), ": ",
    [place.last ? words.last_report(speech.month(place.last)) : words.never_reported,
     place.reason && words.reason[place.reason]].filter(Boolean).join("; "))));
  const others = late.entries.slice(first_silent);
  const unlisted = late.total - late.entries.length;
  return notice(`${words.not_reported_title} (${speech.number(late.total)})`,
    list(late.entries.slice(0, first_silent)),
    others.length > 0 && h("details", {class: "figures"},
      h("summary", {}, words.other_silent(others.length)), list(others),
      unlisted > 0 && paragraph({}, words.more_silent(speech.number(unlisted)))),
    paragraph({}, words.missing_is_not_zero));
}

function history(speech: Speech, figures: Figures, months: AreaMonth[], month: string,
                 area_name: string) {
  const {words} = speech;
  const title = area_name ? words.visits_area(area_name) : words.visits_all;
  const bars = months.map((one) => ({
    period: one.period,
    estimate: figures.estimate(null, one.period, "bezoeken"),
    partial: one.places < one.expected,
  }));
  return card(title,
    paragraph({class: "explain"}, words.visits_all_explain),
    month_chart(speech, `${title}. ${words.chart_hint}`, bars, month),
    month_legend(speech, {
      missing: bars.some((bar) => bar.estimate === null),
      partial: bars.some((bar) => bar.partial)}),
    folded_table(speech, title,
      [{label: words.month}, ...estimate_columns(speech), {label: words.missing_places,
                                                         numeric: true}],
      [...months].reverse().map((one) => [
        speech.month(one.period),
        ...estimate_cells(speech, figures.estimate(null, one.period, "bezoeken")),
        words.of_places(speech.number(one.places), speech.number(one.expected))])));
}

function two_lines(first: Child, second: Child): HTMLElement {
  return h("span", {class: "two-lines"}, first, h("span", {class: "second"}, second));
}

/** The figure with a bar before it, as long as its part of the largest. */
function visits_cell(speech: Speech, now: Estimate, largest: number): HTMLElement {
  const svg = (name: string, attributes: Record<string, string>) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };
  const bar = svg("svg", {class: "visits-bar", "aria-hidden": "true"});
  const share = (100 * now.shown) / Math.max(1, largest);
  bar.append(svg("rect", {width: `${share}%`, height: "100%", rx: "2"}));
  return h("span", {class: "visits"}, bar,
    two_lines(h("strong", {}, speech.number(now.shown)), speech.interval(now)));
}

function place_row(speech: Speech, {place, now, before}: PlaceFigure, month: string,
                   largest: number): Child[] {
  const {words, language} = speech;
  const state = place.closed ? words.closed : words.missing;
  const change = now && before && change_between(before, now);
  return [
    two_lines(
      link(address_of({language, view: "place", place: place.id, month}), place.name),
      place.district || words.no_district),
    now ? visits_cell(speech, now, largest) : h("span", {class: "missing"}, state),
    before ? two_lines(
      change && h("span", {class: `change change-${change}`}, words.change[change]),
      h("span", {}, `${speech.number(before.shown)} `,
        h("span", {class: "unbroken"}, `(${speech.interval(before)})`))) : words.no_comparison,
  ];
}

/** The places one below the other, a page at a time, and a way to find one by its name. */
function list_of_places({speech, route, change}: Scene, listed: Part<PlaceFigure>,
                        month: string): HTMLElement {
  const {words} = speech;
  const title = words.places_table(speech.month(month));
  const largest = Math.max(...listed.entries.map((entry) => entry.now?.shown ?? 0));
  const is_searched = route.search !== "" || listed.total > page_size;
  return card(title,
    paragraph({class: "explain"}, words.places_explain),
    is_searched && h("div", {class: "choices"},
      search_field(speech, route.search, (search) => change({search, page: 1}))),
    listed.total === 0 ? paragraph({role: "note"}, words.nothing_found) : table(title, [
      {label: `${words.place}, ${words.district.toLowerCase()}`},
      {label: `${words.visits}, ${words.between}`, numeric: true},
      {label: words.than_before}],
    listed.entries.map((entry) => place_row(speech, entry, month, largest))),
    pager(speech, route.page, listed.total, (page) => change({page})));
}

async function nothing_yet({words}: Speech): Promise<HTMLElement> {
  return paragraph({}, (await has_places()) ? words.no_figures : words.no_places);
}

export async function overview(scene: Scene): Promise<Shown> {
  const {speech, route, change} = scene;
  const {words} = speech;
  const title = words.overview_title;
  const {area, name, controls} = area_choice(speech, route, await districts(), change);
  const [late, sums] = await Promise.all([silent_places(area), totals(area)]);
  const months = sums.months.map((one) => one.period);
  const month = months.includes(route.month) ? route.month : months.at(-1);
  if (!month)
    return {title, content: [h("div", {class: "choices"}, controls), await nothing_yet(speech)]};
  const listed = await place_figures({
    month, subject: "bezoeken", group: null, area, search: route.search, order: "name",
    page: route.page});
  const content = [
    name !== "" && paragraph({class: "kicker"}, name),
    h("div", {class: "lead-row"},
      paragraph({class: "lead"}, ...lead(speech, sums.figures, sums.months, month)),
      h("div", {class: "knobs"}, controls,
        month_choice(speech, months, month, (chosen) => change({month: chosen})))),
    tiles(speech, sums.figures, month),
    silence(speech, late),
    history(speech, sums.figures, sums.months, month, name),
    list_of_places(scene, listed, month),
    downloads(speech, {periode: month, ...area_query(area)}),
  ];
  return {title, content: content.filter((one): one is HTMLElement => one !== false)};
}
