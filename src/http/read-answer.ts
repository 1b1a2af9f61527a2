import type { RawAnswer } from "../model/attempt.ts";
import { type Failure, type Result, fail } from "../model/failure.ts";
import { decode, nullable, record, text } from "../model/decode.ts";
import type { Call } from "./client.ts";
import { MAX_BYTES } from "./read-body.ts";
import { retryAt } from "./retry-after.ts";

/** Characters. An answer that was cut for its length has more than these. */
const LONG = MAX_BYTES / 4;

/** Decides what an answer means. Pure, so that a stored answer can be read again after a crash. */
export function readAnswer<T>(
  call: Pick<Call<T>, "failures" | "once" | "decode">,
  answer: RawAnswer,
  retryAfter: string | null,
): Result<T> {
  const json = parse(answer.body);
  const { status } = answer;
  if (status < 200 || status > 299) {
    const here = call.failures?.[status];
    if (here) return fail(typeof here === "function" ? here(json) : here);
    return fail(meaning(status, json, retryAfter, call.once ?? false));
  }
  if (!answer.complete && json === undefined) {
    if (call.once) return fail({ kind: "unknown-outcome" });
    // Cut by us because it was too long, or broken off by the network.
    return fail(
      answer.body.length > LONG ? { kind: "malformed", where: "answer" } : { kind: "offline" },
    );
  }
  if (json === undefined) return fail({ kind: "malformed", where: "answer" });
  return decode(call.decode, json);
}

function meaning(status: number, json: unknown, retryAfter: string | null, once: boolean): Failure {
  if (status === 401) return { kind: "signed-out", code: errorCode(json) };
  if (status === 403) return { kind: "not-allowed", code: errorCode(json) };
  if (status === 404) return { kind: "not-yours" };
  if (status === 409) return { kind: "not-ready" };
  if (status === 410) return { kind: "gone" };
  if (status === 429) return { kind: "too-many", retryAt: retryAt(retryAfter, Date.now()) };
  if (status >= 500 && once) return { kind: "unknown-outcome" };
  return { kind: "refused", status };
}

/** `error.code` of the usual envelope, when there is one. */
function errorCode(json: unknown): string | null {
  const envelope = decode(record({ error: record({ code: nullable(text(100)) }) }), json);
  return envelope.ok ? envelope.value.error.code : null;
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
