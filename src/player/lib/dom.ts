const SVG = "http://www.w3.org/2000/svg";

/** Makes an element with attributes and children; strings become text, never HTML. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** An icon, and a way to change its outline (an SVG path on a 24 by 24 grid). */
export function icon(outline = ""): [SVGSVGElement, (outline: string) => void] {
  const path = document.createElementNS(SVG, "path");
  const drawing = document.createElementNS(SVG, "svg");
  const draw = (to: string): void => path.setAttribute("d", to);
  drawing.setAttribute("viewBox", "0 0 24 24");
  drawing.setAttribute("aria-hidden", "true");
  drawing.append(path);
  draw(outline);
  return [drawing, draw];
}

/** A button with an icon, and a way to change the icon. */
export function iconButton(
  name: string,
  outline = "",
): [HTMLButtonElement, (outline: string) => void] {
  const [drawing, draw] = icon(outline);
  return [make("button", { type: "button", class: name }, drawing), draw];
}

/** Names what has no words of its own: for those who listen, and as a tooltip for those who look. */
export function label(element: HTMLElement, words: string): void {
  element.setAttribute("aria-label", words);
  element.title = words;
}

/** A slider on a rail that shows how far it is; `max` in the unit of what it sets. */
export function slider(max: string, step: string): [HTMLInputElement, HTMLDivElement] {
  const input = make("input", { type: "range", min: "0", max, step, value: "0" });
  // A tape runs from left to right in every script, as its waveform does and as the arrow keys say.
  return [input, make("div", { class: "rail", dir: "ltr" }, input)];
}

/** How full a rail is drawn, 0 to 1. */
export function fillRail(rail: HTMLElement, share: number): void {
  rail.style.setProperty("--_played", `${100 * share}%`);
}
