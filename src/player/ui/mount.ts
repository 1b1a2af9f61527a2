import controls from "./controls.css?inline";
import player from "./player.css?inline";

const sheets = new WeakMap<Document, Record<string, CSSStyleSheet>>();

/** Adds a style sheet to the shadow root that a drawn player is in; again and elsewhere it costs nothing. */
export function addLook(drawn: HTMLElement, text: string): void {
  const root = drawn.getRootNode();
  if (!(root instanceof ShadowRoot)) return;
  const page = root.ownerDocument;
  const made = sheets.get(page) ?? {};
  sheets.set(page, made);
  // A constructed sheet passes a host's `style-src 'none'`, but belongs to the document whose window made it.
  let sheet = made[text];
  if (!sheet) {
    sheet = made[text] = new (page.defaultView ?? window).CSSStyleSheet();
    sheet.replaceSync(text);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}

// As browsers write it: rgb() in 0 to 255; oklch() and lab() and their like begin with the lightness; color() in 0 to 1.
function isLight(color: string): boolean {
  const [red = 0, green = 0, blue = 0] = color.match(/(?<=[ (])[\d.]+/g)?.map(Number) ?? [];
  if (/^ok|^l/.test(color)) return red > (color < "o" ? 50 : 0.5);
  return red + green + blue > (color < "r" ? 1.5 : 382);
}

// A page that names a colour scheme is followed by CSS alone; on one that does not, light letters mean a dark page.
function followPage({ host }: ShadowRoot, drawn: HTMLElement): void {
  const light = isLight(getComputedStyle(host.parentElement ?? host).color);
  const named = getComputedStyle(host).colorScheme !== "normal";
  drawn.style.colorScheme = named ? "inherit" : light ? "dark" : "light";
}

/** Puts the drawn player into a shadow root, with its look, until `signal` ends its life. */
export function showIn(root: ShadowRoot, drawn: HTMLElement, signal: AbortSignal): void {
  root.replaceChildren(drawn);
  addLook(drawn, player + controls);
  const follow = (): void => followPage(root, drawn);
  // When the page is laid out, and not painted yet: to ask earlier would make it work out its styles once more.
  new ResizeObserver(follow).observe(drawn);
  // Style sheets may come after the script, and the page's colours change with the listener's wish.
  addEventListener("load", follow, { signal });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", follow, { signal });
}
