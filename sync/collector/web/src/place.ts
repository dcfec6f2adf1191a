// One place: its visits by month, and of the chosen month who came when, for the first time, to
// what, and how it felt. Every chart has its table.

import {month_chart, opening_chart, rank_chart} from "./charts.ts";
import type {MonthBar} from "./charts.ts";
import {card, h, link, paragraph} from "./elements.ts";
import type {Child} from "./elements.ts";
import type {Speech} from "./format.ts";
import {heat_map} from "./heat_map.ts";
import {feelings, first_time_answers, kinds, question_of, year_before} from "./model.ts";
import type {Estimate, Facts} from "./model.ts";
import {downloads, legend, month_choice, month_legend, notice} from "./parts.ts";
import {address_of} from "./routes.ts";
import {place_story} from "./source.ts";
import type {PlaceStory} from "./source.ts";
import {estimate_cells, estimate_columns, estimates_table, folded_table} from "./tables.ts";
import type {NamedEstimate} from "./tables.ts";
import type {Scene, Shown} from "./view.ts";

/** The story of one place, and the month that was chosen in it. */
interface Chapter {
  speech: Speech;
  story: PlaceStory;
  month: string;
}

function estimate({story, month}: Chapter, subject: string, group: string | null = null) {
  return story.figures.estimate(story.place.id, month, subject, group);
}

function by_month({story}: Chapter, subject: string): MonthBar[] {
  return story.months.map(({period}) => (
    {period, estimate: story.figures.estimate(story.place.id, period, subject)}));
}

/** The month came, but without this table: a kiosk of an older version. */
function missing_card({speech}: Chapter, title: string): HTMLElement {
  return card(title, paragraph({class: "missing"}, speech.words.missing, ". ",
    speech.words.missing_is_not_zero));
}

function visits(chapter: Chapter): HTMLElement {
  const {speech, story, month} = chapter;
  const {words} = speech;
  const bars = by_month(chapter, "bezoeken");
  const of = (period: string, group: string | null) =>
    estimate_cells(speech, story.figures.estimate(story.place.id, period, "bezoeken", group));
  return card(words.visits_place,
    paragraph({class: "explain"}, words.visits_all_explain),
    month_chart(speech, `${words.visits_place}. ${words.chart_hint}`, bars, month),
    month_legend(speech, {missing: bars.some((bar) => !bar.estimate), partial: false}),
    folded_table(speech, words.visits_place,
      [{label: words.month}, ...estimate_columns(speech, words.total),
       ...estimate_columns(speech, words.adults), ...estimate_columns(speech, words.children)],
      [...bars].reverse().map(({period}) => [speech.month(period), ...of(period, null),
        ...of(period, "volwassenen"), ...of(period, "kinderen")])));
}

function busy(chapter: Chapter): HTMLElement {
  const {speech, month} = chapter;
  const title = speech.words.busy(speech.month(month));
  if (!estimate(chapter, "drukte")) return missing_card(chapter, title);
  return card(title, paragraph({class: "explain"}, speech.words.busy_explain),
    heat_map(speech, title, (slot) => estimate(chapter, "drukte", slot)));
}

/** Bars of one month, one for each answer or kind. */
function ranking(chapter: Chapter, title: string, explain: Child, first: string,
                 rows: NamedEstimate[], below: HTMLElement | null = null): HTMLElement {
  const {speech} = chapter;
  const there = rows.filter((row): row is {label: string; estimate: Estimate} =>
    row.estimate !== null);
  if (there.length === 0) return missing_card(chapter, title);
  return card(title, paragraph({class: "explain"}, explain),
    rank_chart(speech, `${title}. ${speech.words.chart_hint}`, there),
    below ?? estimates_table(speech, title, first, rows));
}

function first_timers(chapter: Chapter): HTMLElement {
  const {words} = chapter.speech;
  return ranking(chapter, words.first_time_title(chapter.speech.month(chapter.month)),
    words.first_time_explain, words.answer, first_time_answers.map((answer) => ({
      label: words.first_time_answer[answer] ?? answer,
      estimate: estimate(chapter, "eersteKeer", answer)})));
}

function feeling(chapter: Chapter): HTMLElement {
  const {words} = chapter.speech;
  return ranking(chapter, words.feeling(chapter.speech.month(chapter.month)),
    words.feeling_question[question_of(chapter.month)], words.answer,
    feelings.map((answer) => ({
      label: words.feelings[answer] ?? answer, estimate: estimate(chapter, "gevoel", answer)})));
}

