import { readFileSync } from "node:fs";
import { Hono } from "hono";
import type { Context } from "hono";
import type { HonoEnv, Environment } from "../environment.ts";
import { pieces } from "../music/pieces.ts";
import { cutSegments } from "./mp3-segments.ts";
import type { Segment } from "./mp3-segments.ts";

const folder = new URL("../music/", import.meta.url);
const segmentSeconds = 4;
const names = new Set(
  pieces.flatMap(({ name, stems }) => [name].concat(stems.map((stem) => `${name}-${stem}`))),
);
const cut = new Map<string, readonly Segment[]>();

function segmentsOf(name: string): readonly Segment[] {
  const known = cut.get(name);
  if (known) return known;
  const segments = cutSegments(readFileSync(new URL(`${name}.mp3`, folder)), segmentSeconds);
  cut.set(name, segments);
  return segments;
}

/** A media playlist: https://www.rfc-editor.org/rfc/rfc8216#section-4 */
function writePlaylist(segments: readonly Segment[], addressOf: (index: number) => string): string {
  const longest = Math.max(...segments.map(({ seconds }) => Math.round(seconds)));
  return [
    "#EXTM3U",
    "#EXT-X-VERSION:3",
    `#EXT-X-TARGETDURATION:${longest}`,
    "#EXT-X-MEDIA-SEQUENCE:0",
    "#EXT-X-PLAYLIST-TYPE:VOD",
    ...segments.flatMap(({ seconds }, index) => [
      `#EXTINF:${seconds.toFixed(6)},`,
      addressOf(index),
    ]),
    "#EXT-X-ENDLIST",
    "",
  ].join("\n");
}

/** Below `/audio`: playlists, their segments and waveforms, each only with a signature of its own. */
export function createHlsRoutes({ links }: Environment): Hono<HonoEnv> {
  const sealed = (c: Context<HonoEnv>) => {
    const { expires = "", sig = "" } = c.req.query();
    return !links.allows(c.req.path, expires, sig);
  };
  return new Hono<HonoEnv>()
    .use("/:folder/*", async (c, next) => {
      c.header("Access-Control-Allow-Origin", "*");
      if (sealed(c)) return c.text("The signature is wrong or has expired.", 403);
      c.header("Cache-Control", "private, no-store");
      c.header("Cross-Origin-Resource-Policy", "cross-origin");
      return next();
    })
    .get("/hls/:name/playlist.m3u8", (c) => {
      const name = c.req.param("name");
      if (!names.has(name)) return c.notFound();
      c.header("Content-Type", "application/vnd.apple.mpegurl");
      // Relative, as a playlist next to its segments has them.
      const addressOf = (index: number) => links.signPath("", `/audio/hls/${name}/${index}.mp3`);
      const playlist = writePlaylist(segmentsOf(name), addressOf);
      return c.body(playlist.replaceAll(`/audio/hls/${name}/`, ""));
    })
    .get("/hls/:name/:file{[0-9]+\\.mp3}", (c) => {
      const name = c.req.param("name");
      const segments = names.has(name) ? segmentsOf(name) : [];
      const segment = segments[Number.parseInt(c.req.param("file"), 10)];
      if (!segment) return c.notFound();
      c.header("Content-Type", "audio/mpeg");
      return c.body(new Uint8Array(segment.bytes));
    })
    .get("/waveforms/:file{.+\\.json}", (c) => {
      const name = c.req.param("file").replace(/\.json$/, "");
      if (!names.has(name)) return c.notFound();
      c.header("Content-Type", "application/json");
      return c.body(readFileSync(new URL(`${name}.peaks.json`, folder), "utf8"));
    });
}
