import { effect } from "@preact/signals-core";

/**
 * Runs `run` now and again after each change of a signal that it read, until `life` is aborted. What `run` returns is
 * called before the next run and at the end.
 */
export function watchSignals(life: AbortSignal, run: () => void | (() => void)): void {
  life.addEventListener("abort", effect(run), { once: true });
}
