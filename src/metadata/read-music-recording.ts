import { cleanName, parseSeconds, resolveWebUrl, cleanText } from "./clean-values.ts";
import { type ValuesOf, isSchemaItem, type SchemaItem } from "./schema-org-items.ts";

/** What is known of a track, each null where it is not said. */
export interface TrackMetadata {
  title: string | null;
  artist: string | null;
  album: string | null;
  /** Absolute http(s) address. */
  artwork: string | null;
  /** Seconds. */
  duration: number | null;
}

/**
 * How far into things of things a name or a picture is looked for, and at how many of each: by
 * references a small page can be a tree without end.
 */
const DEEPEST = 3;
const MOST = 10;

/** Reads a recording, in the forms seen in practice too. https://schema.org/MusicRecording */
export function readRecording(recording: SchemaItem, every: ValuesOf, page: URL): TrackMetadata {
  const [album] = every(recording.inAlbum);
  const cover = isSchemaItem(album) ? album.image : null;
  return {
    title: everyName(recording.name, every)[0] ?? null,
    artist: cleanText([...new Set(everyName(recording.byArtist, every))].join(", ")),
    album: everyName(recording.inAlbum, every)[0] ?? null,
    artwork:
      picture([recording.image, recording.thumbnailUrl, cover].flatMap(every), every, page) ?? null,
    duration: lengthOf(every(recording.duration), every) ?? lengthOf(every(recording.audio), every),
  };
}

/** Names, written as text, as a thing with a name, or as `{"@value"}`; in a list of either. */
function everyName(value: unknown, every: ValuesOf, depth = 0): string[] {
  if (depth > DEEPEST) return [];
  const values = every(value).slice(0, MOST);
  return values.flatMap((each) => {
    if (isSchemaItem(each)) return everyName(each.name ?? each["@value"], every, depth + 1);
    return cleanName(each) ?? [];
  });
}

function picture(value: unknown, every: ValuesOf, page: URL, depth = 0): string | undefined {
  if (depth > DEEPEST) return undefined;
  for (const each of every(value).slice(0, MOST)) {
    const found = isSchemaItem(each)
      ? picture([each.contentUrl, each.url].flatMap(every), every, page, depth + 1)
      : resolveWebUrl(each, page);
    if (found) return found;
  }
  return undefined;
}

/** Seconds out of a duration, a https://schema.org/QuantitativeValue of seconds, or an AudioObject. */
function lengthOf(values: readonly unknown[], every: ValuesOf): number | null {
  for (const each of values) {
    const inSeconds = isSchemaItem(each) && /^(?:SEC|s)$/.test(String(each.unitCode ?? "SEC"));
    const written = isSchemaItem(each)
      ? [...every(each.duration), inSeconds ? each.value : null]
      : [each];
    const length = written.map(parseSeconds).find((found) => found !== null);
    if (length !== undefined && length !== null) return length;
  }
  return null;
}
