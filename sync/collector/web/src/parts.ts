// Pieces that several views show: the legend of a chart, the choice of a month, the files to take
// along, a notice.

import {append, h, new_id, paragraph, select} from "./elements.ts";
import type {Child} from "./elements.ts";
import type {Speech} from "./format.ts";
import {file_address, file_formats, page_size} from "./source.ts";

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

/** Which part of a list is shown, and the way to the others; nothing for a list of one page. */
export function pager(
  speech: Speech, page: number, total: number, turn_to: (page: number) => void,
): HTMLElement | false {
  if (total <= page_size && page === 1) return false;
  const {words} = speech;
  const id = new_id("range");
  const last = Math.max(1, Math.ceil(total / page_size));
  const button = (knob: string, label: string, to: number) => {
    const is_there = to >= 1 && to <= last;
    // It keeps the focus at the end of the list, so it is not really disabled.
    const control = h("button", {
      type: "button", "data-knob": knob, "aria-describedby": id,
      "aria-disabled": is_there ? null : "true",
      class: "utrecht-button utrecht-button--html-button utrecht-button--secondary-action"}, label);
    control.addEventListener("click", () => is_there && turn_to(to));
    return control;
  };
  const first = Math.min((page - 1) * page_size + 1, total);
  return h("nav", {class: "pager", "aria-label": words.browse},
    button("previous", words.previous, Math.min(page - 1, last)),
    h("span", {id}, words.range(speech.number(first),
      speech.number(Math.min(page * page_size, total)), speech.number(total))),
    button("next", words.next, page + 1));
}

/** A field to look for a name in. `look_for` hears of it when the reader asks. */
export function search_field(
  speech: Speech, text: string, look_for: (text: string) => void,
): HTMLElement {
  const {words} = speech;
  const id = new_id("search");
  const field = h("input", {id, type: "search", value: text, maxlength: 100, autocomplete: "off",
    class: "utrecht-textbox utrecht-textbox--html-input", "data-knob": "search"});
  const form = h("form", {role: "search", class: "choice"},
    h("label", {class: "utrecht-form-label", for: id}, words.search),
    h("span", {class: "search"}, field, h("button", {type: "submit", "data-knob": "look",
      class: "utrecht-button utrecht-button--submit utrecht-button--secondary-action"},
    words.look)));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    look_for(field.value.trim());
  });
  return form;
}
