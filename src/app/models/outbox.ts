import { computed, signal } from "@preact/signals";
import type { Job } from "../../model/job.ts";
import { getAllJobs } from "../../store/jobs.ts";
import { type BlockedJob, findBlockedJobs } from "../../model/blocked-job.ts";
import type { Means } from "./deps.ts";

export type Outbox = ReturnType<typeof createOutbox>;

/** What is still to be done at the services, as the database has it. */
export function createOutbox({ db }: Pick<Means, "db">) {
  /** In the order in which it was wished; null until it is read. */
  const jobs = signal<Job[] | null>(null);
  const held = computed(() => findBlockedJobs(jobs.value ?? [], Date.now()));
  const byKey = computed(() => new Map((jobs.value ?? []).map((each) => [each.key, each])));
  const heldByKey = computed(() => new Map(held.value.map((each) => [each.job.key, each])));
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function load(): Promise<void> {
    const found = await getAllJobs(await db);
    jobs.value = found;
    clearTimeout(timer);
    // Nobody tells that the time for undoing is over, and that something is held up from then on.
    const now = Date.now();
    const fresh = found.filter(({ failure, dueAt }) => failure === null && dueAt > now);
    if (fresh.length === 0) return;
    const next = fresh.reduce((at, { dueAt }) => Math.min(at, dueAt), Number.POSITIVE_INFINITY);
    timer = setTimeout(() => void load(), next - now + LITTLE_MS);
  }

  return {
    jobs,
    held,
    load,
    /** The job with this key, if there is one. */
    jobOf: (key: string): Job | undefined => byKey.value.get(key),
    /** What holds the job with this key up, if anything does. */
    holdOf: (key: string): BlockedJob | undefined => heldByKey.value.get(key),
  };
}

/** In which the background takes up what has just fallen due. */
const LITTLE_MS = 100;
