import { effect } from "./signal.ts";

/** Runs `run` now and whenever a signal it read changes, until `life` ends. It may return what undoes it. */
export function watch(life: AbortSignal, run: () => void | (() => void)): void {
  life.addEventListener("abort", effect(run), { once: true });
}
