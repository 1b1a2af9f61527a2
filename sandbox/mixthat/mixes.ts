import { Hono } from "hono";
import type { Context } from "hono";
import { formatMilliseconds } from "../clock.ts";
import type { HonoEnv, Environment } from "../environment.ts";
import { createLetters } from "../ids.ts";
import { findReachableTrack } from "./authenticate.ts";
import { badRequest, forbidden, notFound } from "./error-responses.ts";
import { cutPage, readBody, readCursor, readLimit, throwProblems } from "./read-request.ts";
import { findMixProblems } from "./validate-mix.ts";

interface MixRow {
  readonly id: string;
  readonly track_id: string;
  readonly name: string | null;
  readonly state: string;
  readonly created_at: number;
}

function shown({ id, name, state, created_at }: MixRow) {
  return {
    mix_id: id,
    ...(name !== null && { name }),
    state: JSON.parse(state) as unknown,
    created_time: formatMilliseconds(created_at),
  };
}

function linkTo(track: string, mix: string) {
  return { $links: [{ rel: "self", href: `/api/v1/tracks/${track}/mixes/${mix}` }] };
}

/** A caller who may, the track, and whose mixes they are: the header keeps those of several people apart. */
function enterMixes(c: Context<HonoEnv>, env: Environment, scope: string) {
  const { caller, track } = findReachableTrack(c, env, scope);
  const namespace = c.req.header("X-External-Sub") ?? "";
  if (namespace !== "" && !caller?.account?.isExtended)
    throw forbidden("X-External-Sub needs an API token with the scope account/assume_user");
  if (!/^(?!.*#)[\x20-\x7e]{0,128}$/.test(namespace))
    throw badRequest([{ message: "must be printable ASCII", property: "X-External-Sub" }]);
  return { caller, track, namespace };
}

/** The saved mixes of a track. That a saving answers 200 is inferred from the other writes of the same file. */
export function createMixRoutes(env: Environment): Hono<HonoEnv> {
  const { db } = env;
  const find = (c: Context<HonoEnv>, { track, namespace }: ReturnType<typeof enterMixes>) => {
    const mix = db.one<MixRow>(
      "SELECT * FROM mixthat_mixes WHERE id = ? AND track_id = ? AND namespace = ?",
      [c.req.param("mix") ?? "", track.id, namespace],
    );
    if (!mix) throw notFound("Mix not found");
    return mix;
  };
  return new Hono<HonoEnv>()
    .get("/tracks/:id/mixes", (c) => {
      const { track, namespace } = enterMixes(c, env, "tracks/read_mixes");
      const limit = readLimit(c, 100, 20);
      const rows = db.all<MixRow>(
        `SELECT * FROM mixthat_mixes WHERE track_id = ? AND namespace = ? AND id > ? ORDER BY id LIMIT ?`,
        [track.id, namespace, readCursor(c, "last_key"), limit + 1],
      );
      const { page, $links } = cutPage(c, rows, limit, "last_key", ({ id }) => id);
      return c.json({ items: page.map(shown), $links });
    })
    .post("/tracks/:id/mixes", async (c) => {
      const { caller, track, namespace } = enterMixes(c, env, "tracks/write_mixes");
      const body = await readBody(c);
      throwProblems(findMixProblems(body, track));
      const id = createLetters(10);
      db.run(
        `INSERT INTO mixthat_mixes (id, track_id, namespace, owner, share_id, name, state, created_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        [
          id,
          track.id,
          namespace,
          track.owner,
          caller?.share?.id ?? null,
          typeof body["name"] === "string" ? body["name"] : null,
          JSON.stringify(body["state"]),
          env.clock.now(),
        ],
      );
      return c.json(linkTo(track.id, id));
    })
    .get("/tracks/:id/mixes/:mix", (c) =>
      c.json(shown(find(c, enterMixes(c, env, "tracks/read_mixes")))),
    )
    .put("/tracks/:id/mixes/:mix", async (c) => {
      const entered = enterMixes(c, env, "tracks/write_mixes");
      const mix = find(c, entered);
      const body = await readBody(c);
      throwProblems(findMixProblems(body, entered.track));
      db.run("UPDATE mixthat_mixes SET name = ?, state = ? WHERE id = ?", [
        typeof body["name"] === "string" ? body["name"] : null,
        JSON.stringify(body["state"]),
        mix.id,
      ]);
      return c.json(linkTo(mix.track_id, mix.id));
    })
    .delete("/tracks/:id/mixes/:mix", (c) => {
      const mix = find(c, enterMixes(c, env, "tracks/write_mixes"));
      db.run("DELETE FROM mixthat_mixes WHERE id = ?", [mix.id]);
      return c.json({ message: "Mix deleted" });
    });
}
