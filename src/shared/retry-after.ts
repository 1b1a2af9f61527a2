const HOUR_MS = 3_600_000;

/**
 * How long to wait before the next request, in milliseconds from 0 to an hour: reads a `Retry-After` header,
 * which is a number of seconds or an HTTP date (https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3).
 * `now` is in milliseconds since 1970. Null when there is no header or it cannot be read.
 */
export function readRetryAfter(header: string | null, now: number): number | null {
  if (header === null) return null;
  const wait = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(wait) ? null : Math.min(Math.max(wait, 0), HOUR_MS);
}
