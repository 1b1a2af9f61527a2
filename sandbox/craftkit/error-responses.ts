import type { ContentfulStatusCode } from "hono/utils/http-status";
import { ErrorResponse } from "../error-response.ts";

/** What is wrong, field by field. */
export interface Issues {
  readonly formErrors: readonly string[];
  readonly fieldErrors: Readonly<Record<string, readonly string[]>>;
}

/** `{error: {code, message, issues?}}`: https://docs.craftkit.dev/api-reference/errors */
export function createError(
  status: ContentfulStatusCode,
  code: string,
  message: string,
  issues?: Issues,
): ErrorResponse {
  return new ErrorResponse(status, { error: { code, message, ...(issues && { issues }) } });
}

/** The same for a missing key, a wrong one, and an account key. */
export function unauthorized(isFlat: boolean): ErrorResponse {
  // The introduction of the generated reference shows this second form for some endpoints.
  if (isFlat) return new ErrorResponse(401, { error: "invalid_credentials" });
  return createError(401, "unauthorized", "Missing or invalid API key.");
}

/** Nothing there, or in another project or environment. */
export function notFound(what: string): ErrorResponse {
  return createError(404, "not_found", `${what} not found.`);
}
