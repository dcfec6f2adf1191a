// Places or districts side by side: one figure of one month, largest first, with the intervals that
// say whether a difference is one.

import {rank_chart} from "./charts.ts";
import {card, h, link, paragraph, select} from "./elements.ts";
import type {Speech} from "./format.ts";
import type {Area, Estimate, Place} from "./model.ts";
import {downloads, legend, month_choice} from "./parts.ts";
import {address_of} from "./routes.ts";
import {month_figures, places, totals} from "./source.ts";
import {estimate_cells, estimate_columns, folded_table} from "./tables.ts";
import type {Scene, Shown} from "./view.ts";

interface Entry {
  label: string;
  /** Where all of its figures are; empty: there is no such view. */
  address: string;
  estimate: Estimate | null;
  /** Only of districts: how many places are in the sum, of how many. */
  coverage: string;
}

interface Wanted {
  month: string;
  subject: string;
  group: string | null;
}

async function of_places(speech: Speech, all: Place[], wanted: Wanted): Promise<Entry[]> {
  const figures = await month_figures(wanted.month, wanted.subject);
  return all
    .filter((place) => !place.closed && (!place.first || place.first <= wanted.month))
    .map((place) => ({
      label: place.name, coverage: "",
      address: address_of({language: speech.language, view: "place", place: place.id,
                           month: wanted.month}),
      estimate: figures.estimate(place.id, wanted.month, wanted.subject, wanted.group)}));
}

/** Every district once, by name; in a region of several municipalities with theirs. */
function districts_of(all: Place[]): {label: string; area: Area}[] {
  const is_region = new Set(all.map((place) => place.municipality)).size > 1;
  const by_label = new Map(all.filter((place) => place.district !== "").map((place) => [
    is_region ? `${place.district} (${place.municipality})` : place.district,
    {municipality: place.municipality, district: place.district}]));
  return [...by_label].map(([label, area]) => ({label, area}));
}

async function of_districts(speech: Speech, all: Place[], wanted: Wanted): Promise<Entry[]> {
  return Promise.all(districts_of(all).map(async ({label, area}) => {
    const {months, figures} = await totals(area, wanted.subject);
    const month = months.find((one) => one.period === wanted.month);
    return {
      label,
      address: "",
      estimate: figures.estimate(null, wanted.month, wanted.subject, wanted.group),
      coverage: month ? speech.words.of_places(month.places, month.expected) : "",
    };
  }));
}

function choices({speech, change}: Scene, months: string[], month: string, figure: string,
                 by: string): HTMLElement {
  const {words} = speech;
  return h("div", {class: "choices"},
    select(words.compare_by,
      [{value: "", label: words.places}, {value: "wijken", label: words.districts}], by,
      (value) => change({by: value})),
    select(words.compare_figure, Object.entries(words.compare_figures)
      .map(([value, label]) => ({value, label})), figure, (value) => change({figure: value})),
    month_choice(speech, months, month, (value) => change({month: value})));
}

export async function compare(scene: Scene): Promise<Shown> {
  const {speech, route} = scene;
  const {words} = speech;
  const title = words.compare_title;
  const [all, sums] = await Promise.all([places(), totals(null, "bezoeken")]);
  const months = sums.months.map((one) => one.period);
  const month = months.includes(route.month) ? route.month : months.at(-1);
  if (!month) return {title, content: [paragraph({}, words.no_figures)]};
  const figure = route.figure in words.compare_figures ? route.figure : "bezoeken";
  const by = route.by === "wijken" ? "wijken" : "";
  const [subject = "", group = null] = figure.split("/");
  const wanted = {month, subject, group};
  const entries = await (by ? of_districts : of_places)(speech, all, wanted);
  entries.sort((a, b) => (b.estimate?.raw ?? -Infinity) - (a.estimate?.raw ?? -Infinity));
  const there = entries.filter((one): one is Entry & {estimate: Estimate} => one.estimate !== null);
  const absent = entries.filter((one) => one.estimate === null).map((one) => one.label);
  const chart_title =
    words.compare_chart(words.compare_figures[figure] ?? figure, speech.month(month));
  return {
    title,
    content: [
      paragraph({class: "lead"}, words.compare_lead),
      choices(scene, months, month, figure, by),
      card(chart_title,
        there.length > 0 && rank_chart(speech, `${chart_title}. ${words.chart_hint}`,
          there.map((one) => ({label: one.label, estimate: one.estimate}))),
        legend([["interval", words.legend_interval]]),
        absent.length > 0 && paragraph({class: "missing"}, words.not_in_chart(absent.join(", "))),
        folded_table(speech, chart_title,
          [{label: by ? words.district : words.place}, ...estimate_columns(speech),
           ...(by ? [{label: words.missing_places, numeric: true}] : [])],
          entries.map((one) => [one.address ? link(one.address, one.label) : one.label,
            ...estimate_cells(speech, one.estimate),
            ...(by ? [one.coverage] : [])]))),
      downloads(speech, {periode: month, onderwerp: subject}),
    ].filter((one): one is HTMLElement => one instanceof HTMLElement),
  };
}
