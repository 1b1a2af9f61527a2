import type { Clock } from "./clock.ts";
import type { Settings } from "./settings.ts";

/** Counts requests per caller and minute. */
export interface RateLimits {
  /** Counts one request; answers the seconds to wait when it is one too many, else 0. */
  take(caller: string): number;
  clear(): void;
}

const minute = 60_000;

/** A window of one minute per caller, on the sandbox's clock. */
export function createRateLimits(clock: Clock, settings: Settings): RateLimits {
  const windows = new Map<string, { start: number; count: number }>();
  return {
    take(caller) {
      const now = clock.now();
      let window = windows.get(caller);
      if (!window || now >= window.start + minute || now < window.start) {
        window = { start: now, count: 0 };
        windows.set(caller, window);
      }
      window.count += 1;
      if (settings.requestsPerMinute === null || window.count <= settings.requestsPerMinute)
        return 0;
      return Math.max(1, Math.ceil((window.start + minute - now) / 1000));
    },
    clear: () => windows.clear(),
  };
}
