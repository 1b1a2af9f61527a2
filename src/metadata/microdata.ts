import type { SchemaItem } from "./schema-org-items.ts";

/** How many items and properties of each are looked at, and how deep items may be nested. */
const MOST_ITEMS = 30;
const MOST = 500;
const DEEPEST = 5;

/**
 * A form's fields hide its own methods (a field named "getAttribute" is what one then gets), so
 * no form is asked. https://html.spec.whatwg.org/multipage/forms.html#dom-form-nameditem
 */
const ITEM = "[itemscope]:not(form)";
/** At the root only music and pages are of interest, not the products and crumbs around them. */
const ROOT = ["/Music", "Page"].map((type) => `${ITEM}[itemtype*="${type}"]:not([itemprop])`);
const PROPERTY = "[itemprop]:not(form)";

/**
 * The things a page describes by attributes, in the form JSON-LD has.
 * https://html.spec.whatwg.org/multipage/microdata.html
 */
export function readMicrodata(document: ParentNode): SchemaItem[] {
  return [...document.querySelectorAll(ROOT.join())]
    .slice(0, MOST_ITEMS)
    .map((item) => readItem(item, 0));
}

function readItem(item: Element, depth: number): SchemaItem {
  if (depth > DEEPEST) return {};
  const found = new Map<string, unknown[]>([
    ["@type", names(item.getAttribute("itemtype"))],
    ["@id", [item.getAttribute("itemid") ?? undefined]],
  ]);
  const inner = new Set(item.querySelectorAll(":scope [itemscope] [itemprop]"));
  for (const element of [...item.querySelectorAll(PROPERTY)].slice(0, MOST)) {
    if (inner.has(element)) continue;
    for (const name of names(element.getAttribute("itemprop"))) {
      found.set(name, [...(found.get(name) ?? []), readProperty(element, name, depth)]);
    }
  }
  return Object.fromEntries(found);
}

const names = (attribute: string | null): string[] =>
  (attribute ?? "").slice(0, 1000).split(/\s+/).filter(Boolean);

/** In practice a link may carry a name, and any element a `content`. */
const NAMES: ReadonlySet<string> = new Set(["name", "byArtist", "inAlbum"]);

function readProperty(element: Element, name: string, depth: number): unknown {
  if (element.matches(ITEM)) return readItem(element, depth + 1);
  const attributes = ["content", "datetime", ...(NAMES.has(name) ? [] : ["href", "src"])];
  const written = attributes.map((each) => element.getAttribute(each));
  return written.find((each) => each !== null) ?? element.textContent;
}
