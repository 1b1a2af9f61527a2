import type { Failure } from "./failure.ts";
import { failureOf, fetchOptions } from "./resolve.ts";

const DECODE = 3; // https://html.spec.whatwg.org/multipage/media.html#error-codes

/** What a refused request for sound means: to a file the statuses say something else than to a share. */
export function refusedSound(status: number, headers: Headers): Failure {
  if (status === 401 || status === 403) return { kind: "expired" };
  if (status === 404 || status === 410) return { kind: "not-available" };
  return failureOf(status, headers);
}

/** Why a request could not be made, from what a page can find out: an answer it may not read came from somewhere. */
export async function unreached(url: string, signal: AbortSignal): Promise<Failure> {
  if (navigator.onLine === false) return { kind: "offline" };
  try {
    await fetch(url, { ...fetchOptions, headers: {}, redirect: "follow", mode: "no-cors", signal });
    return { kind: "cors" };
  } catch {
    return { kind: "unreachable" };
  }
}

/**
 * Why a media element cannot play an address, for it does not say: asked once, when it has failed for good.
 * `code` is the element's own, 2 to 4.
 */
export async function whyNot(url: string, code: number, signal: AbortSignal): Promise<Failure> {
  if (navigator.onLine === false) return { kind: "offline" };
  if (code === DECODE) return { kind: "not-playable" };
  try {
    const response = await fetch(url, { ...fetchOptions, headers: {}, signal });
    await response.body?.cancel();
    return response.ok ? { kind: "format" } : refusedSound(response.status, response.headers);
  } catch {
    const failure = await unreached(url, signal);
    // Media elements need no permission, so that it lacks one is not why.
    return failure.kind === "cors" ? { kind: "not-playable" } : failure;
  }
}
