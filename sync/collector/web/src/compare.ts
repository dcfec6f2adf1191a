// Places or districts side by side: one figure of one month, largest first, with the intervals that
// say whether a difference is one.

import {area_choice} from "./area.ts";
import {rank_chart} from "./charts.ts";
import {card, h, link, paragraph, select} from "./elements.ts";
import type {Speech} from "./format.ts";
import type {Area, Estimate} from "./model.ts";
import {downloads, legend, month_choice, pager} from "./parts.ts";
import {address_of} from "./routes.ts";
import {area_query, district_figures, districts, place_figures, totals} from "./source.ts";
import type {Part, Wanted} from "./source.ts";
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

async function of_places(speech: Speech, wanted: Wanted): Promise<Part<Entry>> {
  const {total, entries} = await place_figures(wanted);
  return {total, entries: entries.map(({place, now}) => ({
    label: place.name, coverage: "", estimate: now,
    address: address_of(
      {language: speech.language, view: "place", place: place.id, month: wanted.month})}))};
}

/** In a region of several municipalities a district has the name of its own behind it. */
async function of_districts(
  speech: Speech, wanted: Wanted, known: Area[],
): Promise<Part<Entry>> {
  const is_region = new Set(known.map((area) => area.municipality)).size > 1;
  const {total, entries} = await district_figures(wanted);
  return {total, entries: entries.map(({area, now, places, expected}) => ({
    label: is_region ? `${area.district} (${area.municipality})` : area.district,
    address: "", estimate: now,
    coverage: speech.words.of_places(speech.number(places), speech.number(expected))}))};
}

function choices({speech, change}: Scene, areas: HTMLElement[], months: string[], month: string,
                 figure: string, by: string): HTMLElement {
  const {words} = speech;
  return h("div", {class: "choices"},
    select(words.compare_by,
      [{value: "", label: words.places}, {value: "wijken", label: words.districts}], by,
      (value) => change({by: value, page: 1})),
    select(words.compare_figure, Object.entries(words.compare_figures)
      .map(([value, label]) => ({value, label})), figure,
    (value) => change({figure: value, page: 1})),
    areas,
    month_choice(speech, months, month, (value) => change({month: value, page: 1})));
}

export async function compare(scene: Scene): Promise<Shown> {
  const {speech, route, change} = scene;
  const {words} = speech;
  const title = words.compare_title;
  const known = await districts();
  const {area, controls} = area_choice(speech, route, known, change);
  const {months: told} = await totals(null, "bezoeken");
  const months = told.map((one) => one.period);
  const month = months.includes(route.month) ? route.month : months.at(-1);
  if (!month) return {title, content: [paragraph({}, words.no_figures)]};
  const figure = route.figure in words.compare_figures ? route.figure : "bezoeken";
  const by = route.by === "wijken" ? "wijken" : "";
  const [subject = "", group = null] = figure.split("/");
  const wanted: Wanted =
    {month, subject, group, area, search: "", order: "largest", page: route.page};
  const {total, entries} =
    await (by ? of_districts(speech, wanted, known) : of_places(speech, wanted));
  const there = entries.filter((one): one is Entry & {estimate: Estimate} => one.estimate !== null);
  const absent = entries.filter((one) => one.estimate === null).map((one) => one.label);
  const chart_title =
    words.compare_chart(words.compare_figures[figure] ?? figure, speech.month(month));
  return {
    title,
    content: [
      paragraph({class: "lead"}, words.compare_lead),
      choices(scene, controls, months, month, figure, by),
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
            ...(by ? [one.coverage] : [])])),
        pager(speech, route.page, total, (page) => change({page}))),
      downloads(speech, {periode: month, onderwerp: subject, ...area_query(area)}),
    ],
  };
}
