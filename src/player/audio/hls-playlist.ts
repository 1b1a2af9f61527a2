import { parsePlaybackUrl } from "../net/safe-urls.ts";
import { PlaybackError } from "../net/playback-error.ts";
import type { ByteRange } from "../net/fetch-bytes.ts";

/** One stretch of sound. */
export interface Segment {
  readonly url: string;
  readonly range: ByteRange | null;
  /** Seconds; null for a whole file, whose length only its bytes tell. */
  readonly seconds: number | null;
  /** What has to be put before its bytes, for fragmented MP4. */
  readonly map: Pick<Segment, "url" | "range"> | null;
}

const attribute = (line: string, name: string): string | undefined =>
  new RegExp(`[:,]${name}=(?:"([^"]*)"|([^,]*))`).exec(line)?.slice(1).find(Boolean);

function isMediaList(bytes: Uint8Array): boolean {
  return new TextDecoder().decode(bytes.subarray(0, 10)).trimStart().startsWith("#EXTM3U");
}

/**
 * The segments of a finished HLS media playlist: https://www.rfc-editor.org/rfc/rfc8216#section-4.3
 * `address` is the playlist's own. Null for a file that is no playlist; throws `Failed` for what is not played here: lists of lists, encryption, an unsafe address.
 */
export function readMediaList(bytes: Uint8Array, address: string): Segment[] | null {
  if (!isMediaList(bytes)) return null;
  const text = new TextDecoder().decode(bytes);
  const plain = address.startsWith("http:");
  const absolute = (path: string): string => {
    const url = URL.canParse(path, address) ? new URL(path, address).href : "";
    const safe = parsePlaybackUrl(url, plain);
    if (!safe) throw new PlaybackError({ kind: "malformed" });
    return safe;
  };
  let end = 0;
  const rangeOf = (value: string | undefined): ByteRange | null => {
    const [length, from] = (value ?? "").split("@").map(Number);
    if (!length) return null;
    // Without an offset it follows the one before.
    const start = from ?? end;
    end = start + length;
    return [start, end];
  };

  const segments: Segment[] = [];
  let seconds = Number.NaN;
  let range: ByteRange | null = null;
  let map: Segment["map"] = null;
  for (const line of text.split(/\r?\n/)) {
    const value = line.slice(line.indexOf(":") + 1);
    if (line.startsWith("#EXTINF:")) seconds = Number.parseFloat(value);
    else if (line.startsWith("#EXT-X-BYTERANGE:")) range = rangeOf(value);
    else if (line.startsWith("#EXT-X-MAP:"))
      map = {
        url: absolute(attribute(line, "URI") ?? ""),
        range: rangeOf(attribute(line, "BYTERANGE")),
      };
    else if (
      line.startsWith("#EXT-X-STREAM-INF") ||
      (line.startsWith("#EXT-X-KEY:") && attribute(line, "METHOD") !== "NONE")
    )
      throw new PlaybackError({ kind: "format" });
    else if (line.trim() && !line.startsWith("#")) {
      if (!(seconds >= 0)) throw new PlaybackError({ kind: "malformed" });
      // Tools that cut a file write a last one without any sound.
      if (seconds > 0) segments.push({ url: absolute(line.trim()), range, seconds, map });
      seconds = Number.NaN;
      range = null;
    }
  }
  if (segments.length === 0) throw new PlaybackError({ kind: "malformed" });
  return segments;
}

/** The index of the segment that sounds at a place in seconds; beyond the end that of the last one. */
export function segmentAt(list: readonly Segment[], at: number): number {
  let end = 0;
  const index = list.findIndex(({ seconds }) => (end += seconds ?? Infinity) > at);
  return index < 0 ? list.length - 1 : index;
}
