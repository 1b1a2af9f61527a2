import { computed, signal } from "@preact/signals";
import { findBlockedJobs } from "../../model/blocked-job.ts";
import type { BlockedJob } from "../../model/blocked-job.ts";
import type { Job } from "../../model/outbox-job.ts";
import { getAllJobs } from "../../store/jobs.ts";
import type { ModelDependencies } from "./dependencies.ts";

export type OutboxModel = ReturnType<typeof createOutboxModel>;

/** The jobs that services have not done yet, read from the database. */
export function createOutboxModel({ db }: Pick<ModelDependencies, "db">) {
  /** Oldest first; null until they are read. */
  const jobs = signal<Job[] | null>(null);
  const blockedJobs = computed(() => findBlockedJobs(jobs.value ?? [], Date.now()));
  const byKey = computed(() => new Map((jobs.value ?? []).map((job) => [job.key, job])));
  const blockedByKey = computed(
    () => new Map(blockedJobs.value.map((blocked) => [blocked.job.key, blocked])),
  );
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function load(): Promise<void> {
    const found = await getAllJobs(await db);
    jobs.value = found;
    clearTimeout(timer);
    // No message tells that the time for undoing is over, after which a job may count as blocked.
    const now = Date.now();
    const undoable = found.filter(({ failure, dueAt }) => failure === null && dueAt > now);
    if (undoable.length === 0) return;
    const next = undoable.reduce((at, { dueAt }) => Math.min(at, dueAt), Number.POSITIVE_INFINITY);
    timer = setTimeout(() => void load(), next - now + START_DELAY_MS);
  }

  return {
    jobs,
    blockedJobs,
    load,
    getJob: (key: string): Job | undefined => byKey.value.get(key),
    getBlockedJob: (key: string): BlockedJob | undefined => blockedByKey.value.get(key),
  };
}

/** Within this time the background starts a job that has become due. */
const START_DELAY_MS = 100;
