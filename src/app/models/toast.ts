import { signal } from "@preact/signals";
import type { Failure } from "../../model/failure.ts";
import type { Action, Asked } from "../text/failure-text.ts";

/** A way out that is open for a while. */
export interface Way {
  label: string;
  /** Milliseconds since 1970. */
  until: number;
  act: () => unknown;
}

/** The outcome of what the person did last. */
export interface Outcome {
  /** "calm": nothing went wrong, but it is not done yet either. */
  tone: "good" | "bad" | "calm";
  text: string;
  /** What the browser must be asked to allow before it can work. */
  allow: Asked | null;
  way?: Way;
}

export type Notice = ReturnType<typeof createNotice>;

/** One line for the whole app, so that results are always found at one place. */
export function createNotice() {
  const outcome = signal<Outcome | null>(null);

  function say(text: string, tone: Outcome["tone"] = "good", way?: Way): Outcome {
    return (outcome.value = { tone, text, allow: null, ...(way && { way }) });
  }

  /** The sentences come with the first failure: nothing has failed before the first paint. */
  async function tell(failure: Failure, action: Action, asked: Asked): Promise<void> {
    const { outcomeOf } = await import("./failure-toast.ts");
    outcome.value = outcomeOf(failure, action, asked);
  }

  function clear(): void {
    outcome.value = null;
  }

  return { outcome, say, tell, clear };
}
