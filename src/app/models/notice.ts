import { signal } from "@preact/signals";
import type { Failure } from "../../model/failure.ts";
import { providerFacts } from "../../model/provider-facts.ts";
import type { ProviderId } from "../../model/provider-id.ts";
import { type Action, failureText } from "../failure-text.ts";

/** Whom something was asked of. */
export interface Asked {
  provider: ProviderId;
  origin: string;
}

/** The outcome of what the person did last. */
export interface Outcome {
  tone: "good" | "bad";
  text: string;
  /** What the browser must be asked to allow before it can work. */
  allow: Asked | null;
}

export type Notice = ReturnType<typeof createNotice>;

/** One line for the whole app, so that results are always found at one place. */
export function createNotice() {
  const outcome = signal<Outcome | null>(null);

  function say(text: string): void {
    outcome.value = { tone: "good", text, allow: null };
  }

  function tell(failure: Failure, action: Action, asked: Asked): void {
    outcome.value = outcomeOf(failure, action, asked);
  }

  function clear(): void {
    outcome.value = null;
  }

  return { outcome, say, tell, clear };
}

/** A failure in words, with its cure. */
export function outcomeOf(failure: Failure, action: Action, { provider, origin }: Asked): Outcome {
  const service = providerFacts[provider].name;
  return {
    tone: "bad",
    text: failureText(failure, action, { service, origin }),
    allow: failure.kind === "no-permission" ? { provider, origin: failure.origin } : null,
  };
}
