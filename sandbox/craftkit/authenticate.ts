import type { Context } from "hono";
import type { HonoEnv, Environment } from "../environment.ts";
import { ada, craftkitTestKey, users } from "../users.ts";
import type { User } from "../users.ts";
import { notFound, createError, unauthorized } from "./error-responses.ts";
import { findRender } from "./queries.ts";
import type { RenderRow } from "./queries.ts";

interface Caller {
  readonly person: User;
  readonly environment: string;
}

function callerOf(headers: Headers): Caller | undefined {
  const key = /^Bearer +(\S+)$/i.exec(headers.get("Authorization") ?? "")?.[1];
  const isTest = key === craftkitTestKey;
  const person = isTest ? ada : users.find(({ craftkitKey }) => craftkitKey === key);
  return person && { person, environment: isTest ? "test" : "live" };
}

/** Whose project key it is, for the request log. */
export function findUser(headers: Headers): User | undefined {
  return callerOf(headers)?.person;
}

/**
 * Who calls: 401 without a project key, and for an account key. A project key may do everything in its project.
 * https://docs.craftkit.dev/guides/authentication
 */
export function authenticate(c: Context<HonoEnv>, { limits, settings }: Environment): Caller {
  const caller = callerOf(c.req.raw.headers);
  if (!caller) throw unauthorized(settings.craftkitFlatErrors);
  // Only the code is published. The status is inferred, and no header says how long to wait.
  if (limits.take(`craftkit ${caller.person.name}`) > 0)
    throw createError(429, "rate_limited", "Too many requests.");
  return caller;
}

/** The render in the path: 404 when there is none in the caller's project and environment. */
export function findOwnRender(
  c: Context<HonoEnv>,
  env: Environment,
  { person, environment }: Caller,
): RenderRow {
  const render = findRender(env, c.req.param("id") ?? "");
  if (render?.owner !== person.name || render.environment !== environment) throw notFound("Render");
  return render;
}
