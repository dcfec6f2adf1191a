// Numbers and months as people write them, in the language of the page.

import {change_between} from "./model.ts";
import type {Estimate} from "./model.ts";
import {all_words} from "./words.ts";
import type {Language, Words} from "./words.ts";

const locales: Record<Language, string> = {nl: "nl-NL", en: "en-GB"};

/** What a view needs to say things: the words, and how numbers and months are written. */
export class Speech {
  readonly words: Words;
  readonly #number: Intl.NumberFormat;
  readonly #month: Intl.DateTimeFormat;
  readonly #short_month: Intl.DateTimeFormat;

  constructor(readonly language: Language) {
    const locale = locales[language];
    this.words = all_words[language];
    this.#number = new Intl.NumberFormat(locale);
    this.#month = new Intl.DateTimeFormat(locale,
      {month: "long", year: "numeric", timeZone: "UTC"});
    this.#short_month = new Intl.DateTimeFormat(locale, {month: "short", timeZone: "UTC"});
  }

  number(value: number): string {
    return this.#number.format(value).replace("-", "−");
  }

  percent(value: number): string {
    return `${Math.round(value)} %`;
  }

  month(period: string): string {
    return this.#month.format(new Date(`${period}-01T00:00:00Z`));
  }

  /** "nov", for an axis. */
  short_month(period: string): string {
    return this.#short_month.format(new Date(`${period}-01T00:00:00Z`)).replace(".", "");
  }

  shown(estimate: Estimate | null): string {
    return estimate ? this.number(estimate.shown) : this.words.missing;
  }

  interval(estimate: Estimate | null): string {
    return estimate ? `${this.number(estimate.low)} – ${this.number(estimate.high)}` : "";
  }

  between(estimate: Estimate): string {
    return this.words.between_short(this.number(estimate.low), this.number(estimate.high));
  }

  than_year_ago(before: Estimate, now: Estimate): string {
    const change = change_between(before, now);
    return this.words.than_year_ago[change](this.number(before.shown));
  }
}
