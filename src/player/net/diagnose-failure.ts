import type { SourceFailure } from "../../providers/contract/player-source.ts";
import type { AudioOutput } from "../audio/audio-output.ts";
import { noAnswer } from "../state/failure.ts";
import type { Failure } from "../state/failure.ts";
import { classifyStatus, fetchOptions } from "./fetch-json.ts";

/** `MediaError.MEDIA_ERR_DECODE`: https://html.spec.whatwg.org/multipage/media.html#error-codes */
const MEDIA_ERR_DECODE_CODE = 3;

/** Milliseconds after new URLs were fetched within which another media error is not blamed on an expired URL. */
export const FRESH_MS = 10_000;
/** The same for a URL that the server says has expired: refused again within this time, it is refused for good. */
const FRESH_EXPIRED_MS = 2000;

/** The failure that an HTTP status means for an audio file: 403 and 404 mean something else there than for a share. */
export function classifyMediaStatus(status: number, headers: Headers): Failure {
  if (status === 401 || status === 403) return { kind: "expired" };
  if (status === 404 || status === 410) return { kind: "not-available" };
  return classifyStatus(status, headers);
}

/**
 * Why `fetch` rejected. A `no-cors` request succeeds where a server answers, even if the page may not read the answer: then
 * CORS headers are missing. `init` is that of the rejected request.
 */
export async function diagnoseUnreachable(url: string, init: RequestInit): Promise<SourceFailure> {
  const done = new AbortController();
  const signal = AbortSignal.any([done.signal, ...(init.signal ? [init.signal] : [])]);
  try {
    await fetch(url, { ...init, signal, headers: {}, redirect: "follow", mode: "no-cors" });
    // A server answers. The request is repeated, because a connection that broke for a moment looks the same.
    return await fetch(url, { ...init, signal }).then(noAnswer, () => ({ kind: "cors" }));
  } catch {
    return noAnswer();
  } finally {
    // Stops the download of the bodies.
    done.abort();
  }
}

/** Refines the failure of a request to a service when it is `unreachable`; any other failure is returned as it is. */
export const diagnoseRequest = async (
  failure: SourceFailure,
  url: string,
  init: RequestInit,
): Promise<SourceFailure> =>
  failure.kind === "unreachable" ? diagnoseUnreachable(url, { ...fetchOptions, ...init }) : failure;

/** Why a media element cannot play a URL: the element does not say, so the URL is requested once more. */
async function probeMediaUrl(url: string, signal: AbortSignal): Promise<Failure> {
  if (navigator.onLine === false) return { kind: "offline" };
  try {
    const response = await fetch(url, { ...fetchOptions, headers: {}, signal });
    await response.body?.cancel();
    return response.ok
      ? { kind: "format" }
      : classifyMediaStatus(response.status, response.headers);
  } catch {
    const failure = await diagnoseUnreachable(url, { ...fetchOptions, headers: {}, signal });
    // Media elements need no CORS headers, so missing ones are not the cause.
    return failure.kind === "cors" ? { kind: "not-playable" } : failure;
  }
}

/**
 * Why an output that has an error cannot play; null when new URLs may help. `code` is that of its `MediaError`; `age` is
 * the number of milliseconds since its URLs were fetched.
 */
export async function diagnosePlayback(
  output: AudioOutput,
  code: number,
  age: number,
  signal: AbortSignal,
): Promise<Failure | null> {
  const known = output.failure;
  const isFresh = age < (known?.kind === "expired" ? FRESH_EXPIRED_MS : FRESH_MS);
  if (!isFresh && code !== MEDIA_ERR_DECODE_CODE) return null;
  if (known) return known;
  return code === MEDIA_ERR_DECODE_CODE
    ? { kind: "not-playable" }
    : probeMediaUrl((output as HTMLMediaElement).src, signal);
}
