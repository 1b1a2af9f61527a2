import type { SchemaItem } from "./schema-org-items.ts";

/** How many items are read, how many properties of each, and how deep items may be nested. */
const MAX_ITEMS = 30;
const MAX_PROPERTIES = 500;
const MAX_LEVELS = 5;

/**
 * Forms are left out, because the fields of a form hide its methods: `form.getAttribute` is the field of that name.
 * https://html.spec.whatwg.org/multipage/forms.html#dom-form-nameditem
 */
const ITEM = "[itemscope]:not(form)";
/** At the root only items about music or pages are read, not products and breadcrumbs. */
const ROOT = ["/Music", "Page"].map((type) => `${ITEM}[itemtype*="${type}"]:not([itemprop])`);
const PROPERTY = "[itemprop]:not(form)";

/**
 * Reads the schema.org items that a page describes by attributes, in the form that JSON-LD has.
 * https://html.spec.whatwg.org/multipage/microdata.html
 */
export function readMicrodata(document: ParentNode): SchemaItem[] {
  return [...document.querySelectorAll(ROOT.join())]
    .slice(0, MAX_ITEMS)
    .map((item) => readItem(item, 0));
}

function readItem(item: Element, depth: number): SchemaItem {
  if (depth > MAX_LEVELS) return {};
  const properties = new Map<string, unknown[]>([
    ["@type", splitNames(item.getAttribute("itemtype"))],
    ["@id", [item.getAttribute("itemid") ?? undefined]],
  ]);
  const nested = new Set(item.querySelectorAll(":scope [itemscope] [itemprop]"));
  for (const element of [...item.querySelectorAll(PROPERTY)].slice(0, MAX_PROPERTIES)) {
    if (nested.has(element)) continue;
    for (const name of splitNames(element.getAttribute("itemprop"))) {
      properties.set(name, [...(properties.get(name) ?? []), readProperty(element, name, depth)]);
    }
  }
  return Object.fromEntries(properties);
}

const splitNames = (attribute: string | null): string[] =>
  (attribute ?? "").slice(0, 1000).split(/\s+/).filter(Boolean);

/** Properties whose name is the text of a link; their `href` is not read. */
const NAMES: ReadonlySet<string> = new Set(["name", "byArtist", "inAlbum"]);

function readProperty(element: Element, name: string, depth: number): unknown {
  if (element.matches(ITEM)) return readItem(element, depth + 1);
  const attributes = ["content", "datetime", ...(NAMES.has(name) ? [] : ["href", "src"])];
  const values = attributes.map((each) => element.getAttribute(each));
  return values.find((each) => each !== null) ?? element.textContent;
}
