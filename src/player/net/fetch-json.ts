import type { JsonResult, SourceFailure } from "../../providers/contract/player-source.ts";
import { parseJson } from "../../shared/parse-json.ts";
import { readBodyText } from "../../shared/read-body.ts";
import { noAnswer } from "../state/failure.ts";
import { readRetrySeconds } from "./retry-after.ts";

/** Milliseconds for the whole exchange, so that a server that sends its bytes very slowly cannot block the player. */
const TIMEOUT_MS = 20_000;
/** Largest body read, in bytes: a share has a few hundred, a collection of 500 tracks about 200,000. */
const MAX_BYTES = 256 * 1024;

/** The options of every request of the player: no credentials, no referrer, no redirects. */
export const fetchOptions = {
  credentials: "omit",
  redirect: "error",
  referrerPolicy: "no-referrer",
  cache: "no-store",
  headers: { accept: "application/json" },
} as const satisfies RequestInit;

/** The failure that an HTTP status of a service means. */
export function classifyStatus(status: number, headers: Headers): SourceFailure {
  if (status === 404 || status === 410) return { kind: "gone" };
  if (status === 429)
    return { kind: "too-many", seconds: readRetrySeconds(headers.get("retry-after"), Date.now()) };
  return { kind: "refused", status };
}

/**
 * The parsed body of a successful response; undefined when it is too large or not JSON (no JSON text parses to undefined).
 * Rejects when the connection breaks or the request's signal aborts.
 */
async function readBody(response: Response): Promise<unknown> {
  if (!response.ok) return void (await response.body?.cancel());
  const { text, end } = await readBodyText(response, MAX_BYTES);
  if (end === "broken") throw new TypeError(end);
  return end === "whole" ? parseJson(text) : undefined;
}

/**
 * Fetches JSON with a GET. Sends no credentials but `headers`, follows no redirect, gives up after `timeout` milliseconds.
 * Never rejects; when `signal` aborts, the result has no meaning and is to be ignored.
 */
export async function fetchJson(
  url: string,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
  timeout = TIMEOUT_MS,
): Promise<JsonResult> {
  // Not AbortSignal.timeout in AbortSignal.any: WebKitGTK 2.50 sometimes never aborts such a request (seen in 1 of 3 runs of the
  // demo page of a service that never answers).
  const request = new AbortController();
  const abort = (): void => request.abort();
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    abort();
  }, timeout);
  if (signal.aborted) abort();
  signal.addEventListener("abort", abort);
  try {
    const response = await fetch(url, {
      ...fetchOptions,
      headers: { ...fetchOptions.headers, ...headers },
      signal: request.signal,
    });
    const body = await readBody(response);
    if (response.ok) return { ok: true, body, headers: response.headers };
    return { ok: false, failure: classifyStatus(response.status, response.headers) };
  } catch {
    // A refused redirect, a missing CORS header and a dead network are one and the same TypeError to a page.
    return { ok: false, failure: timedOut ? { kind: "too-slow" } : noAnswer() };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", abort);
  }
}
