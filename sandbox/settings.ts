/** What a test may set while the sandbox runs. */
export interface Settings {
  /** How long a signed audio address works, in seconds. */
  signedUrlSeconds: number;
  /** Requests per minute and caller; null = as many as you like. */
  requestsPerMinute: number | null;
  /** Mix That: days until a share without `expires_at` expires; null = never. */
  mixthatDefaultDays: number | null;
  /** Mix That: how long a deleted share still opens its track, in milliseconds. */
  mixthatRevokeMs: number;
  /** Mix That: how many times a job is asked for before it is done. */
  mixthatJobPolls: number;
  /** Mix That: how long a job takes at least, in milliseconds. */
  mixthatJobMs: number;
  /** Mix That: whether jobs end in FAILED. */
  mixthatJobsFail: boolean;
  /** CraftKit: how many times the unfinished render is asked for before it is ready. */
  craftkitRenderPolls: number;
  /** CraftKit: how long the unfinished render takes at least after the first question, in milliseconds. */
  craftkitRenderMs: number;
  /** CraftKit: whether a 401 is the flat `{error: "invalid_credentials"}`. */
  craftkitFlatErrors: boolean;
  /** CraftKit: the origin of share addresses, as with a custom share domain; null = the caller's own. */
  craftkitShareOrigin: string | null;
}

// The documented rates of Aitronos (100 and 1,000 a minute) are marked "in development" by their page, and would
// stop a benchmark, so no limit unless a test sets one:
// https://docs.aitronos.com/docs/documentation/rate-limiting
export const defaultSettings: Readonly<Settings> = {
  signedUrlSeconds: 600,
  requestsPerMinute: null,
  // "By default, share links expire after 3 days": https://github.com/firstcoders/mixthat-docs (general/sharing-a-track.md)
  mixthatDefaultDays: 3,
  mixthatRevokeMs: 0,
  mixthatJobPolls: 1,
  mixthatJobMs: 0,
  mixthatJobsFail: false,
  craftkitRenderPolls: 2,
  craftkitRenderMs: 0,
  craftkitFlatErrors: false,
  craftkitShareOrigin: null,
};

const nullable: Partial<Record<keyof Settings, string>> = {
  requestsPerMinute: "number",
  mixthatDefaultDays: "number",
  craftkitShareOrigin: "string",
};

function suits(name: keyof Settings, value: unknown): boolean {
  if (value === null) return name in nullable;
  if (typeof value === "number" && !Number.isFinite(value)) return false;
  return typeof value === (nullable[name] ?? typeof defaultSettings[name]);
}

/** The settings in a request body; what is no setting, or of the wrong type, is left out. */
export function readSettings(body: unknown): Partial<Settings> {
  const given = Object.entries(typeof body === "object" && body !== null ? body : {});
  return Object.fromEntries(
    given.filter(
      ([name, value]) =>
        Object.hasOwn(defaultSettings, name) && suits(name as keyof Settings, value),
    ),
  );
}
