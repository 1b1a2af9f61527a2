import { within } from "../lib/clamp.ts";

const LONGEST_SECONDS = 3600;
const UNTOLD_SECONDS = 10;

/**
 * Seconds to wait before asking again, 1 to 3,600, from a `Retry-After` header as seconds or as a date (RFC 9110, 10.2.3).
 * `now` is in milliseconds since 1970. Ten seconds when nothing usable is said, which is also what a page on another
 * origin sees: the header is not CORS-safelisted (https://fetch.spec.whatwg.org/#cors-safelisted-response-header-name).
 */
export function retryAfter(header: string | null, now: number): number {
  // Neither form is ever nought: at once is after a second, too.
  const told = Number(header || Number.NaN) || (Date.parse(header ?? "") - now) / 1000;
  return within(Math.ceil(told || UNTOLD_SECONDS), LONGEST_SECONDS, 1);
}
