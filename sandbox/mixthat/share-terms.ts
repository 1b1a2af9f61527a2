import { readInstant } from "../clock.ts";
import type { Environment } from "../environment.ts";
import type { Account } from "./accounts.ts";
import { badRequest } from "./error-responses.ts";
import type { FieldProblem } from "./error-responses.ts";
import { findUnknownFields, throwProblems } from "./read-request.ts";
import type { Fields } from "./read-request.ts";

/** What a new share shall allow; times in milliseconds since 1970. */
export interface ShareTerms {
  readonly name: string | null;
  readonly expiresAt: number | null;
  readonly scopes: readonly string[];
}

const day = 86_400_000;
/** Free accounts may choose up to 14 days: https://github.com/firstcoders/mixthat-docs (blog/free-tier-expiry-increase) */
const plainDays = 14;
const plainScopes = ["tracks/read", "tracks/audio/read"];
const scopeOf: Readonly<Record<string, string>> = {
  allow_mix: "tracks/create_mix",
  allow_read_mixes: "tracks/read_mixes",
  allow_write_mixes: "tracks/write_mixes",
  allow_read_source: "tracks/audio/read_source",
};
const permissions = Object.keys(scopeOf);

function findProblems(body: Fields, now: number): FieldProblem[] {
  const problems = findUnknownFields(body, ["name", "expires_at", ...permissions]);
  const { name, expires_at: expires } = body;
  if (name !== undefined && typeof name !== "string")
    problems.push({ message: "must be string", property: "name" });
  if (typeof name === "string" && [...name].length > 50)
    problems.push({ message: "must NOT have more than 50 characters", property: "name" });
  const at = readInstant(expires);
  if (expires !== undefined && at === null)
    problems.push({ message: 'must match format "date-time"', property: "expires_at" });
  if (at !== null && at <= now)
    problems.push({ message: "must be in the future", property: "expires_at" });
  for (const property of permissions)
    if (body[property] !== undefined && typeof body[property] !== "boolean")
      problems.push({ message: "must be boolean", property });
  return problems;
}

/** Reads the body of a new share, or refuses with 400: first what is malformed, then what the plan lacks. */
export function readTerms(body: Fields, account: Account, env: Environment): ShareTerms {
  const now = env.clock.now();
  throwProblems(findProblems(body, now));
  const allowed = permissions.filter((permission) => body[permission] === true);
  const asked = readInstant(body["expires_at"]);
  const lacking = allowed.map((property) => ({ message: "needs extended permissions", property }));
  if (asked !== null && asked > now + plainDays * day)
    lacking.push({ message: `must be within ${plainDays} days`, property: "expires_at" });
  if (!account.isExtended && lacking.length > 0)
    throw badRequest(lacking, "Advanced share options require extended permissions");
  const { mixthatDefaultDays: days } = env.settings;
  return {
    name: typeof body["name"] === "string" ? body["name"] : null,
    expiresAt: asked ?? (days === null ? null : now + days * day),
    scopes: [...plainScopes, ...allowed.map((permission) => scopeOf[permission] ?? "")],
  };
}
