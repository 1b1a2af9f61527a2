import type { Failure } from "../model/failure.ts";
import { type Action, type Asked, failureText } from "./failure-text.ts";
import type { Outcome } from "./models/notice.ts";

/** A failure in words, with its cure. */
export function outcomeOf(failure: Failure, action: Action, { provider, origin }: Asked): Outcome {
  const waits = failure.kind === "not-ready" && action === "share";
  return {
    tone: waits ? "calm" : "bad",
    text: failureText(failure, action, { provider, origin }),
    allow: failure.kind === "no-permission" ? { provider, origin: failure.origin } : null,
  };
}
