// Makes a store of a whole region out of the demo store: many places in two municipalities, by way
// of the files that move figures from one store to another.
import {createHash} from "node:crypto";

/** A place of the demo as another one; the first of all keep their names, so names come twice. */
function copied_place({plek}, copy) {
  const municipality = copy % 2 === 0 ? "Demostad" : "Oefendam";
  return {plek: {...plek, id: `${plek.id}-${copy}`, gemeente: municipality,
                 naam: copy < 2 ? plek.naam : `${plek.naam} ${copy}`}};
}

function copied_event({telling}, copy) {
  const event = JSON.parse(telling.bytes);
  event.id = event.id.slice(0, -6) + copy.toString(16).padStart(6, "0");
  event.source += `-${copy}`;
  event.subject += `-${copy}`;
  event.data.plek = event.subject;
  const bytes = JSON.stringify(event);
  const hash = createHash("sha256").update(bytes).digest("hex");
  return {telling: {...telling, bytes, inhoudshash: hash}};
}

/** The lines of an export as those of so many times as many places; keys are left out. */
export function* region_of(lines, copies) {
  const parsed = lines.filter((line) => line !== "").map((line) => JSON.parse(line));
  for (let copy = 0; copy < copies; ++copy)
    for (const line of parsed)
      if (line.plek) yield JSON.stringify(copied_place(line, copy));
  for (let copy = 0; copy < copies; ++copy)
    for (const line of parsed)
      if (line.telling) yield JSON.stringify(copied_event(line, copy));
}
