import type { Failure } from "../../model/failure.ts";
import { type Kind, keptText } from "../text/job-text.ts";
import { type Action, type Asked, failureText } from "../text/failure-text.ts";
import type { Outcome } from "./toast-content.ts";

/** A failure in words, with its cure. */
export function outcomeOf(failure: Failure, action: Action, asked: Asked): Outcome {
  const waits = failure.kind === "not-ready" && action === "share";
  return {
    tone: waits ? "calm" : "bad",
    text: failureText(failure, action, asked),
    allow: allowed(failure, asked),
  };
}

/** What is kept although the service could not do it yet. */
export function keptOutcome(failure: Failure, kind: Kind, asked: Asked): Outcome {
  return {
    tone: "calm",
    text: keptText(failure, kind, asked),
    allow: allowed(failure, asked),
  };
}

/** What the browser must be asked to allow. */
const allowed = (failure: Failure, { provider }: Asked): Asked | null =>
  failure.kind === "no-permission" ? { provider, origin: failure.origin } : null;
