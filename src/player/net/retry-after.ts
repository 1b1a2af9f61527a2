import { readRetryAfter } from "../../shared/retry-after.ts";

/** The wait when the service names none, in milliseconds. */
const DEFAULT_MS = 10_000;

/**
 * Seconds to wait before asking again, 1 to 3,600, from a `Retry-After` header; `now` is in milliseconds since 1970.
 * Ten seconds when nothing usable is said, which is also what a page on another origin sees: the header is not
 * CORS-safelisted (https://fetch.spec.whatwg.org/#cors-safelisted-response-header-name).
 */
export function readRetrySeconds(header: string | null, now: number): number {
  return Math.max(1, Math.ceil((readRetryAfter(header, now) ?? DEFAULT_MS) / 1000));
}
