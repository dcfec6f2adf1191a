// Which view an address shows. It lives in the part after "#", so that any address can be kept and
// sent, the language and the month with it, and nothing has to be remembered in a cookie.

import type {Language} from "./words.ts";

export const views = ["overview", "place", "compare", "meaning"] as const;
export type View = (typeof views)[number];

export interface Route {
  language: Language;
  view: View | "unknown";
  place: string;
  month: string;  // empty: the latest
  figure: string;  // of the comparison; empty: the first
  by: string;  // "wijken", or else places
  municipality: string;  // only its places count; empty: all
  district: string;  // of the municipality; empty: all
  search: string;  // only places with this in their name are listed; empty: all
  page: number;  // of a list that is longer than a page
}

const words: Record<View, string> =
  {overview: "overzicht", place: "plek", compare: "vergelijken", meaning: "uitleg"};

export function route_from(fragment: string, otherwise: Language): Route {
  const [path = "", query = ""] = fragment.replace(/^#\/?/, "").split("?", 2);
  const [language = "", view = "", place = ""] = path.split("/");
  const filters = new URLSearchParams(query);
  const named = views.find((one) => words[one] === view);
  const is_whole = (named !== undefined && (named === "place") === (place !== "")) || view === "";
  const month = filters.get("maand") ?? "";
  const page = filters.get("pagina") ?? "";
  return {
    language: language === "en" || language === "nl" ? language : otherwise,
    view: is_whole ? (named ?? "overview") : "unknown",
    place: decoded(place),
    month: /^20\d\d-(0[1-9]|1[0-2])$/.test(month) ? month : "",
    figure: filters.get("cijfer") ?? "",
    by: filters.get("per") ?? "",
    municipality: filters.get("gemeente") ?? "",
    district: filters.get("wijk") ?? "",
    search: filters.get("zoek") ?? "",
    page: /^[1-9]\d{0,4}$/.test(page) ? Number(page) : 1,
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export function address_of(route: Partial<Route> & Pick<Route, "language">): string {
  const view = route.view && route.view !== "unknown" ? route.view : "overview";
  const filters = new URLSearchParams();
  if (route.month) filters.set("maand", route.month);
  if (route.figure) filters.set("cijfer", route.figure);
  if (route.by) filters.set("per", route.by);
  if (route.municipality) filters.set("gemeente", route.municipality);
  if (route.district) filters.set("wijk", route.district);
  if (route.search) filters.set("zoek", route.search);
  if (route.page && route.page > 1) filters.set("pagina", String(route.page));
  const place = view === "place" ? `/${encodeURIComponent(route.place ?? "")}` : "";
  const query = filters.toString();
  return `#/${route.language}/${words[view]}${place}${query ? `?${query}` : ""}`;
}
