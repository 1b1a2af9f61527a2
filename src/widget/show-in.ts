import controls from "./controls.css?inline";
import player from "./player.css?inline";

const sheets = new WeakMap<Document, Map<string, CSSStyleSheet>>();

// A constructed sheet passes a host's `style-src 'none'`, but belongs to the document whose window made it.
function sheetFor(page: Document, text: string): CSSStyleSheet {
  const made = sheets.get(page) ?? new Map<string, CSSStyleSheet>();
  const sheet = made.get(text) ?? new (page.defaultView ?? window).CSSStyleSheet();
  if (!made.has(text)) sheet.replaceSync(text);
  sheets.set(page, made.set(text, sheet));
  return sheet;
}

/** Adds a style sheet to the shadow root that a drawn player is in; again and elsewhere it costs nothing. */
export function addLook(drawn: HTMLElement, text: string): void {
  const root = drawn.getRootNode();
  if (!(root instanceof ShadowRoot)) return;
  const sheet = sheetFor(root.ownerDocument, text);
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}

// A page that names a colour scheme is followed by CSS alone; on one that does not, light letters mean a dark page.
function followPage({ host }: ShadowRoot, drawn: HTMLElement): void {
  const { color } = getComputedStyle(host.parentElement ?? host);
  const [red = 0, green = 0, blue = 0] = (color.match(/\d+/g) ?? []).map(Number);
  const scheme = red + green + blue > 382 ? "dark" : "light";
  const named = getComputedStyle(host).colorScheme !== "normal";
  drawn.style.setProperty("color-scheme", named ? "inherit" : scheme);
}

/** Puts the drawn player into a shadow root, with its look, until `signal` ends its life. */
export function showIn(root: ShadowRoot, drawn: HTMLElement, signal: AbortSignal): void {
  root.replaceChildren(drawn);
  addLook(drawn, player + controls);
  const follow = (): void => followPage(root, drawn);
  follow();
  // Style sheets may come after the script, and the page's colours change with the listener's wish.
  addEventListener("load", follow, { signal });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", follow, { signal });
}
