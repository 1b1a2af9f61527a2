import type { ShareAddress } from "./address.ts";
import { decodeShare, failed, refusedStatus } from "./decode-share.ts";
import type { Answer } from "./decode-share.ts";
import type { Failure } from "./failure.ts";
import { readJson } from "./read-json.ts";
import { retryAfter } from "./retry-after.ts";

/** Milliseconds for the whole exchange, so that a server which drips bytes cannot hold the player. */
const DEADLINE = 20_000;

const fetchOptions = {
  credentials: "omit",
  redirect: "error",
  referrerPolicy: "no-referrer",
  cache: "no-store",
  headers: { accept: "application/json" },
} as const satisfies RequestInit;

function failureOf(status: number, headers: Headers): Failure {
  if (status === 404 || status === 410) return { kind: "gone" };
  if (status === 429)
    return { kind: "too-many", seconds: retryAfter(headers.get("retry-after"), Date.now()) };
  return { kind: "refused", status };
}

async function exchange(url: string, signal: AbortSignal): Promise<[Response, unknown]> {
  const response = await fetch(url, { ...fetchOptions, signal });
  if (response.ok) return [response, await readJson(response)];
  await response.body?.cancel();
  return [response, undefined];
}

/**
 * Asks what a share link stands for. Sends no credentials, follows no redirect, gives up after `deadline` milliseconds.
 * Always a value: a share or a failure. When `signal` aborts the value means nothing and is to be dropped.
 */
export async function resolveShare(
  address: ShareAddress,
  signal: AbortSignal,
  deadline = DEADLINE,
): Promise<Answer> {
  const late = AbortSignal.timeout(deadline);
  let answer: [Response, unknown];
  try {
    answer = await exchange(address.url, AbortSignal.any([signal, late]));
  } catch {
    // A refused redirect, a missing CORS header and a dead network are one and the same TypeError to a page.
    if (late.aborted) return failed({ kind: "too-slow" });
    return failed({ kind: navigator.onLine === false ? "offline" : "unreachable" });
  }
  const [{ ok, status, headers }, body] = answer;
  if (!ok) return failed(failureOf(status, headers));
  // The documentation promises "a graceful error" for a dead link, without its status: it may come with a 200.
  const refused = refusedStatus(body);
  return refused === null ? decodeShare(body, address.plain) : failed(failureOf(refused, headers));
}
