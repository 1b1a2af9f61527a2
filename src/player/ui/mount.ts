import controls from "./controls.css?inline";
import player from "./player.css?inline";

/** The style sheets made for each document, by their text. */
const styleSheets = new WeakMap<Document, Record<string, CSSStyleSheet>>();

/** Adds a style sheet to the shadow root that `element` is in. A sheet is made once for a document and added once to a root. */
export function addStyleSheet(element: HTMLElement, text: string): void {
  const root = element.getRootNode();
  if (!(root instanceof ShadowRoot)) return;
  const page = root.ownerDocument;
  const existing = styleSheets.get(page) ?? {};
  styleSheets.set(page, existing);
  // A constructed style sheet is allowed under a page's `style-src 'none'`, but only in the document whose window made it.
  let sheet = existing[text];
  if (!sheet) {
    sheet = existing[text] = new (page.defaultView ?? window).CSSStyleSheet();
    sheet.replaceSync(text);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}

// Computed colours are rgb() in 0 to 255, oklch() and lab() and the like, which begin with the lightness, or color() in 0 to 1.
function isLight(color: string): boolean {
  const [red = 0, green = 0, blue = 0] = color.match(/(?<=[ (])[\d.]+/g)?.map(Number) ?? [];
  if (/^ok|^l/.test(color)) return red > (color < "o" ? 50 : 0.5);
  return red + green + blue > (color < "r" ? 1.5 : 382);
}

// CSS alone follows a page that sets a colour scheme; on a page that sets none, light text means a dark page.
function matchColorScheme({ host }: ShadowRoot, view: HTMLElement): void {
  const hasLightText = isLight(getComputedStyle(host.parentElement ?? host).color);
  const hasScheme = getComputedStyle(host).colorScheme !== "normal";
  view.style.colorScheme = hasScheme ? "inherit" : hasLightText ? "dark" : "light";
}

/** Puts the player's view into a shadow root, with its style sheet, and follows the page's colour scheme until `signal` aborts. */
export function mountView(root: ShadowRoot, view: HTMLElement, signal: AbortSignal): void {
  root.replaceChildren(view);
  addStyleSheet(view, player + controls);
  const follow = (): void => matchColorScheme(root, view);
  // It fires after layout and before paint; reading computed styles earlier would make the page calculate them once more.
  new ResizeObserver(follow).observe(view);
  // Style sheets may arrive after the script, and the person may switch between light and dark.
  addEventListener("load", follow, { signal });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", follow, { signal });
}
