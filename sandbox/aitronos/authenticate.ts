import type { Context } from "hono";
import { people, refusedKeys } from "../users.ts";
import type { Person } from "../users.ts";
import type { Env, World } from "../environment.ts";
import { Refusal } from "./error-response.ts";

const askForKey = "Authentication required. Please provide a valid API key.";

function refuse(code: string, system: string): Refusal {
  return new Refusal(401, code, askForKey, system);
}

/** The key a request carries in either documented header; undefined when it has none. */
export function keyOf(headers: Headers): string | undefined {
  const bearer = /^Bearer +(\S+)$/i.exec(headers.get("Authorization") ?? "")?.[1];
  return headers.get("X-API-Key") ?? bearer;
}

/** Whose key it is; undefined for no key and for one that is refused. */
export function personOf(headers: Headers): Person | undefined {
  const key = keyOf(headers);
  return people.find((person) => person.key === key);
}

/** Refuses with 429 and `Retry-After` when `caller` has made too many requests this minute. */
export function checkRate(world: World, caller: string): void {
  const wait = world.limits.take(caller);
  if (wait === 0) return;
  const message = "Too many requests. Please try again later.";
  // The code's name is a guess: that part of the published table could not be read.
  throw new Refusal(429, "RATE_LIMIT_EXCEEDED", message, "Rate limit exceeded", {}, wait);
}

/**
 * The person who calls, or a refusal: 401 without a good key, 403 outside of the organization.
 * https://docs.aitronos.com/docs/api-reference/authentication
 */
export function enter(c: Context<Env>, world: World): Person {
  const { headers } = c.req.raw;
  const key = keyOf(headers);
  if (key === undefined)
    throw refuse("AUTHENTICATION_REQUIRED", "Missing or invalid authorization header");
  const person = personOf(headers);
  if (!person) {
    const code = refusedKeys.get(key) ?? "INVALID_API_KEY";
    throw refuse(code, "The API key was not accepted");
  }
  checkRate(world, `key ${person.name}`);
  const org = c.req.param("org");
  if (org !== undefined && org !== person.org) {
    const message = "You do not have access to this organization.";
    const system = "Caller is not a member of the organization";
    throw new Refusal(403, "ORGANIZATION_ACCESS_DENIED", message, system, { organization_id: org });
  }
  return person;
}
