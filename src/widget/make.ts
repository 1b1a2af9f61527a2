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

/** A button with an icon, and a way to change the icon's outline (an SVG path on a 24 by 24 grid). */
export function iconButton(name: string): [HTMLButtonElement, (outline: string) => void] {
  const path = document.createElementNS(SVG, "path");
  const icon = document.createElementNS(SVG, "svg");
  icon.setAttribute("viewBox", "0 0 24 24");
  icon.setAttribute("aria-hidden", "true");
  icon.append(path);
  return [
    make("button", { type: "button", class: name }, icon),
    (outline) => path.setAttribute("d", outline),
  ];
}
