import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Env } from "./environment.ts";

/** An answer that is not a success, with its whole body; thrown by a handler, written by `writeRefusal`. */
export class Refusal extends Error {
  readonly status: ContentfulStatusCode;
  readonly body: object;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: ContentfulStatusCode, body: object, headers: Record<string, string> = {}) {
    super(`${status} ${JSON.stringify(body)}`);
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

/** Writes a refusal; anything else that was thrown is a 500 with the body that `describe` makes of it. */
export function writeRefusal(
  c: Context<Env>,
  problem: unknown,
  describe: (text: string) => object,
): Response {
  const refusal =
    problem instanceof Refusal ? problem : new Refusal(500, describe(String(problem)));
  for (const [name, value] of Object.entries(refusal.headers)) c.header(name, value);
  return c.json(refusal.body, refusal.status);
}
