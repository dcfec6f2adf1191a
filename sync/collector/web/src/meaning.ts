// What the figures mean, for somebody who has time for five sentences, and then for who checks.

import {noise_chart} from "./charts.ts";
import {card, h, paragraph} from "./elements.ts";
import {folded_table, table} from "./tables.ts";
import type {Scene, Shown} from "./view.ts";

const widest_noise = 5;

/** The discrete Laplace distribution with epsilon 1: (1 - a) / (1 + a) * a^|z|, a = exp(-1). */
function noise_bars() {
  const a = Math.exp(-1);
  return Array.from({length: 2 * widest_noise + 1}, (_, at) => {
    const value = at - widest_noise;
    return {value, times: Math.round(1000 * ((1 - a) / (1 + a)) * a ** Math.abs(value))};
  });
}

export function meaning({speech}: Scene): Promise<Shown> {
  const {words} = speech;
  const bars = noise_bars();
  const content = [
    h("ol", {class: "sentences card"}, words.meaning_sentences.map((one) => h("li", {}, one))),
    card(words.noise_title, paragraph({class: "explain"}, words.noise_explain),
      noise_chart(`${words.noise_title}. ${words.chart_hint}`, bars),
      folded_table(speech, words.noise_title,
        [{label: words.noise_value}, {label: words.noise_times, numeric: true}],
        bars.map((bar) => [speech.number(bar.value), bar.times]))),
    card(words.read_title, table(words.read_title,
      [{label: words.you_see}, {label: words.it_means}],
      words.read_rows.map(([see, means]) => [see, means]))),
    card(words.defined_title, table(words.defined_title,
      [{label: words.subject}, {label: words.it_means}],
      Object.entries(words.definitions).map(([subject, definition]) =>
        [words.subjects[subject] ?? subject, definition]))),
    card(words.limits_title, paragraph({}, words.limits)),
  ];
  return Promise.resolve({title: words.meaning_title, content});
}
