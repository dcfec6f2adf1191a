// Which part of the country a reader looks at: everything, a municipality, or a district of one.
// The choices are only there where there is something to choose.

import {select} from "./elements.ts";
import type {Speech} from "./format.ts";
import type {Area} from "./model.ts";
import type {Route} from "./routes.ts";

export interface AreaChoice {
  /** Null: all places, those of no municipality as well. */
  area: Area | null;
  /** What the area is called; empty: all places. */
  name: string;
  controls: HTMLElement[];
}

/** `known`: every district that has places. What the address says and nobody knows is nothing. */
export function area_choice(
  speech: Speech, route: Route, known: Area[], change: (changed: Partial<Route>) => void,
): AreaChoice {
  const {words} = speech;
  const municipalities = [...new Set(known.map((area) => area.municipality))];
  const only = municipalities.length === 1 ? (municipalities[0] ?? "") : "";
  const municipality = municipalities.includes(route.municipality) ? route.municipality : only;
  const districts = known.filter((area) => area.municipality === municipality)
    .map((area) => area.district);
  const district = districts.includes(route.district) ? route.district : "";
  const is_all = district === "" && municipality === only;

  const controls = [];
  if (municipalities.length > 1)
    controls.push(select(words.municipality,
      options(words.all_municipalities, municipalities), municipality,
      (chosen) => change({municipality: chosen, district: "", page: 1})));
  if (districts.length > 1)
    controls.push(select(words.district, options(words.all_districts, districts), district,
      (chosen) => change({district: chosen, page: 1})));
  const name = [district, municipality === only ? "" : municipality].filter(Boolean).join(", ");
  return {area: is_all ? null : {municipality, district}, name, controls};
}

function options(all: string, names: string[]) {
  const named = names.filter(Boolean).map((name) => ({value: name, label: name}));
  return [{value: "", label: all}, ...named];
}
