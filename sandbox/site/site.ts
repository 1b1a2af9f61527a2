import { readFileSync } from "node:fs";
import { Hono } from "hono";
import { getOrigin } from "../audio/signed-urls.ts";
import { findPiece } from "../catalogue.ts";
import type { HonoEnv, Environment } from "../environment.ts";
import type { TrackRow } from "../track-row.ts";
import { renderAppPage, renderEmbedPage, renderStartPage } from "./pages.ts";
import {
  renderCollectionPage,
  renderOwner,
  renderTrackPage,
  renderTracksPage,
} from "./track-pages.ts";

const read = (name: string) => readFileSync(new URL(name, import.meta.url), "utf8");
const script = "text/javascript; charset=utf-8";
const files: Readonly<Record<string, { type: string; text: string }>> = {
  "site.css": {
    type: "text/css; charset=utf-8",
    text: ["frame.css", "parts.css", "demo.css"].map(read).join(""),
  },
  "app.js": { type: script, text: read("app.js") },
  "embed.js": { type: script, text: read("embed.js") },
  "demo.js": { type: script, text: read("demo.js") },
};

const all = "SELECT * FROM tracks WHERE removed_at IS NULL";

/** The demo pages. They read the same tracks as the service, and sign their audio the same way. */
export function createSiteRoutes({ db, links }: Environment): Hono<HonoEnv> {
  const find = (id: string) => db.one<TrackRow>(`${all} AND id = ?`, [id]);
  const adas = () => db.all<TrackRow>(`${all} AND owner = 'Ada' ORDER BY created_at LIMIT 20`);
  return new Hono<HonoEnv>()
    .get("/", (c) => c.html(renderStartPage(getOrigin(c.req.raw))))
    .get("/tracks", (c) => c.html(renderTracksPage(adas())))
    .get("/tracks/:id", (c) => {
      const track = find(c.req.param("id"));
      if (!track) return c.notFound();
      return c.html(renderTrackPage(track, links.sign(getOrigin(c.req.raw), track.audio)));
    })
    .get("/collections/:id", (c) => {
      const row = db.one<{ name: string }>("SELECT name FROM collections WHERE id = ?", [
        c.req.param("id"),
      ]);
      if (!row) return c.notFound();
      const tracks = db.all<TrackRow>(
        `${all} AND id IN (SELECT track_id FROM collection_tracks WHERE collection_id = ?)`,
        [c.req.param("id")],
      );
      return c.html(renderCollectionPage(row.name, tracks));
    })
    .get("/app", (c) => c.html(renderAppPage(adas())))
    .get("/app/tracks/:file{.+\\.json}", (c) => {
      const track = find(c.req.param("file").replace(/\.json$/, ""));
      if (!track) return c.notFound();
      const { id, title, owner, audio: name } = track;
      const audio = links.sign(getOrigin(c.req.raw), name);
      return c.json({ id, title, owner: renderOwner(owner), audio, stems: findPiece(name).stems });
    })
    .get("/app/tracks/:id", (c) => c.html(renderAppPage(adas())))
    .get("/embed", (c) => c.html(renderEmbedPage(c.req.query("code") ?? "")))
    .get("/site/:file", (c) => {
      const file = files[c.req.param("file")];
      if (!file) return c.notFound();
      c.header("Content-Type", file.type);
      return c.body(file.text);
    });
}
