import type { Entry } from "../../model/entry.ts";
import type { Job, Task } from "../../model/job.ts";
import { fail, ok, type Result } from "../../model/failure.ts";
import type { Database } from "../../store/database/open-database.ts";
import { getLink } from "../../store/links.ts";
import type { JobEffect } from "../../store/jobs.ts";
import type { Connected } from "../accounts/connect.ts";
import { findShareId } from "../sharing/remote-shares.ts";

type JobHandlers = {
  [K in Task["kind"]]: (
    db: Database,
    at: Connected,
    job: Job,
    task: Extract<Task, { kind: K }>,
  ) => Promise<Result<JobEffect>>;
};

/** How each job is done at its service, and what that changes in our lists. */
const jobHandlers: JobHandlers = {
  async save(_db, at, { track, account, createdAt }, { link }) {
    const { provider } = at;
    const source = link ? { link } : { track: track.id };
    const saved = (await provider.save?.(at, source)) ?? fail({ kind: "not-allowed", code: null });
    if (!saved.ok) return saved;
    // The answer to saving has no title; who saved a track may ask for it.
    const seen = await provider.track?.(at, saved.value.id);
    const title = (seen?.ok ? seen.value.title : null) ?? track.title;
    const duration = (seen?.ok ? seen.value.duration : null) ?? track.duration;
    const entry: Entry = { ...track, ...saved.value, account, title, duration, savedAt: createdAt };
    return ok({ entry });
  },

  async unsave(_db, at, { track }) {
    const gone = (await at.provider.unsave?.(at, track.id)) ?? ok(undefined);
    // Not there any more is what was wished.
    return gone.ok || gone.failure.kind === "not-yours" ? ok({}) : gone;
  },

  async revoke(db, at, { track }, task) {
    const link = await getLink(db, task.link);
    if (!link) return fail({ kind: "gone" });
    const { revoke } = at.provider;
    if (!revoke) return fail({ kind: "not-allowed", code: null });
    const known = link.id === null ? await findShareId(db, at, link) : ok(link.id);
    if (!known.ok) return known;
    const id = known.value;
    const done = await revoke(at, { id, track: track.id });
    return done.ok ? ok({ link: { ...link, id, revokedAt: link.revokedAt ?? Date.now() } }) : done;
  },
};

/** Does a job once. Doing it again does no harm. */
export function performJob(db: Database, at: Connected, job: Job): Promise<Result<JobEffect>> {
  // The table pairs each kind with its task; TypeScript cannot follow a pair chosen by a string.
  const run = jobHandlers[job.task.kind] as (
    db: Database,
    at: Connected,
    job: Job,
    task: Task,
  ) => Promise<Result<JobEffect>>;
  return run(db, at, job, job.task);
}
