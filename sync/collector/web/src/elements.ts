// Makes elements without any markup in strings, so that no name of a place can become code. Styles
// are classes only: the policy of the page refuses inline ones.

export type Child = Node | string | number | null | undefined | false;
type Attributes = Record<string, string | number | boolean | null | undefined>;

/** An element; an attribute that is true is there without a value, false or null leaves it out. */
export function h<Name extends keyof HTMLElementTagNameMap>(
  name: Name, attributes: Attributes = {}, ...children: (Child | Child[])[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes))
    if (value !== false && value !== null && value !== undefined)
      element.setAttribute(key, value === true ? "" : String(value));
  append(element, children);
  return element;
}

export function append(element: Element, children: (Child | Child[])[]): void {
  for (const child of children.flat())
    if (child !== null && child !== undefined && child !== false)
      element.append(typeof child === "number" ? String(child) : child);
}

export function link(href: string, ...children: Child[]): HTMLAnchorElement {
  return h("a", {class: "utrecht-link utrecht-link--html-a", href}, ...children);
}

export function paragraph(attributes: Attributes, ...children: Child[]): HTMLParagraphElement {
  const kind = attributes["class"] ?? "";
  return h("p", {...attributes, class: `utrecht-paragraph ${kind}`}, ...children);
}

let last_id = 0;

export function new_id(stem: string): string {
  return `${stem}-${++last_id}`;
}

/** A card with a heading; `children` may be charts, tables and words. */
export function card(title: string, ...children: (Child | Child[])[]): HTMLElement {
  return h("section", {class: "card"}, h("h2", {}, title), ...children);
}

export interface Option {
  value: string;
  label: string;
}

/**
 * A labelled choice. `choose` hears of each change. A view is drawn anew after it, and `data-knob`
 * says which control had the focus.
 */
export function select(
  label: string, options: Option[], chosen: string, choose: (value: string) => void,
): HTMLElement {
  const id = new_id("choice");
  const control = h("select", {
    id, class: "utrecht-select utrecht-select--html-select", "data-knob": label},
    options.map((option) =>
      h("option", {value: option.value, selected: option.value === chosen}, option.label)));
  control.addEventListener("change", () => choose(control.value));
  return h("div", {class: "choice"},
    h("label", {class: "utrecht-form-label", for: id}, label), control);
}
