import { fail } from "../model/failure.ts";
import type { Result } from "../model/failure.ts";
import type { RawResponse } from "../model/share-attempt.ts";
import type { Call } from "./call.ts";
import { decodeResponse } from "./decode-response.ts";
import { readBody } from "./read-body.ts";

/** Sends requests to one origin only. */
export interface Client {
  readonly origin: string;
  /** Resolves with a `Failure` when the request fails; rejects only for bugs and when `onAnswer` rejects. */
  send<T>(call: Call<T>): Promise<Result<T>>;
}

export interface ClientOptions {
  origin: string;
  /** Adds the account's key. */
  sign?: (headers: Headers) => void;
  /** Called with the response to a `once` call before it is parsed; the client waits for it. */
  onAnswer?: (answer: RawResponse) => Promise<void>;
  signal?: AbortSignal;
}

/** Chromium stops a service worker 30 s after a fetch began; 20 s leaves time to store the outcome. */
const DEADLINE_MS = 20_000;

/** Creates a client for `origin` that adds the account's key with `sign`. */
export function createClient(options: ClientOptions): Client {
  async function send<T>(call: Call<T>): Promise<Result<T>> {
    if (call.path === null) return fail({ kind: "not-yours" });
    const url = new URL(call.path, options.origin);
    for (const [name, value] of Object.entries(call.query ?? {})) {
      url.searchParams.set(name, String(value));
    }
    if (url.origin !== options.origin) throw new TypeError("the path leaves the client's origin");

    const headers = new Headers({ Accept: "application/json" });
    if (call.body !== undefined) headers.set("Content-Type", "application/json");
    if (call.shareToken !== undefined) headers.set("Authorization", call.shareToken);
    else if (call.signed !== false) options.sign?.(headers);

    const deadline = AbortSignal.timeout(DEADLINE_MS);
    const got = await exchange(url, {
      method: call.method,
      headers,
      body: call.body === undefined ? null : JSON.stringify(call.body),
      // X-API-Key follows a cross-origin redirect in both engines; Authorization alone is stripped
      // (https://fetch.spec.whatwg.org/#http-redirect-fetch), so no redirect is followed at all.
      redirect: "error",
      credentials: "omit",
      cache: "no-store",
      referrerPolicy: "no-referrer",
      signal: options.signal ? AbortSignal.any([deadline, options.signal]) : deadline,
    });
    if (got === null) return fail({ kind: call.once ? "unknown-outcome" : "offline" });
    if (call.once) await options.onAnswer?.(got.answer);
    return decodeResponse(call, got.answer, got.retryAfter);
  }
  return { origin: options.origin, send };
}

/** Sends one request. Null when no response came: fetch then rejects with a TypeError or the reason of the signal. */
async function exchange(url: URL, init: RequestInit) {
  try {
    const response = await fetch(url, init);
    const retryAfter = response.headers.get("Retry-After");
    return { answer: { status: response.status, ...(await readBody(response)) }, retryAfter };
  } catch (error) {
    if (error instanceof TypeError || error instanceof DOMException) return null;
    throw error;
  }
}
