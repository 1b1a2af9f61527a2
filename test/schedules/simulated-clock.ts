/** Numbers between 0 and 1 that follow from a seed (mulberry32, https://gist.github.com/tommyettinger/46a874533244883189143505d203312c). */
export function createDice(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Time that passes only when it is told to: a day costs as much as a millisecond. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs something in so many milliseconds; the answer takes that back. */
  after(ms: number, run: () => void): () => void;
  /** A real task of the event loop, counted, so that `calm` knows of it. */
  task(run: () => void): void;
  /** Something goes on that is neither a task nor a timer, until the promise settles. */
  during<T>(work: Promise<T>): Promise<T>;
  /** Resolves when nothing more can happen without time passing. */
  calm(): Promise<void>;
  /** Goes to the next timer that is due by `limit` and lets it run; false when there is none. */
  step(limit: number): Promise<boolean>;
  /** Lets so many milliseconds pass. */
  pass(ms: number): Promise<void>;
}

const nextTurn = globalThis.setImmediate;

/** A clock that shows `start`, in milliseconds since 1970. */
export function createClock(start: number): Clock {
  let now = start;
  let order = 0;
  /** What goes on without time passing. */
  const doing = new Set<object>();
  let timers: { at: number; order: number; run: () => void }[] = [];
  const clock: Clock = {
    now: () => now,
    after(ms, run) {
      order += 1;
      const timer = { at: now + Math.max(0, ms), order, run };
      const later = timers.findIndex(({ at }) => at > timer.at);
      timers.splice(later < 0 ? timers.length : later, 0, timer);
      return () => {
        timers = timers.filter((each) => each !== timer);
      };
    },
    task(run) {
      const it = {};
      doing.add(it);
      nextTurn(() => {
        doing.delete(it);
        run();
      });
    },
    async during(work) {
      doing.add(work);
      return work.finally(() => doing.delete(work));
    },
    async calm() {
      // A turn of the real loop lets every microtask run first.
      do await new Promise<void>((resume) => nextTurn(resume));
      while (doing.size > 0);
    },
    async step(limit) {
      const [first] = timers;
      if (!first || first.at > limit) return false;
      timers.shift();
      now = Math.max(now, first.at);
      first.run();
      await clock.calm();
      return true;
    },
    async pass(ms) {
      const until = now + ms;
      await clock.calm();
      while (await clock.step(until));
      now = until;
    },
  };
  return clock;
}
