// Busy dayparts as a table whose cells are coloured: the chart and its table are one thing, and
// every cell says its figure and its interval.

import {h} from "./elements.ts";
import type {Speech} from "./format.ts";
import {dayparts, weekdays} from "./model.ts";
import type {Estimate} from "./model.ts";

const steps = 6;

/** `find` gives the estimate of a cell such as "maandagOchtend", null where the place is closed. */
export function heat_map(
  speech: Speech, caption: string, find: (slot: string) => Estimate | null,
): HTMLElement {
  const {words} = speech;
  const slots = weekdays.map((day) => dayparts.map((daypart) => find(day + daypart)));
  const estimates = slots.flat().filter((one): one is Estimate => one !== null);
  // Where all is within the noise, no cell may look busy.
  const widest = Math.max(0, ...estimates.map((one) => one.high - one.shown));
  const busiest = Math.max(1, 3 * widest, ...estimates.map((one) => one.shown));
  const cell = (one: Estimate | null) => {
    if (!one) return h("td", {class: "heat heat-closed"}, h("span", {}, words.not_open));
    const step = Math.min(steps, Math.ceil((one.shown / busiest) * steps));
    return h("td", {class: `heat heat-${step}`},
      h("strong", {}, speech.number(one.shown)), h("span", {}, speech.interval(one)));
  };
  const is_used = (at: number) => slots.some((day) => day[at] !== null);
  const used = dayparts.map((_, at) => at).filter(is_used);
  const days = weekdays.map((_, at) => at)
    .filter((at) => at < 5 || slots[at]?.some((one) => one !== null));
  const outside = find("buitenOpeningstijd");
  return h("div", {class: "utrecht-table-container table-frame", role: "region", tabindex: 0,
                   "aria-label": caption},
    h("table", {class: "heat-map"},
      h("caption", {class: "visually-hidden"}, caption),
      h("thead", {}, h("tr", {}, h("th", {scope: "col"}, words.day), used.map((at) =>
        h("th", {scope: "col"}, words.dayparts[dayparts[at] ?? ""] ?? "")))),
      h("tbody", {}, days.map((at) => h("tr", {},
        h("th", {scope: "row"}, words.weekdays[weekdays[at] ?? ""] ?? ""),
        used.map((daypart) => cell(slots[at]?.[daypart] ?? null)))),
        outside && h("tr", {class: "outside"}, h("th", {scope: "row"}, words.outside),
          h("td", {class: "heat heat-plain", colspan: Math.max(1, used.length)},
            h("strong", {}, speech.number(outside.shown)),
            h("span", {}, speech.interval(outside)))))));
}
