import { signal } from "@preact/signals";
import type { Failure } from "../../model/failure.ts";
import type { Action, Asked } from "../text/failure-text.ts";
import type { Outcome, Way } from "./toast-content.ts";

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
