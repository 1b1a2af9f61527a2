import type { Context } from "hono";
import type { HonoEnv } from "../environment.ts";
import { badRequest } from "./error-responses.ts";
import type { FieldProblem } from "./error-responses.ts";

/** The fields of a JSON object. */
export type Fields = Readonly<Record<string, unknown>>;

/** Whether it is a JSON object. */
export function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The body as an object, 400 for anything else; no body is `{}`. */
export async function readBody(c: Context<HonoEnv>): Promise<Fields> {
  const text = await c.req.text();
  if (text === "") return {};
  if (!/^application\/json\b/i.test(c.req.header("Content-Type") ?? ""))
    throw badRequest([], "Content-Type must be application/json");
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (problem) {
    throw badRequest([], `Malformed JSON: ${String(problem)}`);
  }
  if (!isObject(body)) throw badRequest([{ message: "must be object", property: "" }]);
  return body;
}

/** One problem per field that the schema does not know (`additionalProperties: false`). */
export function findUnknownFields(
  fields: Fields,
  known: readonly string[],
  path = "",
): FieldProblem[] {
  return Object.keys(fields)
    .filter((field) => !known.includes(field))
    .map((field) => ({ message: "must NOT have additional properties", property: path + field }));
}

/** Refuses with 400 when there is a problem. */
export function throwProblems(errors: readonly FieldProblem[]): void {
  if (errors.length > 0) throw badRequest(errors);
}

/** A whole number in the query, 400 outside of 1…`most`. */
export function readLimit(c: Context<HonoEnv>, most: number, usual: number): number {
  const text = c.req.query("limit");
  if (text === undefined) return usual;
  const limit = Number(text);
  if (!/^\d+$/.test(text) || limit < 1 || limit > most)
    throw badRequest([{ message: `must be a number from 1 to ${most}`, property: "limit" }]);
  return limit;
}

/** Where a page begins: base64 in the query, 400 for anything else; "" for the first page. */
export function readCursor(c: Context<HonoEnv>, name: string): string {
  const text = c.req.query(name) ?? "";
  const cursor = Buffer.from(text, "base64").toString("utf8");
  if (Buffer.from(cursor).toString("base64") !== text)
    throw badRequest([{ message: "must be a token of an earlier page", property: name }]);
  return cursor;
}

/** The page that `rows` begin (one more was asked for than `limit`) and its links; `cursorOf` names a row. */
export function cutPage<Row>(
  c: Context<HonoEnv>,
  rows: readonly Row[],
  limit: number,
  name: string,
  cursorOf: (row: Row) => string,
) {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const href = (cursor: string | null) => {
    const query = new URLSearchParams(c.req.query());
    if (cursor === null) query.delete(name);
    else query.set(name, Buffer.from(cursor).toString("base64"));
    return query.size > 0 ? `${c.req.path}?${query}` : c.req.path;
  };
  const first = { rel: "first", href: href(null) };
  if (!last || rows.length <= limit) return { page, $links: [first] };
  return { page, $links: [first, { rel: "next", href: href(cursorOf(last)) }] };
}
