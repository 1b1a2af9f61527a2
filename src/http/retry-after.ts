const HOUR_MS = 3_600_000;

/**
 * Reads a Retry-After header, seconds or an HTTP date, into milliseconds since 1970:
 * never in the past and at most an hour ahead. Null when there is none that can be read.
 */
export function parseRetryAfter(header: string | null, now: number): number | null {
  if (header === null) return null;
  const seconds = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now;
  if (Number.isNaN(seconds)) return null;
  return now + Math.min(Math.max(seconds, 0), HOUR_MS);
}
