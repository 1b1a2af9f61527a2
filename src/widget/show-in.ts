import controls from "./controls.css?inline";
import player from "./player.css?inline";

const sheets = new WeakMap<Document, CSSStyleSheet>();

// A constructed sheet passes a host's `style-src 'none'`, but belongs to the document whose window made it.
function sheetFor(page: Document): CSSStyleSheet {
  const made = sheets.get(page) ?? new (page.defaultView ?? window).CSSStyleSheet();
  if (!sheets.has(page)) {
    made.replaceSync(player + controls);
    sheets.set(page, made);
  }
  return made;
}

/** Puts the drawn player into a shadow root, with its look. */
export function showIn(root: ShadowRoot, drawn: HTMLElement): void {
  root.adoptedStyleSheets = [sheetFor(root.ownerDocument)];
  root.replaceChildren(drawn);
  // A page that names a colour scheme is followed; on one that does not, the listener's preference is.
  const scheme = getComputedStyle(root.host).colorScheme;
  drawn.classList.toggle("free", scheme === "normal");
}
