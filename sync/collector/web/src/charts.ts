// The charts, drawn by Observable Plot as SVG. Colours and type come from page.css through classes,
// so that dark mode and print need no second drawing.

import {
  axisX, axisY, barX, barY, gridX, gridY, plot, ruleX, ruleY, text, tickX, tickY,
} from "@observablehq/plot";
import type {Markish, PlotOptions} from "@observablehq/plot";

import {h} from "./elements.ts";
import type {Speech} from "./format.ts";
import type {Estimate} from "./model.ts";

const narrow_px = 520;

/** Room for the longest number at an axis. */
function axis_room(speech: Speech, top: number): number {
  return Math.max(44, 12 + 7 * speech.number(Math.round(top)).length);
}

/** Draws now and whenever the room for it changes. `draw` gets the width in pixels. */
function responsive(label: string, draw: (width: number) => PlotOptions): HTMLElement {
  const frame = h("div", {class: "chart"});
  let drawn_for = 0;
  const redraw = (width: number) => {
    if (width <= 0 || Math.abs(width - drawn_for) < 1) return;
    drawn_for = width;
    const chart = plot({...draw(width), width, className: "plot", style: {fontSize: "12px"}});
    // Plot brings a style element of its own, which the policy of the page refuses: charts.css has
    // what it says.
    chart.querySelector("style")?.remove();
    chart.setAttribute("role", "img");
    chart.setAttribute("aria-label", label);
    for (const group of chart.querySelectorAll("g[aria-label]"))
      group.removeAttribute("aria-label");  // the picture is one thing; the table tells the parts
    frame.replaceChildren(chart);
  };
  new ResizeObserver(([entry]) => redraw(Math.floor(entry?.contentRect.width ?? 0)))
    .observe(frame);
  return frame;
}

export interface MonthBar {
  period: string;
  estimate: Estimate | null;
  /** Some places are missing in it. */
  partial?: boolean;
}

/** Every January and, where there is room, the months between. */
function month_axis(speech: Speech, periods: string[], width: number): Markish {
  const step = width / periods.length > 38 ? 1 : width / periods.length > 14 ? 3 : 6;
  const ticks = periods.filter((period) => (Number(period.slice(5, 7)) - 1) % step === 0);
  return axisX(ticks, {
    x: (period: string) => period,
    tickSize: 0,
    lineWidth: 10,
    text: (period: string) =>
      speech.short_month(period) + (period.endsWith("-01") ? `\n${period.slice(0, 4)}` : ""),
  });
}

/** Bars by month with their intervals; months that are missing are marked, never drawn as zero. */
export function month_chart(
  speech: Speech, label: string, bars: MonthBar[], chosen: string,
): HTMLElement {
  const periods = bars.map((bar) => bar.period);
  const there = bars.filter((bar): bar is MonthBar & {estimate: Estimate} => bar.estimate !== null);
  const missing = bars.filter((bar) => bar.estimate === null);
  const top = Math.max(5, ...there.map((bar) => bar.estimate.high)) * 1.04;
  const name = (bar: MonthBar) => `${speech.month(bar.period)}: ` +
    (bar.estimate ? `${speech.number(bar.estimate.shown)} (${speech.between(bar.estimate)})`
                  : speech.words.missing);
  const bar_class = (bar: MonthBar) =>
    (bar.period === chosen ? "chosen" : "whole") + (bar.partial ? "-partial" : "");
  const bars_of = (kind: string) => barY(there.filter((bar) => bar_class(bar) === kind), {
    x: "period", y: (bar) => bar.estimate.shown, insetLeft: 0.5, insetRight: 0.5, ry1: 0, rx: 2,
    className: `bar-${kind}`, title: name,
  });
  return responsive(label, (width) => ({
    height: width < narrow_px ? 220 : 260,
    marginLeft: axis_room(speech, top),
    marginBottom: 36,
    marginRight: 4,
    x: {type: "band", domain: periods, padding: 0.18, label: null},
    y: {domain: [0, top], nice: true},
    marks: [
      gridY({ticks: 4, className: "grid"}),
      axisY({ticks: 4, tickSize: 0, label: null, tickFormat: (n: number) => speech.number(n)}),
      month_axis(speech, periods, width),
      barY(missing, {x: "period", y1: 0, y2: top, className: "bar-missing", title: name}),
      text(missing, {x: "period", y: 0, dy: -9, text: () => "?", className: "missing-mark"}),
      ...["whole", "whole-partial", "chosen", "chosen-partial"].map(bars_of),
      ...["halo", "whisker"].map((className) => ruleX(there, {
        x: "period", y1: (bar) => bar.estimate.low, y2: (bar) => bar.estimate.high, className})),
      ruleY([0], {className: "ground"}),
    ],
  }));
}

export interface RankBar {
  label: string;
  estimate: Estimate;
}

