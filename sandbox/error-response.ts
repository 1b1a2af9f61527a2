import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { HonoEnv } from "./environment.ts";

/** An answer that is not a success, with its whole body; thrown by a handler, written by `writeRefusal`. */
export class ErrorResponse extends Error {
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
export function writeErrorResponse(
  c: Context<HonoEnv>,
  problem: unknown,
  describe: (text: string) => object,
): Response {
  const refusal =
    problem instanceof ErrorResponse ? problem : new ErrorResponse(500, describe(String(problem)));
  for (const [name, value] of Object.entries(refusal.headers)) c.header(name, value);
  return c.json(refusal.body, refusal.status);
}
