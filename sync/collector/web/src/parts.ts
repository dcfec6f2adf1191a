// Pieces that several views show: the legend of a chart, the choice of a month, the files to take
// along, a notice.

import {append, h, paragraph, select} from "./elements.ts";
import type {Child} from "./elements.ts";
import type {Speech} from "./format.ts";
import {file_address, file_formats} from "./source.ts";

type Sign = "interval" | "missing" | "partial" | "chosen" | "open" | "planned";

/** What the signs in a chart mean; each has its sign and its words. */
export function legend(entries: [Sign, string][]): HTMLElement {
  return h("ul", {class: "legend", role: "list"}, entries.map(([sign, words]) =>
    h("li", {}, h("span", {class: `sign sign-${sign}`, "aria-hidden": "true"},
      sign === "missing" ? "?" : null), words)));
}

export function month_legend(
  speech: Speech, shows: {missing: boolean; partial: boolean},
): HTMLElement {
  const {words} = speech;
  const entries: [Sign, string][] =
    [["chosen", words.chosen_month], ["interval", words.legend_interval]];
  if (shows.partial) entries.push(["partial", words.legend_partial]);
  if (shows.missing) entries.push(["missing", words.legend_missing]);
  return legend(entries);
}

export function month_choice(
  speech: Speech, months: string[], chosen: string, choose: (month: string) => void,
): HTMLElement {
  const options = [...months].reverse()
    .map((month) => ({value: month, label: speech.month(month)}));
  return select(speech.words.month, options, chosen, choose);
}

export function downloads(speech: Speech, filters: Record<string, string>): HTMLElement {
  const {words} = speech;
  const section = h("section", {class: "card downloads"}, h("h2", {}, words.download),
    paragraph({}, words.download_hint));
  append(section, [h("ul", {class: "files", role: "list"}, file_formats.map((format) =>
    h("li", {}, h("a", {
      class: "utrecht-button-link utrecht-button-link--html-a",
      href: file_address(format, filters),
      download: `inloop-${Object.values(filters).join("-") || "alles"}.` +
        (format === "sdmx-csv" ? "sdmx.csv" : format),
    }, words.formats[format]))))]);
  return section;
}

export function notice(title: string, ...children: Child[]): HTMLElement {
  return h("div", {class: "utrecht-alert utrecht-alert--warning", role: "note"},
    h("div", {class: "utrecht-alert__content"}, h("h2", {class: "notice-title"}, title),
      ...children));
}

