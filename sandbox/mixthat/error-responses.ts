import { ErrorResponse } from "../error-response.ts";

/** What is wrong with one field. */
export interface FieldProblem {
  readonly message: string;
  readonly property: string;
}

/** 400 in the shape of `BadRequestResponse`: https://github.com/firstcoders/mixthat-docs */
export function badRequest(
  errors: readonly FieldProblem[],
  message = "Bad Request",
): ErrorResponse {
  return new ErrorResponse(400, { message, ...(errors.length > 0 && { errors }) });
}

/** Inferred: 401 is not in the published file. This is what the gateway it is built on answers by itself. */
export function unauthorized(): ErrorResponse {
  return new ErrorResponse(401, { message: "Unauthorized" }, { "WWW-Authenticate": "Bearer" });
}

/** The body is inferred: the published file names 403 and 404 without one. */
export function forbidden(message: string): ErrorResponse {
  return new ErrorResponse(403, { message });
}

/** As `forbidden`, for what is not there. */
export function notFound(message: string): ErrorResponse {
  return new ErrorResponse(404, { message });
}

/** Inferred, like 401. `wait` in seconds. */
export function tooMany(wait: number): ErrorResponse {
  return new ErrorResponse(429, { message: "Too Many Requests" }, { "Retry-After": String(wait) });
}
