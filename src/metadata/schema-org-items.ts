import { isPlainObject } from "../shared/is-plain-object.ts";
import { cleanText } from "./clean-values.ts";

/** An item of the https://schema.org vocabulary in a page: JSON-LD as it is parsed, or microdata in the same form. */
export type SchemaItem = Readonly<Record<string, unknown>>;

/** Lists the values of a property; an item that is only referenced by its `@id` is replaced by the item itself. */
export type ValuesOf = (value: unknown) => readonly unknown[];

/** https://schema.org/MusicRecording */
const TRACKS = ["MusicRecording"];
/** An item of these types at the root of a page says that the page is about many tracks. */
const LISTS = ["MusicAlbum", "MusicPlaylist", "MusicRelease"];
/** An item of these types says so only when the page names it as its `mainEntity`. */
const MAIN_LISTS = [...LISTS, "MusicGroup", "ItemList"];

const SCHEMA = /^(?:https?:\/\/schema\.org\/|schema:)/i;

export function isSchemaItem(value: unknown): value is SchemaItem {
  return isPlainObject(value);
}

function toValues(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.slice(0, 100) : [value];
}

/** Creates the function that lists values, with references resolved among the items of one page. */
export function createValueReader(items: readonly SchemaItem[]): ValuesOf {
  const itemsById = new Map<unknown, SchemaItem>();
  for (const item of items) {
    if (item["@type"]) for (const id of toValues(item["@id"])) itemsById.set(id, item);
  }
  const resolveReference = (value: unknown): unknown =>
    isSchemaItem(value) && !value["@type"] ? (itemsById.get(value["@id"]) ?? value) : value;
  return (value) => toValues(value).map(resolveReference);
}

function hasType(item: SchemaItem, types: readonly string[]): boolean {
  return toValues(item["@type"]).some(
    (type) => typeof type === "string" && types.includes(type.trim().replace(SCHEMA, "")),
  );
}

/**
 * Finds what a page is about from the items at its root: one recording, "list" for an album, playlist or artist,
 * or null when the items do not tell. `isPageAddress` tells whether an address is the page's own.
 */
export function findMainItem(
  items: readonly SchemaItem[],
  valuesOf: ValuesOf,
  isPageAddress: (address: string) => boolean,
): SchemaItem | "list" | null {
  const mainEntities = items.flatMap((item) => valuesOf(item.mainEntity)).filter(isSchemaItem);
  const mainMusic = mainEntities.filter((item) => hasType(item, [...TRACKS, ...MAIN_LISTS]));
  const music = items.filter((item) => hasType(item, [...TRACKS, ...LISTS]));
  const candidates = removeDuplicates(mainMusic.length > 0 ? mainMusic : music);
  // A page also describes charts and recommended tracks. The item that has the page's own address is its track.
  const onPage = candidates.filter((item) => listAddresses(item, valuesOf).some(isPageAddress));
  const likelyItems = onPage.length > 0 ? onPage : candidates;

  const recordings = likelyItems.filter((item) => hasType(item, TRACKS));
  const lists = likelyItems.filter((item) => !recordings.includes(item));
  const [only, second] = recordings;
  if (only && !second) {
    const collections = [...valuesOf(only.inAlbum), ...valuesOf(only.inPlaylist)];
    if (lists.every((list) => collections.some((collection) => isSameItem(collection, list))))
      return only;
  }
  return lists.length > 0 ? "list" : null;
}

function listAddresses(item: SchemaItem, valuesOf: ValuesOf): string[] {
  const pages = valuesOf(item.mainEntityOfPage).map((page) =>
    isSchemaItem(page) ? page["@id"] : page,
  );
  return listIds(item)
    .concat(pages)
    .filter((address) => typeof address === "string");
}

/** Whether two values describe the same item, which pages often do twice: in two blocks, or by its name alone. */
function isSameItem(one: unknown, other: SchemaItem): boolean {
  if (!isSchemaItem(one)) return cleanText(one) !== null && [other.name, other.url].includes(one);
  const [first, second] = [listIds(one), listIds(other)];
  if (first.length > 0 && second.length > 0) return first.some((id) => second.includes(id));
  return (
    one === other || (cleanText(one.name) !== null && cleanText(one.name) === cleanText(other.name))
  );
}

const listIds = (item: SchemaItem): readonly unknown[] =>
  toValues(item["@id"]).concat(toValues(item.url));

/** Each item once, of the first 100: a page with more is a list in any case. */
function removeDuplicates(items: readonly SchemaItem[]): SchemaItem[] {
  const unique: SchemaItem[] = [];
  for (const item of items.slice(0, 100))
    if (!unique.some((other) => isSameItem(item, other))) unique.push(item);
  return unique;
}
