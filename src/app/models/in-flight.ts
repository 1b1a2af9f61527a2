import { signal } from "@preact/signals";

/** Keeps track of which actions are running, so that a second press of the same button does nothing. */
export function createInFlight() {
  /** The names of the actions that are running now. */
  const inFlight = signal<ReadonlySet<string>>(new Set());

  /** Runs `work` unless an action of that name is still running; then resolves to null. */
  async function runOnce<T>(name: string, work: () => Promise<T>): Promise<T | null> {
    if (inFlight.peek().has(name)) return null;
    inFlight.value = new Set([...inFlight.peek(), name]);
    try {
      return await work();
    } finally {
      inFlight.value = new Set([...inFlight.peek()].filter((each) => each !== name));
    }
  }

  return { inFlight, runOnce };
}
