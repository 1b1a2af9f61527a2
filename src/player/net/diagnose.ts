import { noAnswer } from "../state/failure.ts";
import type { Failure } from "../state/failure.ts";
import { FRESH } from "./fresh.ts";
import { failureOf, fetchOptions } from "./fetch-json.ts";
import type { Desk, Sound } from "../audio/output.ts";

const DECODE = 3; // https://html.spec.whatwg.org/multipage/media.html#error-codes
/** Milliseconds within which an address that is known to have expired was refused for good. */
const REFUSED = 2000;

/** What a refused request for sound means: to a file the statuses say something else than to a share. */
export function refusedSound(status: number, headers: Headers): Failure {
  if (status === 401 || status === 403) return { kind: "expired" };
  if (status === 404 || status === 410) return { kind: "not-available" };
  return failureOf(status, headers);
}

/**
 * Why a request could not be made, from what a page can find out: an answer it may not read came from somewhere. `init` is
 * that of the request.
 */
export async function unreached(url: string, init: RequestInit): Promise<Failure> {
  const known = new AbortController();
  const signal = AbortSignal.any([known.signal, ...(init.signal ? [init.signal] : [])]);
  try {
    await fetch(url, { ...init, signal, headers: {}, redirect: "follow", mode: "no-cors" });
    // Somebody is there. Asked again, as a connection that broke for a moment looks the same.
    return await fetch(url, { ...init, signal }).then(noAnswer, () => ({ kind: "cors" }));
  } catch {
    return noAnswer();
  } finally {
    // What they answer is not downloaded.
    known.abort();
  }
}

/** The same for a service that seems not to have answered; any other failure is what it was. */
export const explain = async (
  failure: Failure,
  url: string,
  init: RequestInit,
): Promise<Failure> =>
  failure.kind === "unreachable" ? unreached(url, { ...fetchOptions, ...init }) : failure;

/** Why a media element cannot play an address, for it does not say. */
async function ask(url: string, signal: AbortSignal): Promise<Failure> {
  if (navigator.onLine === false) return { kind: "offline" };
  try {
    const response = await fetch(url, { ...fetchOptions, headers: {}, signal });
    await response.body?.cancel();
    return response.ok ? { kind: "format" } : refusedSound(response.status, response.headers);
  } catch {
    const failure = await unreached(url, { ...fetchOptions, headers: {}, signal });
    // Media elements need no permission, so that it lacks one is not why.
    return failure.kind === "cors" ? { kind: "not-playable" } : failure;
  }
}

/**
 * Why a sound that has an error cannot be played; null when new addresses may cure it. `since`: milliseconds since those it
 * has were asked for; `code` is that of the error, as it was told.
 */
export async function whyNot(
  sound: Sound,
  code: number,
  since: number,
  signal: AbortSignal,
): Promise<Failure | null> {
  const known = "failure" in sound ? (sound as Desk).failure : null;
  const isFresh = since < (known?.kind === "expired" ? REFUSED : FRESH);
  if (!isFresh && code !== DECODE) return null;
  if (known) return known;
  return code === DECODE ? { kind: "not-playable" } : ask((sound as HTMLMediaElement).src, signal);
}