/** Horizontal bars with their intervals, one for each label. */
export function rank_chart(speech: Speech, label: string, bars: RankBar[]): HTMLElement {
  const longest = Math.max(...bars.map((bar) => bar.label.length), 4);
  // Two places may have one name: their number in the list tells them apart.
  const rank = (_: RankBar, at: number) => at;
  const label_of = (at: number) => bars[at]?.label ?? "";
  const name = (bar: RankBar) =>
    `${bar.label}: ${speech.number(bar.estimate.shown)} (${speech.between(bar.estimate)})`;
  return responsive(label, (width) => {
    const room = Math.min(longest * 8 + 18, width * 0.46);
    return {
      height: bars.length * 34 + 30,
      marginLeft: room,
      marginRight: 46,
      marginBottom: 26,
      marginTop: 4,
      x: {domain: [0, Math.max(5, ...bars.map((bar) => bar.estimate.high)) * 1.02]},
      y: {type: "band", domain: bars.map(rank), padding: 0.28},
      marks: [
        gridX({ticks: Math.max(2, Math.floor(width / 140)), className: "grid"}),
        axisX({ticks: Math.max(2, Math.floor(width / 140)), tickSize: 0, label: null,
               tickFormat: (n: number) => speech.number(n)}),
        axisY({tickSize: 0, label: null, tickFormat: label_of, className: "names", fontSize: 14,
               lineWidth: room / 15}),
        barX(bars, {x: (bar) => bar.estimate.shown, y: rank, className: "bar-whole", rx: 3,
                    title: name}),
        ...["halo", "whisker"].map((className) => ruleY(bars, {
          y: rank, x1: (bar) => bar.estimate.low, x2: (bar) => bar.estimate.high, className})),
        tickX(bars, {x: (bar) => bar.estimate.low, y: rank, insetTop: 6, insetBottom: 6,
                     className: "whisker"}),
        tickX(bars, {x: (bar) => bar.estimate.high, y: rank, insetTop: 6, insetBottom: 6,
                     className: "whisker"}),
        text(bars, {x: (bar) => bar.estimate.high, y: rank, dx: 8, textAnchor: "start",
                    text: (bar) => speech.number(bar.estimate.shown), className: "amount",
                    fontSize: 14}),
        ruleX([0], {className: "ground"}),
      ],
    };
  });
}

export interface OpeningBar {
  period: string;
  planned: number;
  open: number | null;
}

/** What was really open as bars, the schedule as a line across each. Exact: no intervals. */
export function opening_chart(
  speech: Speech, label: string, all: {period: string; facts: OpeningBar | null}[],
): HTMLElement {
  const periods = all.map((month) => month.period);
  const there = all.flatMap((month) => month.facts ?? []);
  const missing = all.filter((month) => month.facts === null);
  const top = Math.max(5, ...there.map((month) => Math.max(month.planned, month.open ?? 0)));
  const {words} = speech;
  const name = (month: OpeningBar) => `${speech.month(month.period)}: ` +
    `${words.open_really} ${month.open ?? words.not_noted}, ${words.open_planned} ${month.planned}`;
  return responsive(label, (width) => ({
    height: 200,
    marginLeft: 44,
    marginBottom: 36,
    marginRight: 4,
    x: {type: "band", domain: periods, padding: 0.18, label: null},
    y: {domain: [0, top], nice: true},
    marks: [
      gridY({ticks: 4, className: "grid"}),
      axisY({ticks: 4, tickSize: 0, label: null}),
      month_axis(speech, periods, width),
      barY(missing, {x: "period", y1: 0, y2: top, className: "bar-missing"}),
      text(missing, {x: "period", y: 0, dy: -9, text: () => "?", className: "missing-mark"}),
      barY(there.filter((month) => month.open !== null),
        {x: "period", y: "open", className: "bar-open", rx: 2, title: name}),
      tickY(there, {x: "period", y: "planned", className: "planned", title: name}),
      ruleY([0], {className: "ground"}),
    ],
  }));
}

export interface NoiseBar {
  value: number;
  times: number;
}

export function noise_chart(label: string, bars: NoiseBar[]): HTMLElement {
  return responsive(label, () => ({
    height: 200,
    marginLeft: 8,
    marginRight: 8,
    marginBottom: 28,
    marginTop: 24,
    x: {type: "band", domain: bars.map((bar) => bar.value), padding: 0.15, label: null},
    y: {axis: null, domain: [0, Math.max(...bars.map((bar) => bar.times))]},
    marks: [
      axisX({tickSize: 0, label: null,
             tickFormat: (n: number) => (n > 0 ? `+${n}` : String(n).replace("-", "−"))}),
      barY(bars, {x: "value", y: "times", className: "bar-whole", rx: 3}),
      text(bars, {x: "value", y: "times", dy: -8, text: (bar) => String(bar.times),
                  className: "amount", fontSize: 14}),
      ruleY([0], {className: "ground"}),
    ],
  }));
}
