import type { ShareAddress } from "./address.ts";
import { decodeShare, failed, refusedStatus } from "../sources/aitronos-share.ts";
import type { Answer } from "../sources/source.ts";
import { noAnswer } from "../state/failure.ts";
import type { Failure } from "../state/failure.ts";
import { readJson } from "./read-json.ts";
import { retryAfter } from "./retry-after.ts";

/** Milliseconds for the whole exchange, so that a server which drips bytes cannot hold the player. */
const DEADLINE = 20_000;

/** How everything is asked for: as nobody, and from nowhere. */
export const fetchOptions = {
  credentials: "omit",
  redirect: "error",
  referrerPolicy: "no-referrer",
  cache: "no-store",
  headers: { accept: "application/json" },
} as const satisfies RequestInit;

/** What a status means. */
export function failureOf(status: number, headers: Headers): Failure {
  if (status === 404 || status === 410) return { kind: "gone" };
  if (status === 429)
    return { kind: "too-many", seconds: retryAfter(headers.get("retry-after"), Date.now()) };
  return { kind: "refused", status };
}

/** A body as JSON, or why there is none. */
export type Told =
  | { readonly ok: true; readonly body: unknown; readonly headers: Headers }
  | { readonly ok: false; readonly failure: Failure };

async function exchange(url: string, init: RequestInit): Promise<[Response, unknown]> {
  const response = await fetch(url, init);
  if (response.ok) return [response, await readJson(response)];
  await response.body?.cancel();
  return [response, undefined];
}

/**
 * Asks a service with a GET. Sends no credentials but `headers`, follows no redirect, gives up after `deadline`
 * milliseconds. Always a value; when `signal` aborts it means nothing and is to be dropped.
 */
export async function askFor(
  url: string,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
  deadline = DEADLINE,
): Promise<Told> {
  const late = AbortSignal.timeout(deadline);
  try {
    const [response, body] = await exchange(url, {
      ...fetchOptions,
      headers: { ...fetchOptions.headers, ...headers },
      signal: AbortSignal.any([signal, late]),
    });
    if (response.ok) return { ok: true, body, headers: response.headers };
    return { ok: false, failure: failureOf(response.status, response.headers) };
  } catch {
    // A refused redirect, a missing CORS header and a dead network are one and the same TypeError to a page.
    return { ok: false, failure: late.aborted ? { kind: "too-slow" } : noAnswer() };
  }
}

/** Asks what a share link of Aitronos stands for: a share, or why there is none; see `askFor`. */
export async function resolveShare(
  address: ShareAddress,
  signal: AbortSignal,
  deadline = DEADLINE,
): Promise<Answer> {
  const told = await askFor(address.url, {}, signal, deadline);
  if (!told.ok) return told;
  // The documentation promises "a graceful error" for a dead link, without its status: it may come with a 200.
  const refused = refusedStatus(told.body);
  return refused === null
    ? decodeShare(told.body, address.plain)
    : failed(failureOf(refused, told.headers));
}
