import { Hono } from "hono";
import { getOrigin } from "../audio/signed-urls.ts";
import type { HonoEnv, Environment } from "../environment.ts";
import { ErrorResponse } from "../error-response.ts";
import { createLetters } from "../ids.ts";
import { identify, findReachableTrack } from "./authenticate.ts";
import type { Caller } from "./authenticate.ts";
import { forbidden, notFound, unauthorized } from "./error-responses.ts";
import { listFiles } from "./queries.ts";
import { readBody, throwProblems } from "./read-request.ts";
import { findRenderProblems } from "./validate-mix.ts";

interface JobRow {
  readonly id: string;
  readonly asker: string;
  readonly audio: string;
  readonly created_at: number;
  readonly polls: number;
}

function nameOf(caller: Caller | null): string {
  return caller?.account?.person.name ?? caller?.share?.id ?? "";
}

/**
 * Render a mix, and ask how far it is. The states and `response` are published; the link's rel is inferred. The sandbox
 * does not mix: the finished job leads to the track's own mix, an MP3 whatever format was asked for.
 */
export function createJobRoutes(env: Environment): Hono<HonoEnv> {
  const { db, clock, settings, links } = env;
  return new Hono<HonoEnv>()
    .post("/tracks/:id/mix", async (c) => {
      const { caller, track } = findReachableTrack(c, env, "tracks/create_mix");
      const body = await readBody(c);
      throwProblems(findRenderProblems(body, track));
      if (track.keeps_source === 0) {
        const missing = listFiles(track).map(({ label }) => label);
        throw new ErrorResponse(409, {
          error: `Files missing source audio: ${missing.join(", ")}`,
        });
      }
      const id = createLetters(6);
      db.run(
        "INSERT INTO mixthat_jobs (id, track_id, asker, audio, created_at) VALUES (?, ?, ?, ?, ?)",
        [id, track.id, nameOf(caller), track.audio, clock.now()],
      );
      return c.json({ $links: [{ rel: "job", href: `/api/v1/jobs/${id}` }] }, 202);
    })
    .get("/jobs/:job", (c) => {
      c.header("Cache-Control", "no-cache");
      const caller = identify(c, env);
      if (!caller) throw unauthorized();
      const id = c.req.param("job");
      const job = db.one<JobRow>("SELECT * FROM mixthat_jobs WHERE id = ?", [id]);
      if (!job) throw notFound("Job not found");
      if (job.asker !== nameOf(caller)) throw forbidden("Access Denied");
      db.run("UPDATE mixthat_jobs SET polls = polls + 1 WHERE id = ?", [id]);
      const isEarly = clock.now() < job.created_at + settings.mixthatJobMs;
      if (isEarly || job.polls < settings.mixthatJobPolls)
        return c.json({ job_id: id, status: "PENDING" });
      if (settings.mixthatJobsFail)
        return c.json({ job_id: id, status: "FAILED", response: { message: "The mix failed" } });
      const href = links.sign(getOrigin(c.req.raw), job.audio);
      return c.json({
        job_id: id,
        status: "DONE",
        response: { $links: [{ rel: "download", href }] },
      });
    });
}
