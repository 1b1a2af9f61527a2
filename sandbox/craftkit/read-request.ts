import type { Context } from "hono";
import { readInstant } from "../clock.ts";
import type { HonoEnv, Environment } from "../environment.ts";
import { createError } from "./error-responses.ts";

/** The fields of a JSON object. */
export type Fields = Readonly<Record<string, unknown>>;

/** The body as an object: 400 `invalid_json`, also for no body at all (inferred), or `invalid_request`. */
export async function readBody(c: Context<HonoEnv>): Promise<Fields> {
  let body: unknown;
  try {
    body = JSON.parse(await c.req.text());
  } catch (problem) {
    throw createError(400, "invalid_json", `The body is not valid JSON: ${String(problem)}`);
  }
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    const issues = { formErrors: ["Expected object"], fieldErrors: {} };
    throw createError(400, "invalid_request", "The request is invalid.", issues);
  }
  return body as Fields;
}

/** Collects what is wrong with a body. Fields that it does not know are left alone: none is documented as refused. */
export class BodyValidator {
  readonly body: Fields;
  readonly fieldErrors: Record<string, string[]> = {};

  constructor(body: Fields) {
    this.body = body;
  }

  fail(field: string, message: string): void {
    (this.fieldErrors[field] ??= []).push(message);
  }

  /** A string of at most `most` characters; null when absent. */
  text(field: string, most: number): string | null {
    const value = this.body[field];
    if (value === undefined) return null;
    if (typeof value === "string" && value.length <= most) return value;
    this.fail(field, `Expected a string of at most ${most} characters`);
    return null;
  }

  /** An e-mail address; null when absent. */
  email(field: string): string | null {
    const value = this.text(field, 320);
    if (value === null || /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(value)) return value;
    this.fail(field, "Invalid email");
    return null;
  }

  /** A time to come, in milliseconds since 1970; null when absent. That a past one is refused is inferred. */
  future(field: string, { clock }: Environment): number | null {
    const value = this.body[field];
    if (value === undefined) return null;
    const at = readInstant(value);
    if (at === null) this.fail(field, "Invalid datetime");
    else if (at <= clock.now()) this.fail(field, "Must be in the future");
    return at;
  }

  /** Refuses with 400 when anything failed. */
  end(): void {
    if (Object.keys(this.fieldErrors).length === 0) return;
    const issues = { formErrors: [], fieldErrors: this.fieldErrors };
    throw createError(400, "invalid_request", "The request is invalid.", issues);
  }
}
