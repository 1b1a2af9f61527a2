import { t } from "../i18n/translate.ts";

/** Path data of 16 px line icons, drawn inline so that nothing is loaded over the page's network. */
const ICONS = {
  share:
    "M6 8.5 10.5 6M6 8.5l4.5 2.5M6 8.5a2 2 0 1 1-4 0 2 2 0 0 1 4 0ZM14 4.5a2 2 0 1 1-4 0 2 2 0 0 1 4 0ZM14 12a2 2 0 1 1-4 0 2 2 0 0 1 4 0Z",
  save: "M4 2.5h8v11l-4-3-4 3z",
  manage: null,
} as const;

export interface Button {
  readonly element: HTMLButtonElement;
  set(label: string, pressed: boolean): void;
  /** Runs `action` when a person clicks, one at a time. `showStatus` gets a sentence when the extension is gone. */
  onPress(action: () => Promise<void>, showStatus: (text: string) => void): void;
}

/** Creates a button of a toolbar. A compact button shows only its icon; its label is its title. */
export function createButton(icon: keyof typeof ICONS, label: string, compact: boolean): Button {
  const element = document.createElement("button");
  element.type = "button";
  element.className = icon;
  const labelElement = document.createElement("span");
  const path = ICONS[icon];
  if (path !== null) element.append(createIcon(path));
  if (!compact || path === null) element.append(labelElement);

  function set(text: string, pressed: boolean): void {
    labelElement.textContent = text;
    if (compact) element.title = text;
    element.setAttribute("aria-label", text);
    if (icon === "save") element.setAttribute("aria-pressed", String(pressed));
  }
  set(label, false);

  function onPress(action: () => Promise<void>, showStatus: (text: string) => void): void {
    let busy = false;
    element.addEventListener("click", (event) => {
      // Pages can dispatch clicks; only a person's are trusted.
      if (busy || !event.isTrusted) return;
      busy = true;
      element.setAttribute("aria-busy", "true");
      void action()
        // Actions reject only when the extension was updated or removed while the page is open.
        .catch(() => showStatus(t("page_failed_reload")))
        .finally(() => {
          busy = false;
          element.removeAttribute("aria-busy");
        });
    });
  }
  return { element, set, onPress };
}

function createIcon(path: string): SVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  const line = document.createElementNS(svg.namespaceURI, "path");
  line.setAttribute("d", path);
  svg.append(line);
  return svg as SVGElement;
}
