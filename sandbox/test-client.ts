// What the sandbox's own tests share: one way to call each service, and one way to make a share.
import { ada, mixthatStemTrack, readyRender, stemTrack } from "./accounts.ts";
import type { Person } from "./accounts.ts";
import type { Sandbox } from "./sandbox.ts";

/** A JSON object whose fields a test reads freely, to any depth. */
export interface Json {
  readonly [field: string]: Json;
}

interface Sending {
  headers?: Record<string, string>;
  body?: unknown;
}

/** One request; a body that is no string goes as JSON. */
export async function send(
  { origin }: Sandbox,
  method: string,
  path: string,
  { headers = {}, body }: Sending = {},
) {
  const response = await fetch(origin + path, {
    method,
    headers: { ...(body !== undefined && { "Content-Type": "application/json" }), ...headers },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const json: unknown = text.startsWith("{") ? JSON.parse(text) : {};
  return { status: response.status, headers: response.headers, text, body: json as Json };
}

/** One request to `/v1/music{path}` as `person` (omitted: without a key). */
export function call(
  sandbox: Sandbox,
  method: string,
  path: string,
  { person, headers, body }: Sending & { person?: Person } = {},
) {
  const all = { ...(person && { "X-API-Key": person.key }), ...headers };
  return send(sandbox, method, `/v1/music${path}`, { headers: all, body });
}

/** One request to Mix That, with Ada's token unless another (null: none) is given. */
export function callMixthat(
  sandbox: Sandbox,
  method: string,
  path: string,
  { token = ada.mixthatToken, headers, body }: Sending & { token?: string | null } = {},
) {
  const all = { ...(token !== null && { Authorization: `Bearer ${token}` }), ...headers };
  return send(sandbox, method, `/api/v1${path}`, { headers: all, body });
}

/** A new share of Ada's Mix That track with stems; `id` is read from the token, for the answer has none. */
export async function shareMixthat(sandbox: Sandbox, body?: unknown, track = mixthatStemTrack.id) {
  const answer = await callMixthat(sandbox, "POST", `/tracks/${track}/shares`, { body });
  const token = String(answer.body["token"]);
  const claims = JSON.parse(
    Buffer.from(token.split(".")[1] ?? "", "base64url").toString(),
  ) as Record<string, unknown>;
  return { token, claims, id: String(claims["token_id"]) };
}

/** One request to CraftKit's renders, with Ada's key unless another (null: none) is given. */
export function callCraftkit(
  sandbox: Sandbox,
  method: string,
  path: string,
  { key = ada.craftkitKey, headers, body }: Sending & { key?: string | null } = {},
) {
  const all = { ...(key !== null && { Authorization: `Bearer ${key}` }), ...headers };
  return send(sandbox, method, `/v1/renders${path}`, { headers: all, body });
}

/** A new share of Ada's finished render. */
export async function shareCraftkit(sandbox: Sandbox, body: unknown = {}, render = readyRender.id) {
  const answer = await callCraftkit(sandbox, "POST", `/${render}/shares`, { body });
  const { id, shareToken, shareUrl } = answer.body;
  return { id: String(id), token: String(shareToken), url: String(shareUrl), body: answer.body };
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
