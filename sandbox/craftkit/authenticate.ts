import type { Context } from "hono";
import { ada, craftkitTestKey, people } from "../users.ts";
import type { Person } from "../users.ts";
import type { Env, World } from "../environment.ts";
import { notFound, refuse, unauthorized } from "./error-responses.ts";
import { findRender } from "./queries.ts";
import type { RenderRow } from "./queries.ts";

interface Caller {
  readonly person: Person;
  readonly environment: string;
}

function callerOf(headers: Headers): Caller | undefined {
  const key = /^Bearer +(\S+)$/i.exec(headers.get("Authorization") ?? "")?.[1];
  const isTest = key === craftkitTestKey;
  const person = isTest ? ada : people.find(({ craftkitKey }) => craftkitKey === key);
  return person && { person, environment: isTest ? "test" : "live" };
}

/** Whose project key it is, for the request log. */
export function personOf(headers: Headers): Person | undefined {
  return callerOf(headers)?.person;
}

/**
 * Who calls: 401 without a project key, and for an account key. A project key may do everything in its project.
 * https://docs.craftkit.dev/guides/authentication
 */
export function enter(c: Context<Env>, { limits, settings }: World): Caller {
  const caller = callerOf(c.req.raw.headers);
  if (!caller) throw unauthorized(settings.craftkitFlatErrors);
  // Only the code is published. The status is inferred, and no header says how long to wait.
  if (limits.take(`craftkit ${caller.person.name}`) > 0)
    throw refuse(429, "rate_limited", "Too many requests.");
  return caller;
}

/** The render in the path: 404 when there is none in the caller's project and environment. */
export function reach(c: Context<Env>, world: World, { person, environment }: Caller): RenderRow {
  const render = findRender(world, c.req.param("id") ?? "");
  if (render?.owner !== person.name || render.environment !== environment) throw notFound("Render");
  return render;
}
