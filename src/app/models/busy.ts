import { signal } from "@preact/signals";

export type Busy = ReturnType<typeof createBusy>;

/** What is being done right now, so that a second press of the same button does nothing. */
export function createBusy() {
  const doing = signal<ReadonlySet<string>>(new Set());

  /** Runs `work` unless the same thing is being done already; null then. */
  async function during<T>(name: string, work: () => Promise<T>): Promise<T | null> {
    if (doing.peek().has(name)) return null;
    doing.value = new Set([...doing.peek(), name]);
    try {
      return await work();
    } finally {
      doing.value = new Set([...doing.peek()].filter((each) => each !== name));
    }
  }

  return { doing, during };
}
