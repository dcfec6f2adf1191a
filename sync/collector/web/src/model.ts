// What the page knows: figures with their uncertainty, as the collector gives them. Nothing here
// asks the network or draws.

/** A noisy count: `raw` may be negative, `shown` is never below 0, low..high holds at 95 %. */
export interface Estimate {
  raw: number;
  shown: number;
  low: number;
  high: number;
}

/** One figure of one month; `group` null is the whole table, `place` null is all places. */
export interface Figure {
  place: string | null;
  period: string;
  subject: string;
  group: string | null;
  estimate: Estimate;
  places: number;
}

/** Where places lie; a district is a name within its municipality. Empty: not known. */
export interface Area {
  municipality: string;
  district: string;
}

export interface Place extends Area {
  id: string;
  name: string;
  /** The first and last month it told of; null: none. */
  first: string | null;
  last: string | null;
  closed: boolean;
  /** It should have told of the last month that is due, and has not. */
  late: boolean;
  /** Why it is silent, in the words of the collector; null: unknown. */
  reason: string | null;
}

export interface Sessions {
  kind: string;
  planned: number;
  held: number;
  cancelled: number;
}

/** Exact facts of a place in a month; `open` is null where the kiosk did not note it. */
export interface Facts {
  planned: number;
  open: number | null;
  sessions: Sessions[];
}

export const kinds = [
  "ontmoeten", "bewegen", "koken", "leren", "maken", "helpen", "advies",
] as const;
export const weekdays = [
  "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag",
] as const;
export const dayparts = ["Ochtend", "Middag", "Avond"] as const;
export const feelings = ["ja", "eenBeetje", "nee"] as const;
export const first_time_answers = ["ja", "nee", "overgeslagen"] as const;
const questions = ["gezien", "gedragen", "gesteund"] as const;
export type Question = (typeof questions)[number];

/** The question of the month goes round, the same for every place. */
export function question_of(period: string): Question {
  return questions[(Number(period.slice(5, 7)) - 1) % 3] ?? "gezien";
}

/** Figures by place, month, subject and group. What is not in it is missing, not zero. */
export class Figures {
  readonly #by_key = new Map<string, Figure>();

  constructor(figures: Iterable<Figure>) {
    for (const figure of figures)
      this.#by_key.set(
        key_of(figure.place, figure.period, figure.subject, figure.group), figure);
  }

  find(place: string | null, period: string, subject: string, group: string | null = null) {
    return this.#by_key.get(key_of(place, period, subject, group)) ?? null;
  }

  estimate(place: string | null, period: string, subject: string, group: string | null = null) {
    return this.find(place, period, subject, group)?.estimate ?? null;
  }
}

function key_of(place: string | null, period: string, subject: string, group: string | null) {
  return `${place ?? ""}|${period}|${subject}|${group ?? ""}`;
}

export function year_before(month: string): string {
  return `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`;
}

export type Change = "more" | "less" | "same";

/** More or less only when the intervals do not touch: else the noise may be all there is. */
export function change_between(before: Estimate, now: Estimate): Change {
  if (now.low > before.high) return "more";
  if (now.high < before.low) return "less";
  return "same";
}

/** What part of the answers this one is, with the bounds that the intervals leave open. */
export function share_of(part: Estimate, others: Estimate[]): Estimate | null {
  const sum = (pick: (one: Estimate) => number) => others.reduce((all, one) => all + pick(one), 0);
  const share = (one: number, rest: number) => (one + rest > 0 ? (100 * one) / (one + rest) : 0);
  if (part.shown + sum((one) => one.shown) <= 0) return null;
  const raw = share(part.shown, sum((one) => one.shown));
  return {
    raw,
    shown: raw,
    low: share(part.low, sum((one) => one.high)),
    high: share(part.high, sum((one) => one.low)),
  };
}
