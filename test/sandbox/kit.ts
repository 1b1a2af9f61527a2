// What the sandbox's own tests share: one way to call it, and one way to make a share.
import { ada, stemTrack } from "./accounts.ts";
import type { Person } from "./accounts.ts";
import type { Sandbox } from "./sandbox.ts";

/** A JSON object whose fields a test reads freely, to any depth. */
export interface Json {
  readonly [field: string]: Json;
}

interface Sending {
  person?: Person;
  headers?: Record<string, string>;
  body?: unknown;
}

/** One request to `/v1/music{path}` as `person` (omitted: without a key). */
export async function call(
  { origin }: Sandbox,
  method: string,
  path: string,
  { person, headers = {}, body }: Sending = {},
) {
  const response = await fetch(`${origin}/v1/music${path}`, {
    method,
    headers: {
      ...(person && { "X-API-Key": person.key }),
      ...(body !== undefined && { "Content-Type": "application/json" }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const json: unknown = text.startsWith("{") ? JSON.parse(text) : {};
  return { status: response.status, headers: response.headers, text, body: json as Json };
}

/** A new share of Ada's track with stems. */
export async function share(sandbox: Sandbox, terms?: Record<string, unknown>, id = stemTrack.id) {
  const path = `/${ada.org}/tracks/${id}/share`;
  const { body } = await call(sandbox, "POST", path, { person: ada, body: terms });
  return { id: String(body["id"]), token: String(body["token"]), url: String(body["url"]), body };
}

/** Sends JSON to a control; resolves to the status. */
export async function control(
  { origin }: Sandbox,
  method: string,
  path: string,
  body?: unknown,
): Promise<number> {
  const answer = await fetch(`${origin}/__sandbox${path}`, {
    method,
    headers: { "Content-Type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  await answer.arrayBuffer();
  return answer.status;
}
