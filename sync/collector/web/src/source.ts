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

interface WireRow {
  plek: string | null;
  periode: string;
  onderwerp: string;
  groep: string | null;
  niveau: string;
  status: string;
  waarde: number | null;
  getoond: number | null;
  ondergrens95: number | null;
  bovengrens95: number | null;
  aantalPlekken: number;
}

const places_a_page = 1000;
const rows_a_page = 10_000;
const most_pages = 20;
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

/** All entries of a list: a page that was left out would look as if its places were missing. */
async function ask_all<Entry>(
  path: string, size: number, query: Record<string, string> = {},
): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (let page = 1; page <= most_pages; ++page) {
    const list = await ask<WirePage<Entry>>(path,
      {...query, pagina: String(page), paginaGrootte: String(size)});
    entries.push(...list.resultaten);
    if (list.resultaten.length === 0 || entries.length >= list.totaalAantal) return entries;
  }
  throw new Error(`${path}: more than ${most_pages * size} entries`);
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

export async function places(): Promise<Place[]> {
  const list = await ask_all<WirePlace>("plekken", places_a_page);
  return list.map(place_of).sort((a, b) => a.name.localeCompare(b.name, "nl"));
}

/** Places that should have reported and have not, with the reason where it is known. */
export async function silent_places(): Promise<Place[]> {
  return (await ask_all<WirePlace>("stille-plekken", places_a_page)).map(place_of);
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
  const query: Record<string, string> = {};
  if (area?.municipality) query["gemeente"] = area.municipality;
  if (area?.district) query["wijk"] = area.district;
  if (subject) query["onderwerp"] = subject;
  const list = await ask<WireList<{
    periode: string; aantalPlekken: number; verwachtePlekken: number; tabellen: WireTable[];
  }>>("totalen", query);
  const months = list.resultaten.map((month) => (
    {period: month.periode, places: month.aantalPlekken, expected: month.verwachtePlekken}));
  const figures = list.resultaten.flatMap((month) =>
    [...figures_of(month.tabellen, null, month.periode, month.aantalPlekken)]);
  return {months, figures: new Figures(figures)};
}

/** One subject of one month, of every place. */
export async function month_figures(period: string, subject: string): Promise<Figures> {
  const rows = await ask_all<WireRow>("statistieken", rows_a_page,
    {periode: period, onderwerp: subject});
  const figures: Figure[] = [];
  for (const row of rows)
    if (row.status === "aanwezig" && row.waarde !== null)
      figures.push({
        place: row.plek,
        period: row.periode,
        subject: row.onderwerp,
        group: row.groep,
        places: row.aantalPlekken,
        estimate: estimate_of(row as WireEstimate),
      });
  return new Figures(figures);
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
