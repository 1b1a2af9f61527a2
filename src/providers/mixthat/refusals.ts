import { decode, list, nullable, record, text } from "../../shared/decode.ts";
import type { Failure } from "../../model/failure.ts";
import { refusedTerms } from "./permissions.ts";

const problems = record({ errors: nullable(list(record({ property: nullable(text(200)) }))) });

/**
 * 400 is "Advanced share options require extended permissions" and every other mistake at once:
 * https://github.com/firstcoders/mixthat-docs (static/swagger/openapi.yml, createTrackShare).
 * What we send is well-formed, so an option that is named is one the plan lacks. That `errors`
 * names it, and whether as `allow_mix`, `/allow_mix` or `body.allow_mix`, is not documented;
 * without `errors` it is the plan if `asked` has an option at all.
 */
export function refusedShare(asked: Record<string, unknown>): (body: unknown) => Failure {
  return (body) => {
    const read = decode(problems, body);
    const errors = read.ok ? read.value.errors : null;
    const named = errors?.map(({ property }) => property?.split(/[./]/).at(-1) ?? "");
    const lacking = named?.find((property) => refusedTerms.has(property));
    if (lacking !== undefined) return { kind: "not-allowed", code: lacking };
    const isPlan =
      !named?.length && [...refusedTerms.keys()].some((option) => Object.hasOwn(asked, option));
    return isPlan ? { kind: "not-allowed", code: null } : { kind: "refused", status: 400 };
  };
}

/** 402 is `{message, code}`, e.g. `E_TRACKS_QUOTA_EXCEEDED`. */
export function unpaid(body: unknown): Failure {
  const read = decode(record({ code: nullable(text(100)) }), body);
  return { kind: "not-allowed", code: read.ok ? read.value.code : null };
}
