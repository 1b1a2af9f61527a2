const LONGEST_SECONDS = 3600;
const UNTOLD_SECONDS = 10;

/**
 * Seconds to wait before asking again, 1 to 3,600, from a `Retry-After` header as seconds or as a date (RFC 9110, 10.2.3).
 * `now` is in milliseconds since 1970. Ten seconds when nothing usable is said, which is also what a page on another
 * origin sees: the header is not CORS-safelisted (https://fetch.spec.whatwg.org/#cors-safelisted-response-header-name).
 */
export function retryAfter(header: string | null, now: number): number {
  const told = header?.trim() ?? "";
  const wait = /^\d+$/.test(told) ? Number(told) : (Date.parse(told) - now) / 1000;
  if (Number.isNaN(wait)) return UNTOLD_SECONDS;
  return Math.min(Math.max(Math.ceil(wait), 1), LONGEST_SECONDS);
}
