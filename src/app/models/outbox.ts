import { computed, signal } from "@preact/signals";
import type { Errand } from "../../model/job.ts";
import { allErrands } from "../../store/jobs.ts";
import { type Held, heldIn } from "../../model/blocked-job.ts";
import type { Means } from "./deps.ts";

export type Outbox = ReturnType<typeof createOutbox>;

/** What is still to be done at the services, as the database has it. */
export function createOutbox({ db }: Pick<Means, "db">) {
  /** In the order in which it was wished; null until it is read. */
  const errands = signal<Errand[] | null>(null);
  const held = computed(() => heldIn(errands.value ?? [], Date.now()));
  const byKey = computed(() => new Map((errands.value ?? []).map((each) => [each.key, each])));
  const heldByKey = computed(() => new Map(held.value.map((each) => [each.errand.key, each])));
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function load(): Promise<void> {
    const found = await allErrands(await db);
    errands.value = found;
    clearTimeout(timer);
    // Nobody tells that the time for undoing is over, and that something is held up from then on.
    const now = Date.now();
    const fresh = found.filter(({ failure, dueAt }) => failure === null && dueAt > now);
    if (fresh.length === 0) return;
    const next = fresh.reduce((at, { dueAt }) => Math.min(at, dueAt), Number.POSITIVE_INFINITY);
    timer = setTimeout(() => void load(), next - now + LITTLE_MS);
  }

  return {
    errands,
    held,
    load,
    /** The errand with this key, if there is one. */
    errandOf: (key: string): Errand | undefined => byKey.value.get(key),
    /** What holds the errand with this key up, if anything does. */
    holdOf: (key: string): Held | undefined => heldByKey.value.get(key),
  };
}

/** In which the background takes up what has just fallen due. */
const LITTLE_MS = 100;
