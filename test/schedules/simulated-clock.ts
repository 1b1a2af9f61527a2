/** Numbers between 0 and 1 that follow from a seed (mulberry32, https://gist.github.com/tommyettinger/46a874533244883189143505d203312c). */
export function createRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Simulated time, which passes only when it is told to: a day is as fast as a millisecond. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls `run` after so many milliseconds; returns a function that cancels it. */
  setTimer(ms: number, run: () => void): () => void;
  /** Runs a real task of the event loop that `waitUntilIdle` waits for. */
  runTask(run: () => void): void;
  /** Makes `waitUntilIdle` wait for a promise that is neither a task nor a timer. */
  trackWork<T>(work: Promise<T>): Promise<T>;
  /** Resolves when nothing more can happen unless time passes. */
  waitUntilIdle(): Promise<void>;
  /** Runs the next timer that is due by `limit` (ms since 1970), and what follows from it; false when there is none. */
  runNextTimer(limit: number): Promise<boolean>;
  /** Lets so many milliseconds pass. */
  advance(ms: number): Promise<void>;
}

const realSetImmediate = globalThis.setImmediate;

/** A clock that shows `start`, in milliseconds since 1970. */
export function createClock(start: number): Clock {
  let now = start;
  /** Tasks and promises that go on without time passing. */
  const activeWork = new Set<object>();
  let timers: { at: number; run: () => void }[] = [];
  const clock: Clock = {
    now: () => now,
    setTimer(ms, run) {
      const timer = { at: now + Math.max(0, ms), run };
      const later = timers.findIndex(({ at }) => at > timer.at);
      timers.splice(later < 0 ? timers.length : later, 0, timer);
      return () => {
        timers = timers.filter((each) => each !== timer);
      };
    },
    runTask(run) {
      const task = {};
      activeWork.add(task);
      realSetImmediate(() => {
        activeWork.delete(task);
        run();
      });
    },
    async trackWork(work) {
      activeWork.add(work);
      return work.finally(() => activeWork.delete(work));
    },
    async waitUntilIdle() {
      // One turn of the real event loop runs every microtask first.
      do await new Promise<void>((resume) => realSetImmediate(resume));
      while (activeWork.size > 0);
    },
    async runNextTimer(limit) {
      const [first] = timers;
      if (!first || first.at > limit) return false;
      timers.shift();
      now = Math.max(now, first.at);
      first.run();
      await clock.waitUntilIdle();
      return true;
    },
    async advance(ms) {
      const until = now + ms;
      await clock.waitUntilIdle();
      while (await clock.runNextTimer(until));
      now = until;
    },
  };
  return clock;
}
