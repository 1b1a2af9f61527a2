import type { Failure } from "../../model/failure.ts";
import { decode, list, nullable, record, text } from "../../shared/decode.ts";
import { refusedTerms } from "./permissions.ts";

const problems = record({ errors: nullable(list(record({ property: nullable(text(200)) }))) });

/**
 * The failure that 400 means for a share request: "Advanced share options require extended permissions", or any other mistake:
 * https://github.com/firstcoders/mixthat-docs (static/swagger/openapi.yml, createTrackShare).
 * The request is well-formed, so an option that the response names is one that the plan lacks. Whether `errors` names it, and
 * whether as `allow_mix`, `/allow_mix` or `body.allow_mix`, is not documented. Without `errors` the reason is taken to be the
 * plan when the request's `body` has any option.
 */
export function refusedShare(body: Record<string, unknown>): (response: unknown) => Failure {
  return (response) => {
    const read = decode(problems, response);
    const errors = read.ok ? read.value.errors : null;
    const named = errors?.map(({ property }) => property?.split(/[./]/).at(-1) ?? "");
    const lacking = named?.find((property) => refusedTerms.has(property));
    if (lacking !== undefined) return { kind: "not-allowed", code: lacking };
    const isPlan =
      !named?.length && [...refusedTerms.keys()].some((option) => Object.hasOwn(body, option));
    return isPlan ? { kind: "not-allowed", code: null } : { kind: "refused", status: 400 };
  };
}

/** The failure that 402 means. Its body is `{message, code}` with a code such as `E_TRACKS_QUOTA_EXCEEDED`. */
export function unpaid(body: unknown): Failure {
  const read = decode(record({ code: nullable(text(100)) }), body);
  return { kind: "not-allowed", code: read.ok ? read.value.code : null };
}
