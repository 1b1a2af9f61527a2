import { fail } from "../model/failure.ts";
import type { Failure, Result } from "../model/failure.ts";
import type { RawResponse } from "../model/share-attempt.ts";
import { decode, nullable, record, text } from "../shared/decode.ts";
import { parseJson } from "../shared/parse-json.ts";
import { readRetryAfter } from "../shared/retry-after.ts";
import type { Call } from "./call.ts";
import { parsePartialObject } from "./partial-json.ts";
import { MAX_BYTES } from "./read-body.ts";

/** In UTF-16 units. A response that was cut at `MAX_BYTES` is longer; a UTF-8 character has at most four bytes. */
const CUT_LENGTH = MAX_BYTES / 4;

/** Decodes a response, or tells why it failed. Pure, so that a stored response can be read again after a crash. */
export function decodeResponse<T>(
  call: Pick<Call<T>, "failures" | "once" | "decode" | "partial">,
  answer: RawResponse,
  retryAfter: string | null,
): Result<T> {
  const json = parseJson(answer.body);
  const { status } = answer;
  if (status < 200 || status > 299) {
    const special = call.failures?.[status];
    if (special) return fail(typeof special === "function" ? special(json) : special);
    return fail(toFailure(status, json, retryAfter, call.once ?? false));
  }
  if (json !== undefined) return decode(call.decode, json);
  if (call.once) return readPartial(call, answer);
  // Not valid JSON, or cut by us because it was too long; offline only when the connection broke.
  const brokeOff = !answer.complete && answer.body.length <= CUT_LENGTH;
  return fail(brokeOff ? { kind: "offline" } : MALFORMED);
}

const MALFORMED = { kind: "malformed", where: "answer" } as const;

/**
 * Reads a response that is not valid JSON, to a request that must not be repeated: the members that arrived whole count.
 * The beginning of an object is an incomplete response even when the connection reports a complete one, because a response
 * without a length ends whenever the connection closes.
 */
function readPartial<T>({ partial }: Pick<Call<T>, "partial">, answer: RawResponse): Result<T> {
  const members = parsePartialObject(answer.body);
  if (members === null && answer.complete) return fail(MALFORMED);
  const read = partial && members ? decode(partial, members) : null;
  return read?.ok ? read : fail({ kind: "unknown-outcome" });
}

function toFailure(
  status: number,
  json: unknown,
  retryAfter: string | null,
  once: boolean,
): Failure {
  if (status === 401) return { kind: "signed-out", code: readErrorCode(json) };
  if (status === 403) return { kind: "not-allowed", code: readErrorCode(json) };
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

/** `code` of the usual error body `{error: {code}}`; null when there is none. */
function readErrorCode(json: unknown): string | null {
  const envelope = decode(record({ error: record({ code: nullable(text(100)) }) }), json);
  return envelope.ok ? envelope.value.error.code : null;
}
