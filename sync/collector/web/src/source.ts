// Asks the collector for what a view shows, and turns its words into the page's own. The only file
// that knows addresses and the shape of answers. Every address is on the same host.

import {Figures} from "./model.ts";
import type {Area, Estimate, Facts, Figure, Place} from "./model.ts";

interface WireEstimate {
  waarde: number;
  getoond: number;
  ondergrens95: number;
  bovengrens95: number;
}

interface WireTable {
  onderwerp: string;
  totaal: WireEstimate;
  cellen: (WireEstimate & {groep: string})[];
}

interface WireFacts {
  dagdelenGepland: number;
  dagdelenOpen: number | null;
  bijeenkomsten: {soort: string; gepland: number; gehouden: number; afgelast: number}[];
}

interface WirePlace {
  id: string;
  naam: string;
  gemeente: string | null;
  wijk: string | null;
  eersteMaand: string | null;
  laatsteMaand: string | null;
  status: string;
  reden?: string;
}

interface WireList<Entry> {
  resultaten: Entry[];
}

interface WirePage<Entry> extends WireList<Entry> {
  totaalAantal: number;
}

interface WireCompared {
  cijfer: WireEstimate | null;
  jaarEerder: WireEstimate | null;
}

interface WireDistrict extends WireCompared {
  gemeente: string | null;
  wijk: string;
  aantalPlekken: number;
  verwachtePlekken: number;
}

/** So many entries of a list are shown at once. */
export const page_size = 50;
const most_silent = 100;
const longest_wait_ms = 20_000;

/** What was asked for is not there, and asking again will not help. */
export class Unknown extends Error {}