function participation(chapter: Chapter, facts: Facts | null): HTMLElement {
  const {speech} = chapter;
  const {words} = speech;
  const title = words.participation(speech.month(chapter.month));
  const session = (kind: string) => facts?.sessions.find((one) => one.kind === kind);
  const rows = kinds.map((kind) => ({
    kind, label: words.kinds[kind] ?? kind, estimate: estimate(chapter, "deelnames", kind)}));
  const sessions = (kind: string): Child[] => {
    const one = session(kind);
    return one ? [one.planned, one.held, one.cancelled] : ["", "", ""];
  };
  const below = folded_table(speech, title,
    [{label: words.kind}, ...estimate_columns(speech), {label: words.planned, numeric: true},
     {label: words.held, numeric: true}, {label: words.cancelled, numeric: true}],
    rows.map((row) => [row.label, ...estimate_cells(speech, row.estimate), ...sessions(row.kind)]));
  return ranking(chapter, title, words.participation_explain, words.kind, rows, below);
}

function volunteers(chapter: Chapter): HTMLElement {
  const {speech, month} = chapter;
  const {words} = speech;
  const bars = by_month(chapter, "vrijwilligers");
  return card(words.volunteers_title,
    paragraph({class: "explain"}, words.volunteers_explain),
    month_chart(speech, `${words.volunteers_title}. ${words.chart_hint}`, bars, month),
    month_legend(speech, {missing: bars.some((bar) => !bar.estimate), partial: false}),
    estimates_table(speech, words.volunteers_title, words.month, [...bars].reverse().map((bar) => (
      {label: speech.month(bar.period), estimate: bar.estimate}))));
}

function opening({speech, story}: Chapter): HTMLElement {
  const {words} = speech;
  const months = story.months.map(({period, facts}) => (
    {period, facts: facts && {period, planned: facts.planned, open: facts.open}}));
  return card(words.opening,
    paragraph({class: "explain"}, words.opening_explain),
    opening_chart(speech, `${words.opening}. ${words.chart_hint}`, months),
    legend([["open", words.open_really], ["planned", words.open_planned],
      ...(months.some((month) => !month.facts)
        ? [["missing", words.legend_missing] as ["missing", string]] : [])]),
    folded_table(speech, words.opening,
      [{label: words.month}, {label: words.open_planned, numeric: true},
       {label: words.open_really, numeric: true}],
      [...months].reverse().map(({period, facts}) => [speech.month(period),
        facts ? facts.planned : h("span", {class: "missing"}, words.missing),
        facts ? (facts.open ?? words.not_noted) : ""])));
}

function lead(chapter: Chapter, facts: Facts | null): HTMLElement {
  const {speech, month} = chapter;
  const {words} = speech;
  const seen = estimate(chapter, "bezoeken");
  if (!seen) {
    const {last, id} = chapter.story.place;
    return notice(words.place_missing(speech.month(month)),
      paragraph({}, words.missing_is_not_zero),
      last !== null && last !== month && paragraph({}, link(
        address_of({language: speech.language, view: "place", place: id, month: last}),
        words.last_report(speech.month(last)))));
  }
  const before = chapter.story.figures.estimate(
    chapter.story.place.id, year_before(month), "bezoeken");
  return paragraph({class: "lead"},
    h("strong", {}, words.place_lead(speech.month(month), speech.number(seen.shown),
      speech.between(seen))),
    before && ` ${speech.than_year_ago(before, seen)}`,
    facts?.open === 0 ? ` ${words.place_closed_month(speech.month(month))}` : null);
}

export async function place({speech, route, change}: Scene): Promise<Shown> {
  const {words} = speech;
  const story = await place_story(route.place);
  const title = story.place.name;
  const months = story.months.map((month) => month.period);
  const month = months.includes(route.month) ? route.month : months.at(-1);
  if (!month) return {title, content: [paragraph({}, words.no_figures)]};
  const chapter: Chapter = {speech, story, month};
  const facts = story.months.find((one) => one.period === month)?.facts ?? null;
  return {
    title,
    content: [
      paragraph({class: "kicker"}, `${words.district}: ${story.place.district || "–"}`),
      h("div", {class: "lead-row"}, lead(chapter, facts),
        month_choice(speech, months, month, (chosen) => change({month: chosen}))),
      visits(chapter),
      ...(facts ? [
        h("div", {class: "pair"}, busy(chapter), participation(chapter, facts)),
        h("div", {class: "pair"}, first_timers(chapter), feeling(chapter))] : []),
      volunteers(chapter),
      opening(chapter),
      downloads(speech, {plek: story.place.id}),
    ],
  };
}
