import { parsePlaybackUrl } from "../../shared/playback-url.ts";
import type { ByteRange } from "../net/fetch-bytes.ts";
import { PlaybackError } from "../net/playback-error.ts";

/** One segment of a playlist, or a whole file. */
export interface Segment {
  readonly url: string;
  readonly range: ByteRange | null;
  /** Seconds; null for a whole file, whose length is known only from its bytes. */
  readonly seconds: number | null;
  /** The initialization segment of fragmented MP4, which goes before the bytes. */
  readonly initSegment: Pick<Segment, "url" | "range"> | null;
}

const readAttribute = (line: string, name: string): string | undefined =>
  new RegExp(`[:,]${name}=(?:"([^"]*)"|([^,]*))`).exec(line)?.slice(1).find(Boolean);

function isPlaylist(bytes: Uint8Array): boolean {
  return new TextDecoder().decode(bytes.subarray(0, 10)).trimStart().startsWith("#EXTM3U");
}

/**
 * Parses the segments of a finished HLS media playlist: https://www.rfc-editor.org/rfc/rfc8216#section-4.3
 * `playlistUrl` is its own absolute URL. Null for a file that is not a playlist. Throws `PlaybackError` for what is not
 * supported: multivariant playlists, encryption, URLs that are not safe.
 */
export function parseMediaPlaylist(bytes: Uint8Array, playlistUrl: string): Segment[] | null {
  if (!isPlaylist(bytes)) return null;
  const text = new TextDecoder().decode(bytes);
  const allowsHttp = playlistUrl.startsWith("http:");
  const toAbsolute = (path: string): string => {
    const url = URL.canParse(path, playlistUrl) ? new URL(path, playlistUrl).href : "";
    const safe = parsePlaybackUrl(url, allowsHttp);
    if (!safe) throw new PlaybackError({ kind: "malformed" });
    return safe;
  };
  let end = 0;
  const readRange = (value: string | undefined): ByteRange | null => {
    const [length, from] = (value ?? "").split("@").map(Number);
    if (!length) return null;
    // Without an offset it follows the range before.
    const start = from ?? end;
    end = start + length;
    return [start, end];
  };

  const segments: Segment[] = [];
  let seconds = Number.NaN;
  let range: ByteRange | null = null;
  let initSegment: Segment["initSegment"] = null;
  for (const line of text.split(/\r?\n/)) {
    const value = line.slice(line.indexOf(":") + 1);
    if (line.startsWith("#EXTINF:")) seconds = Number.parseFloat(value);
    else if (line.startsWith("#EXT-X-BYTERANGE:")) range = readRange(value);
    else if (line.startsWith("#EXT-X-MAP:"))
      initSegment = {
        url: toAbsolute(readAttribute(line, "URI") ?? ""),
        range: readRange(readAttribute(line, "BYTERANGE")),
      };
    else if (
      line.startsWith("#EXT-X-STREAM-INF") ||
      (line.startsWith("#EXT-X-KEY:") && readAttribute(line, "METHOD") !== "NONE")
    )
      throw new PlaybackError({ kind: "format" });
    else if (line.trim() && !line.startsWith("#")) {
      if (!(seconds >= 0)) throw new PlaybackError({ kind: "malformed" });
      // Tools that split a file write a last segment of 0 seconds without audio.
      if (seconds > 0) segments.push({ url: toAbsolute(line.trim()), range, seconds, initSegment });
      seconds = Number.NaN;
      range = null;
    }
  }
  if (segments.length === 0) throw new PlaybackError({ kind: "malformed" });
  return segments;
}

/** The index of the segment at a position in seconds; beyond the end, that of the last one. */
export function findSegment(segments: readonly Segment[], seconds: number): number {
  let end = 0;
  const index = segments.findIndex((each) => (end += each.seconds ?? Infinity) > seconds);
  return index < 0 ? segments.length - 1 : index;
}
