import type { Context } from "hono";
import type { HonoEnv, Environment } from "../environment.ts";
import { users, refusedKeys } from "../users.ts";
import type { User } from "../users.ts";
import { ErrorResponse } from "./error-response.ts";

const askForKey = "Authentication required. Please provide a valid API key.";

function refuse(code: string, system: string): ErrorResponse {
  return new ErrorResponse(401, code, askForKey, system);
}

/** The key a request carries in either documented header; undefined when it has none. */
export function readKey(headers: Headers): string | undefined {
  const bearer = /^Bearer +(\S+)$/i.exec(headers.get("Authorization") ?? "")?.[1];
  return headers.get("X-API-Key") ?? bearer;
}

/** Whose key it is; undefined for no key and for one that is refused. */
export function findUser(headers: Headers): User | undefined {
  const key = readKey(headers);
  return users.find((person) => person.key === key);
}

/** Refuses with 429 and `Retry-After` when `caller` has made too many requests this minute. */
export function enforceRateLimit(env: Environment, caller: string): void {
  const wait = env.limits.take(caller);
  if (wait === 0) return;
  const message = "Too many requests. Please try again later.";
  // The code's name is a guess: that part of the published table could not be read.
  throw new ErrorResponse(429, "RATE_LIMIT_EXCEEDED", message, "Rate limit exceeded", {}, wait);
}

/**
 * The person who calls, or a refusal: 401 without a good key, 403 outside of the organization.
 * https://docs.aitronos.com/docs/api-reference/authentication
 */
export function authenticate(c: Context<HonoEnv>, env: Environment): User {
  const { headers } = c.req.raw;
  const key = readKey(headers);
  if (key === undefined)
    throw refuse("AUTHENTICATION_REQUIRED", "Missing or invalid authorization header");
  const person = findUser(headers);
  if (!person) {
    const code = refusedKeys.get(key) ?? "INVALID_API_KEY";
    throw refuse(code, "The API key was not accepted");
  }
  enforceRateLimit(env, `key ${person.name}`);
  const org = c.req.param("org");
  if (org !== undefined && org !== person.org) {
    const message = "You do not have access to this organization.";
    const system = "Caller is not a member of the organization";
    throw new ErrorResponse(403, "ORGANIZATION_ACCESS_DENIED", message, system, {
      organization_id: org,
    });
  }
  return person;
}
