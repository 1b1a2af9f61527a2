import type { ContentfulStatusCode } from "hono/utils/http-status";
import { Refusal } from "../error-response.ts";

/** What is wrong, field by field. */
export interface Issues {
  readonly formErrors: readonly string[];
  readonly fieldErrors: Readonly<Record<string, readonly string[]>>;
}

/** `{error: {code, message, issues?}}`: https://docs.craftkit.dev/api-reference/errors */
export function refuse(
  status: ContentfulStatusCode,
  code: string,
  message: string,
  issues?: Issues,
): Refusal {
  return new Refusal(status, { error: { code, message, ...(issues && { issues }) } });
}

/** The same for a missing key, a wrong one, and an account key. */
export function unauthorized(isFlat: boolean): Refusal {
  // The introduction of the generated reference shows this second form for some endpoints.
  if (isFlat) return new Refusal(401, { error: "invalid_credentials" });
  return refuse(401, "unauthorized", "Missing or invalid API key.");
}

/** Nothing there, or in another project or environment. */
export function notFound(what: string): Refusal {
  return refuse(404, "not_found", `${what} not found.`);
}
