const SVG_NAMESPACE = "http://www.w3.org/2000/svg";

/** Creates an element with attributes and children; strings become text, never HTML. */
export function createElement<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Creates an icon, and a function that changes its outline (an SVG path on a 24 by 24 grid). */
export function createIcon(outline = ""): [SVGSVGElement, (outline: string) => void] {
  const path = document.createElementNS(SVG_NAMESPACE, "path");
  const svg = document.createElementNS(SVG_NAMESPACE, "svg");
  const setOutline = (next: string): void => path.setAttribute("d", next);
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.append(path);
  setOutline(outline);
  return [svg, setOutline];
}

/** Creates a button with an icon, and a function that changes the icon. */
export function createIconButton(
  className: string,
  outline = "",
): [HTMLButtonElement, (outline: string) => void] {
  const [svg, setOutline] = createIcon(outline);
  return [createElement("button", { type: "button", class: className }, svg), setOutline];
}

/** Labels a control without visible text: for screen readers, and as a tooltip. */
export function setLabel(element: HTMLElement, text: string): void {
  element.setAttribute("aria-label", text);
  element.title = text;
}

/** Creates a slider from 0 to `max`, and the rail around it that shows how far it is. */
export function createSlider(max: string, step: string): [HTMLInputElement, HTMLDivElement] {
  const input = createElement("input", { type: "range", min: "0", max, step, value: "0" });
  // Left to right in every language, as the waveform is drawn and as the arrow keys move it.
  return [input, createElement("div", { class: "rail", dir: "ltr" }, input)];
}

/** Sets how full a rail is drawn, 0 to 1. */
export function fillRail(rail: HTMLElement, fraction: number): void {
  rail.style.setProperty("--_played", `${100 * fraction}%`);
}
