import type { Failure } from "../../model/failure.ts";
import type { ToastContent } from "../components/toast-content.ts";
import { formatFailure } from "../text/failure-text.ts";
import type { Action, ProviderOrigin } from "../text/failure-text.ts";
import { formatWaitingJob } from "../text/job-text.ts";
import type { JobKind } from "../text/job-text.ts";

/** The toast for an action that failed: the cause, and the permission that is missing if there is one. */
export function createFailureToast(
  failure: Failure,
  action: Action,
  target: ProviderOrigin,
): ToastContent {
  const waits = failure.kind === "not-ready" && action === "share";
  return {
    tone: waits ? "calm" : "bad",
    text: formatFailure(failure, action, target),
    permission: findMissingPermission(failure, target),
  };
}

/** The toast for an action that was queued because the service could not do it yet. */
export function createQueuedToast(
  failure: Failure,
  kind: JobKind,
  target: ProviderOrigin,
): ToastContent {
  return {
    tone: "calm",
    text: formatWaitingJob(failure, kind, target),
    permission: findMissingPermission(failure, target),
  };
}

const findMissingPermission = (
  failure: Failure,
  { provider }: ProviderOrigin,
): ProviderOrigin | null =>
  failure.kind === "no-permission" ? { provider, origin: failure.origin } : null;
