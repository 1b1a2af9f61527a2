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
export function isoTime(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d{3}Z$/, "Z");
}

/** As `isoTime`, and null for never. */
export function isoTimeOrNull(ms: number | null): string | null {
  return ms === null ? null : isoTime(ms);
}
