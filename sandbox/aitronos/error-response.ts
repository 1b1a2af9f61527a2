import { randomBytes } from "node:crypto";
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { formatSeconds } from "../clock.ts";
import type { HonoEnv } from "../environment.ts";

type Details = Record<string, string | number>;

/** An answer that is not a success; thrown by a handler, written by `writeRefusal`. */
export class ErrorResponse extends Error {
  readonly status: ContentfulStatusCode;
  readonly code: string;
  readonly system: string;
  readonly details: Details;
  readonly retryAfter: number | undefined;

  /** `system` is the technical sentence; `retryAfter` is in seconds. */
  constructor(
    status: ContentfulStatusCode,
    code: string,
    message: string,
    system: string,
    details: Details = {},
    retryAfter?: number,
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.system = system;
    this.details = details;
    this.retryAfter = retryAfter;
  }
}

/** The 404 that the service gives both for "no such thing" and for "not yours". */
export function notFound(system: string, details: Details = {}): ErrorResponse {
  return new ErrorResponse(
    404,
    "RESOURCE_NOT_FOUND",
    "The requested resource was not found.",
    system,
    details,
  );
}

/** 422 with the name of the field that is wrong. */
export function invalid(field: string, system: string): ErrorResponse {
  const message = "The request contains invalid values.";
  return new ErrorResponse(422, "VALIDATION_ERROR", message, system, { field });
}

function typeOf(status: number): string {
  if (status === 401) return "authentication_error";
  return status >= 500 ? "server_error" : "client_error";
}

/**
 * Writes the envelope with every documented field; `now` in milliseconds.
 * https://docs.aitronos.com/docs/api-reference/error-codes
 */
export function writeErrorResponse(c: Context<HonoEnv>, problem: unknown, now: number): Response {
  const refusal =
    problem instanceof ErrorResponse
      ? problem
      : new ErrorResponse(500, "INTERNAL_ERROR", "Something went wrong.", String(problem));
  const { status, code, message, system, details, retryAfter } = refusal;
  const trace = `req_${randomBytes(6).toString("hex")}`;
  c.header("X-Request-Id", trace);
  if (retryAfter !== undefined) c.header("Retry-After", String(retryAfter));
  const error = {
    code,
    message,
    system_message: system,
    type: typeOf(status),
    status,
    details,
    trace_id: trace,
    timestamp: formatSeconds(now),
  };
  return c.json({ success: false, error }, status);
}
