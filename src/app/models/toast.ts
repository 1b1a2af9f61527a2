import { signal } from "@preact/signals";
import type { Failure } from "../../model/failure.ts";
import type { ToastAction, ToastContent } from "../components/toast-content.ts";
import type { Action, ProviderOrigin } from "../text/failure-text.ts";

export type ToastModel = ReturnType<typeof createToastModel>;

/** The single toast of the app: every outcome is shown in the same place. */
export function createToastModel() {
  const content = signal<ToastContent | null>(null);

  function show(
    text: string,
    tone: ToastContent["tone"] = "good",
    action?: ToastAction,
  ): ToastContent {
    return (content.value = { tone, text, permission: null, ...(action && { action }) });
  }

  /** Failure sentences are loaded with the first failure, because nothing fails before the first paint. */
  async function showFailure(
    failure: Failure,
    action: Action,
    target: ProviderOrigin,
  ): Promise<void> {
    const { createFailureToast } = await import("./failure-toast.ts");
    content.value = createFailureToast(failure, action, target);
  }

  function clear(): void {
    content.value = null;
  }

  return { content, show, showFailure, clear };
}
