// What every view is given and what it gives back.

import type {Speech} from "./format.ts";
import type {Route} from "./routes.ts";

export interface Scene {
  speech: Speech;
  route: Route;
  /** Goes to the same view with something changed; the reader stays where they are. */
  change: (changed: Partial<Route>) => void;
}

export interface Shown {
  title: string;
  content: HTMLElement[];
}

export type Show = (scene: Scene) => Promise<Shown>;
