// The languages of the page.

import type {Question} from "./model.ts";
import {english} from "./words_en.ts";
import {dutch} from "./words_nl.ts";
import type {Words} from "./words_nl.ts";

export type {Words};

export const feeling_words: Record<Language, Record<Question, string>> = {
  nl: {gezien: "gezien", gedragen: "gedragen", gesteund: "gesteund"},
  en: {gezien: "seen", gedragen: "carried", gesteund: "supported"},
};

export type Language = "nl" | "en";
export const all_words: Record<Language, Words> = {nl: dutch, en: english};
