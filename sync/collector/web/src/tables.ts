// Tables of figures. Each chart has one below it, with the same figures, their intervals and the
// raw values.

import {h, new_id} from "./elements.ts";
import type {Child} from "./elements.ts";
import type {Speech} from "./format.ts";
import type {Estimate} from "./model.ts";

export interface Column {
  label: string;
  numeric?: boolean;
}

/** The first cell of each row is its heading. */
export function table(caption: string, columns: Column[], rows: Child[][]): HTMLElement {
  const id = new_id("table");
  const class_of = (at: number) => (columns[at]?.numeric ? "number" : null);
  return h("div", {class: "utrecht-table-container table-frame", role: "region", tabindex: 0,
                   "aria-labelledby": id},
    h("table", {class: "utrecht-table utrecht-table--html-table"},
      h("caption", {id, class: "visually-hidden"}, caption),
      h("thead", {}, h("tr", {}, columns.map((column, at) =>
        h("th", {scope: "col", class: class_of(at)}, column.label)))),
      h("tbody", {}, rows.map((row) => h("tr", {}, row.map((cell, at) =>
        at === 0 ? h("th", {scope: "row"}, cell) : h("td", {class: class_of(at)}, cell)))))));
}

/** A table that opens below its chart. */
export function folded_table(
  speech: Speech, title: string, columns: Column[], rows: Child[][],
): HTMLElement {
  return h("details", {class: "figures"},
    h("summary", {}, speech.words.show_table),
    table(speech.words.table_of(title), columns, rows));
}

export interface NamedEstimate {
  label: string;
  estimate: Estimate | null;
}

/** Columns for an estimate: what is shown, its interval, the raw value. */
export function estimate_columns(speech: Speech, label?: string): Column[] {
  const {words} = speech;
  const of = label ? `${label}: ` : "";
  return [
    {label: label ?? words.figure, numeric: true},
    {label: of + words.between, numeric: true},
    {label: of + words.raw, numeric: true},
  ];
}

export function estimate_cells(speech: Speech, estimate: Estimate | null): Child[] {
  if (!estimate) return [h("span", {class: "missing"}, speech.words.missing), "", ""];
  return [
    speech.number(estimate.shown), speech.interval(estimate), speech.number(estimate.raw),
  ];
}

export function estimates_table(
  speech: Speech, title: string, first: string, rows: NamedEstimate[],
): HTMLElement {
  return folded_table(speech, title, [{label: first}, ...estimate_columns(speech)],
    rows.map((row) => [row.label, ...estimate_cells(speech, row.estimate)]));
}
