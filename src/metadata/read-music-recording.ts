import { cleanName, parseSeconds, resolveWebUrl, cleanText } from "./clean-values.ts";
import { isSchemaItem } from "./schema-org-items.ts";
import type { ValuesOf, SchemaItem } from "./schema-org-items.ts";

/** What a page says about a track; each field is null where the page does not say it. */
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
 * How deep a name or an image is searched in nested items, and in how many values of each property. Items may refer to
 * each other, so a small page can describe an endless tree.
 */
const MAX_LEVELS = 3;
const MAX_VALUES = 10;

/** Reads a https://schema.org/MusicRecording, also in the undocumented forms that sites use. */
export function readRecording(recording: SchemaItem, valuesOf: ValuesOf, page: URL): TrackMetadata {
  const [album] = valuesOf(recording.inAlbum);
  const cover = isSchemaItem(album) ? album.image : null;
  return {
    title: readNames(recording.name, valuesOf)[0] ?? null,
    artist: cleanText([...new Set(readNames(recording.byArtist, valuesOf))].join(", ")),
    album: readNames(recording.inAlbum, valuesOf)[0] ?? null,
    artwork:
      findImage(
        [recording.image, recording.thumbnailUrl, cover].flatMap(valuesOf),
        valuesOf,
        page,
      ) ?? null,
    duration:
      readDuration(valuesOf(recording.duration), valuesOf) ??
      readDuration(valuesOf(recording.audio), valuesOf),
  };
}

/** Reads names that are text, items with a `name`, `{"@value"}`, or lists of these. */
function readNames(value: unknown, valuesOf: ValuesOf, depth = 0): string[] {
  if (depth > MAX_LEVELS) return [];
  const values = valuesOf(value).slice(0, MAX_VALUES);
  return values.flatMap((entry) => {
    if (isSchemaItem(entry)) return readNames(entry.name ?? entry["@value"], valuesOf, depth + 1);
    return cleanName(entry) ?? [];
  });
}

function findImage(value: unknown, valuesOf: ValuesOf, page: URL, depth = 0): string | undefined {
  if (depth > MAX_LEVELS) return undefined;
  for (const entry of valuesOf(value).slice(0, MAX_VALUES)) {
    const found = isSchemaItem(entry)
      ? findImage([entry.contentUrl, entry.url].flatMap(valuesOf), valuesOf, page, depth + 1)
      : resolveWebUrl(entry, page);
    if (found) return found;
  }
  return undefined;
}

/** Reads seconds from a duration, a https://schema.org/QuantitativeValue in seconds, or an AudioObject. */
function readDuration(values: readonly unknown[], valuesOf: ValuesOf): number | null {
  for (const entry of values) {
    const isInSeconds = isSchemaItem(entry) && /^(?:SEC|s)$/.test(String(entry.unitCode ?? "SEC"));
    const candidates = isSchemaItem(entry)
      ? [...valuesOf(entry.duration), isInSeconds ? entry.value : null]
      : [entry];
    const length = candidates.map(parseSeconds).find((found) => found !== null);
    if (length !== undefined && length !== null) return length;
  }
  return null;
}
