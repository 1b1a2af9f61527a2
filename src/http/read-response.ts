import type { RawResponse } from "../model/share-attempt.ts";
import { fail } from "../model/failure.ts";
import type { Failure, Result } from "../model/failure.ts";
import { decode, nullable, record, text } from "../shared/decode.ts";
import type { Call } from "./call.ts";
import { parseJson } from "../shared/parse-json.ts";
import { parsePartialObject } from "./partial-json.ts";
import { MAX_BYTES } from "./read-body.ts";
import { readRetryAfter } from "../shared/retry-after.ts";

/** In characters. A response that was cut for its length has more than these. */
const LONG = MAX_BYTES / 4;

/** Decides what a response means. Pure, so that a stored response can be read again after a crash. */
export function readResponse<T>(
  call: Pick<Call<T>, "failures" | "once" | "decode" | "partial">,
  answer: RawResponse,
  retryAfter: string | null,
): Result<T> {
  const json = parseJson(answer.body);
  const { status } = answer;
  if (status < 200 || status > 299) {
    const here = call.failures?.[status];
    if (here) return fail(typeof here === "function" ? here(json) : here);
    return fail(meaning(status, json, retryAfter, call.once ?? false));
  }
  if (json !== undefined) return decode(call.decode, json);
  if (call.once) return readCut(call, answer);
  // Cut by us because it was too long, or broken off by the network.
  const lost = !answer.complete && answer.body.length <= LONG;
  return fail(lost ? { kind: "offline" } : MALFORMED);
}

const MALFORMED = { kind: "malformed", where: "answer" } as const;

/**
 * Reads a response that is not valid JSON, to a request that must not be repeated: the members that arrived whole count.
 * The beginning of an object is an incomplete response even when the connection reports a complete one, because a response
 * without a length ends whenever the connection closes.
 */
function readCut<T>({ partial }: Pick<Call<T>, "partial">, answer: RawResponse): Result<T> {
  const members = parsePartialObject(answer.body);
  if (members === null && answer.complete) return fail(MALFORMED);
  const read = partial && members ? decode(partial, members) : null;
  return read?.ok ? read : fail({ kind: "unknown-outcome" });
}

function meaning(status: number, json: unknown, retryAfter: string | null, once: boolean): Failure {
  if (status === 401) return { kind: "signed-out", code: errorCode(json) };
  if (status === 403) return { kind: "not-allowed", code: errorCode(json) };
  if (status === 404) return { kind: "not-yours" };
  if (status === 409) return { kind: "not-ready" };
  if (status === 410) return { kind: "gone" };
  if (status === 429) return { kind: "too-many", retryAt: readRetryTime(retryAfter, Date.now()) };
  if (status >= 500 && once) return { kind: "unknown-outcome" };
  return { kind: "refused", status };
}

/** When a `Retry-After` header allows the next request, in milliseconds since 1970. */
export function readRetryTime(header: string | null, now: number): number | null {
  const wait = readRetryAfter(header, now);
  return wait === null ? null : now + wait;
}

/** `error.code` of the usual envelope, when there is one. */
function errorCode(json: unknown): string | null {
  const envelope = decode(record({ error: record({ code: nullable(text(100)) }) }), json);
  return envelope.ok ? envelope.value.error.code : null;
}
