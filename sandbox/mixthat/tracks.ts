import { Hono } from "hono";
import type { Context } from "hono";
import { getOrigin } from "../audio/signed-urls.ts";
import { formatMilliseconds } from "../clock.ts";
import type { HonoEnv, Environment } from "../environment.ts";
import { authenticate, authenticateOwner, findReachableTrack } from "./authenticate.ts";
import { listFiles } from "./queries.ts";
import type { TrackRow } from "./queries.ts";
import { cutPage, readCursor, readLimit } from "./read-request.ts";

function listed(track: TrackRow) {
  const { id, label, description, created_at } = track;
  return {
    track_id: id,
    label,
    description,
    tags: JSON.parse(track.tags) as string[],
    created_time: formatMilliseconds(created_at),
    modified_time: formatMilliseconds(created_at),
    $links: [{ rel: "self", href: `/api/v1/tracks/${id}` }],
  };
}

function opened(track: TrackRow, { links }: Environment, origin: string) {
  const files = listFiles(track).map(({ file_id, label, type, index, audio }) => {
    const m3u8 = links.signPath(origin, `/audio/hls/${audio}/playlist.m3u8`);
    const waveform = links.signPath(origin, `/audio/waveforms/${audio}.json`);
    const $links = [
      { rel: "m3u8", href: m3u8 },
      { rel: "waveform", href: waveform },
    ];
    return { file_id, label, type, index, $links };
  });
  return { ...listed(track), is_public: track.is_public === 1, files };
}

/** Where in the list a track stands: by label, then by id. */
function placeOf({ label, id }: TrackRow): string {
  return `${label}\n${id}`;
}

/** As long as its addresses work, but at most a minute. The published file names both headers and no values. */
function allowCaching(c: Context<HonoEnv>, { clock, settings }: Environment): void {
  const seconds = Math.min(60, settings.signedUrlSeconds);
  c.header("Cache-Control", `private, max-age=${seconds}`);
  c.header("Expires", new Date(clock.now() + seconds * 1000).toUTCString());
  c.header("Vary", "Authorization");
}

/** List, get and delete tracks: `Library` in https://github.com/firstcoders/mixthat-docs (openapi.yml) */
export function createTrackRoutes(env: Environment): Hono<HonoEnv> {
  return (
    new Hono<HonoEnv>()
      // Inferred: the published embed calls this one path from other people's pages with an Authorization header.
      .use("/tracks/:id", async (c, next) => {
        if (c.req.method === "GET" || c.req.method === "OPTIONS")
          c.header("Access-Control-Allow-Origin", "*");
        return next();
      })
      .options("/tracks/:id", (c) => {
        c.header("Access-Control-Allow-Methods", "GET, OPTIONS");
        c.header("Access-Control-Allow-Headers", "Authorization, Content-Type");
        return c.body(null, 204);
      })
      .get("/tracks", (c) => {
        const { person } = authenticate(c, env);
        const limit = readLimit(c, 1000, 100);
        const [label = "", id = ""] = readCursor(c, "next").split("\n");
        const prefix = c.req.query("prefix") ?? "";
        const rows = env.db.all<TrackRow>(
          `SELECT * FROM mixthat_tracks WHERE owner = ? AND substr(label, 1, length(?)) = ?
           AND (label, id) > (?, ?) ORDER BY label, id LIMIT ?`,
          [person.name, prefix, prefix, label, id, limit + 1],
        );
        const { page, $links } = cutPage(c, rows, limit, "next", placeOf);
        return c.json({ items: page.map(listed), $links });
      })
      .get("/tracks/:id", (c) => {
        const { track } = findReachableTrack(c, env, "tracks/read");
        allowCaching(c, env);
        return c.json(opened(track, env, getOrigin(c.req.raw)));
      })
      .delete("/tracks/:id", (c) => {
        const { track } = authenticateOwner(c, env);
        env.db.run("DELETE FROM mixthat_tracks WHERE id = ?", [track.id]);
        return c.json({ message: "Track deleted" });
      })
  );
}
