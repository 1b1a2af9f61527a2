import { cleanText } from "./clean-values.ts";
import { isPlainObject } from "../shared/is-plain-object.ts";

/** Something a page describes in the words of https://schema.org: JSON-LD as it is, or microdata. */
export type SchemaItem = Readonly<Record<string, unknown>>;

/** The values of a property; what is only referred to by its `@id` is looked up. */
export type ValuesOf = (value: unknown) => readonly unknown[];

/** https://schema.org/MusicRecording */
const TRACKS = ["MusicRecording"];
/** Of these, one at a page's root says that the page is about many tracks … */
const LISTS = ["MusicAlbum", "MusicPlaylist", "MusicRelease"];
/** … and of these, only when the page calls it its main entity. */
const MAIN_LISTS = [...LISTS, "MusicGroup", "ItemList"];

const SCHEMA = /^(?:https?:\/\/schema\.org\/|schema:)/i;

export function isSchemaItem(value: unknown): value is SchemaItem {
  return isPlainObject(value);
}

function all(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.slice(0, 100) : [value];
}

/** Looks references up among the things of one page. */
export function createValueReader(things: readonly SchemaItem[]): ValuesOf {
  const known = new Map<unknown, SchemaItem>();
  for (const thing of things) {
    if (thing["@type"]) for (const id of all(thing["@id"])) known.set(id, thing);
  }
  const whole = (value: unknown): unknown =>
    isSchemaItem(value) && !value["@type"] ? (known.get(value["@id"]) ?? value) : value;
  return (value) => all(value).map(whole);
}

function isOne(thing: SchemaItem, types: readonly string[]): boolean {
  return all(thing["@type"]).some(
    (type) => typeof type === "string" && types.includes(type.trim().replace(SCHEMA, "")),
  );
}

/**
 * What the things at a page's root say the page is about: one recording, "list" for an album and
 * the like, or null when they do not tell. `isHere`: is this one of the page's own addresses?
 */
export function findMainItem(
  things: readonly SchemaItem[],
  every: ValuesOf,
  isHere: (address: string) => boolean,
): SchemaItem | "list" | null {
  const named = things.flatMap((thing) => every(thing.mainEntity)).filter(isSchemaItem);
  const mains = named.filter((thing) => isOne(thing, [...TRACKS, ...MAIN_LISTS]));
  const music = things.filter((thing) => isOne(thing, [...TRACKS, ...LISTS]));
  const candidates = distinct(mains.length > 0 ? mains : music);
  // Charts and recommendations stand beside the page's own track: its address tells them apart.
  const here = candidates.filter((thing) => addresses(thing, every).some(isHere));
  const likely = here.length > 0 ? here : candidates;

  const recordings = likely.filter((thing) => isOne(thing, TRACKS));
  const lists = likely.filter((thing) => !recordings.includes(thing));
  const [only, second] = recordings;
  if (only && !second) {
    const holders = [...every(only.inAlbum), ...every(only.inPlaylist)];
    if (lists.every((list) => holders.some((holder) => isSame(holder, list)))) return only;
  }
  return lists.length > 0 ? "list" : null;
}

function addresses(thing: SchemaItem, every: ValuesOf): string[] {
  const pages = every(thing.mainEntityOfPage).map((page) =>
    isSchemaItem(page) ? page["@id"] : page,
  );
  return idsOf(thing)
    .concat(pages)
    .filter((address) => typeof address === "string");
}

/** One thing is often described twice: in two blocks, or by name only where another refers to it. */
function isSame(one: unknown, other: SchemaItem): boolean {
  if (!isSchemaItem(one)) return cleanText(one) !== null && [other.name, other.url].includes(one);
  const [first, second] = [idsOf(one), idsOf(other)];
  if (first.length > 0 && second.length > 0) return first.some((id) => second.includes(id));
  return (
    one === other || (cleanText(one.name) !== null && cleanText(one.name) === cleanText(other.name))
  );
}

const idsOf = (thing: SchemaItem): readonly unknown[] => all(thing["@id"]).concat(all(thing.url));

/** Each thing once, of the first 100: a page with more is a list anyway. */
function distinct(things: readonly SchemaItem[]): SchemaItem[] {
  const found: SchemaItem[] = [];
  for (const thing of things.slice(0, 100))
    if (!found.some((other) => isSame(thing, other))) found.push(thing);
  return found;
}
