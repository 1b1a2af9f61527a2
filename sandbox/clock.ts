/** The sandbox's own time, which a test may move. */
export interface Clock {
  /** Milliseconds since 1970, offset included. */
  now(): number;
  /** Sets how far the sandbox is ahead of the real clock, in milliseconds (0 = the real time). */
  shift(offsetMs: number): void;
}

/** A clock that starts at the real time. */
export function createClock(): Clock {
  let offset = 0;
  return {
    now: () => Date.now() + offset,
    shift(offsetMs) {
      offset = offsetMs;
    },
  };
}

/** UTC with whole seconds, as in the published samples: `2026-06-28T10:30:00Z`. */
export function formatSeconds(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d{3}Z$/, "Z");
}

/** As `isoTime`, and null for never. */
export function formatSecondsOrNull(ms: number | null): string | null {
  return ms === null ? null : formatSeconds(ms);
}

/** UTC with milliseconds; null for never. */
export function formatMilliseconds(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}

const instant = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/;

/** Milliseconds since 1970 of an ISO 8601 date and time with its zone; null for anything else. */
export function readInstant(value: unknown): number | null {
  if (typeof value !== "string" || !instant.test(value)) return null;
  const ms = Date.parse(value);
  return Number.isNaN(ms) ? null : ms;
}