async function ask<Answer>(path: string, query: Record<string, string> = {}): Promise<Answer> {
  const search = new URLSearchParams(query).toString();
  const answer = await fetch(`/v1/${path}${search ? `?${search}` : ""}`, {
    headers: {Accept: "application/json"},
    signal: AbortSignal.timeout(longest_wait_ms),
  });
  if (answer.status === 404) throw new Unknown(path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return (await answer.json()) as Answer;
}

const estimate_of = (wire: WireEstimate): Estimate =>
  ({raw: wire.waarde, shown: wire.getoond, low: wire.ondergrens95, high: wire.bovengrens95});

const place_of = (wire: WirePlace): Place => ({
  id: wire.id,
  name: wire.naam,
  municipality: wire.gemeente ?? "",
  district: wire.wijk ?? "",
  first: wire.eersteMaand,
  last: wire.laatsteMaand,
  closed: wire.status === "gesloten",
  late: wire.status === "achter" || wire.status === "nooitGemeld",
  reason: wire.reden ?? null,
});

function* figures_of(
  tables: WireTable[], place: string | null, period: string, places: number,
): Generator<Figure> {
  for (const table of tables) {
    const base = {place, period, subject: table.onderwerp, places};
    yield {...base, group: null, estimate: estimate_of(table.totaal)};
    for (const cell of table.cellen)
      yield {...base, group: cell.groep, estimate: estimate_of(cell)};
  }
}

export async function has_places(): Promise<boolean> {
  return (await ask<WirePage<WirePlace>>("plekken", {paginaGrootte: "1"})).totaalAantal > 0;
}

/** Every district that has places, by municipality and name. */
export async function districts(): Promise<Area[]> {
  const list = await ask<WireList<{gemeente: string | null; wijk: string | null}>>("wijken");
  return list.resultaten.map((one) => (
    {municipality: one.gemeente ?? "", district: one.wijk ?? ""}));
}

/** Part of a list, and how long all of it is. */
export interface Part<Entry> {
  total: number;
  entries: Entry[];
}

/** Places that should have reported and have not, with the reason where it is known. */
export async function silent_places(area: Area | null): Promise<Part<Place>> {
  const list = await ask<WirePage<WirePlace>>("stille-plekken",
    {...area_query(area), paginaGrootte: String(most_silent)});
  return {total: list.totaalAantal, entries: list.resultaten.map(place_of)};
}

/** An area as the filters of an address. */
export function area_query(area: Area | null): Record<string, string> {
  const query: Record<string, string> = {};
  if (area?.municipality) query["gemeente"] = area.municipality;
  if (area?.district) query["wijk"] = area.district;
  return query;
}

/** One figure of one month of everybody in an area, page by page. */
export interface Wanted {
  month: string;
  subject: string;
  group: string | null;
  area: Area | null;
  search: string;
  order: "name" | "largest";
  page: number;
}

/** A figure, and that of the same month a year before; null: not received. */
export interface Compared {
  now: Estimate | null;
  before: Estimate | null;
}

export interface PlaceFigure extends Compared {
  place: Place;
}

export interface DistrictFigure extends Compared {
  area: Area;
  /** How many places are in the figure, of how many there were. */
  places: number;
  expected: number;
}

function wanted_query(wanted: Wanted): Record<string, string> {
  const query: Record<string, string> = {
    ...area_query(wanted.area),
    periode: wanted.month,
    onderwerp: wanted.subject,
    pagina: String(wanted.page),
    paginaGrootte: String(page_size),
  };
  if (wanted.group) query["groep"] = wanted.group;
  if (wanted.search) query["zoek"] = wanted.search;
  if (wanted.order === "largest") query["sorteer"] = "-waarde";
  return query;
}

const compared_of = (wire: WireCompared): Compared => ({
  now: wire.cijfer && estimate_of(wire.cijfer),
  before: wire.jaarEerder && estimate_of(wire.jaarEerder),
});

export async function place_figures(wanted: Wanted): Promise<Part<PlaceFigure>> {
  const list = await ask<WirePage<WireCompared & {plek: WirePlace}>>(
    "plekcijfers", wanted_query(wanted));
  return {
    total: list.totaalAantal,
    entries: list.resultaten.map((one) => ({place: place_of(one.plek), ...compared_of(one)})),
  };
}

export async function district_figures(wanted: Wanted): Promise<Part<DistrictFigure>> {
  const list = await ask<WirePage<WireDistrict>>("wijkcijfers", wanted_query(wanted));
  return {
    total: list.totaalAantal,
    entries: list.resultaten.map((one) => ({
      area: {municipality: one.gemeente ?? "", district: one.wijk},
      places: one.aantalPlekken,
      expected: one.verwachtePlekken,
      ...compared_of(one),
    })),
  };
}

export interface AreaMonth {
  period: string;
  places: number;
  expected: number;
}

/** All places of an area together, or of everything when none is given. */
export async function totals(
  area: Area | null, subject = "",
): Promise<{months: AreaMonth[]; figures: Figures}> {
  const query: Record<string, string> = subject ? {onderwerp: subject} : {};
  const list = await ask<WireList<{
    periode: string; aantalPlekken: number; verwachtePlekken: number; tabellen: WireTable[];
  }>>("totalen", {...query, ...area_query(area)});
  const months = list.resultaten.map((month) => (
    {period: month.periode, places: month.aantalPlekken, expected: month.verwachtePlekken}));
  const figures = list.resultaten.flatMap((month) =>
    [...figures_of(month.tabellen, null, month.periode, month.aantalPlekken)]);
  return {months, figures: new Figures(figures)};
}

export interface PlaceStory {
  place: Place;
  /** Every month from the first, those that are missing too. */
  months: {period: string; facts: Facts | null}[];
  figures: Figures;
}

export async function place_story(id: string): Promise<PlaceStory> {
  const story = await ask<{plek: WirePlace} & WireList<{
    periode: string; tabellen: WireTable[]; feiten: WireFacts | null;
  }>>(`plekken/${encodeURIComponent(id)}/maanden`);
  return {
    place: place_of(story.plek),
    months: story.resultaten.map((month) => (
      {period: month.periode, facts: month.feiten && facts_of(month.feiten)})),
    figures: new Figures(story.resultaten.flatMap((month) =>
      [...figures_of(month.tabellen, id, month.periode, 1)])),
  };
}

function facts_of(wire: WireFacts): Facts {
  return {
    planned: wire.dagdelenGepland,
    open: wire.dagdelenOpen,
    sessions: wire.bijeenkomsten.map((one) => (
      {kind: one.soort, planned: one.gepland, held: one.gehouden, cancelled: one.afgelast})),
  };
}

export const file_formats = ["csv", "sdmx-csv", "ods", "json"] as const;
export type FileFormat = (typeof file_formats)[number];

/** Where a file with these figures is; the filters are those of /v1/statistieken. */
export function file_address(format: FileFormat, filters: Record<string, string>): string {
  return `/v1/statistieken?${new URLSearchParams({...filters, formaat: format}).toString()}`;
}
