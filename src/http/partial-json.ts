import { parseJson } from "../shared/parse-json.ts";
import { isPlainObject } from "../shared/is-plain-object.ts";

/**
 * The members of a JSON object that are known whole, from as much of its text as arrived; null when that
 * is not how an object begins. Members that are objects or lists are left out.
 *
 * Whole means to the last byte, and of a string that is its closing quote: without it nobody can say
 * whether a token has another character, and half a token makes an address that looks right and
 * opens nothing. Of a number only what follows it says that it is over.
 */
export function parsePartialObject(text: string): Record<string, unknown> | null {
  // All that arrived, when it ends with a member; else all before the last comma.
  const all = /\d$/.test(text) ? undefined : parseJson(`${text}}`);
  const members = parseJson(text) ?? all ?? parseJson(`${text.slice(0, lastEnd(text))}}`);
  if (!isPlainObject(members)) return null;
  const flat = Object.entries(members).filter(
    ([, value]) => typeof value !== "object" || value === null,
  );
  return Object.fromEntries(flat);
}

/** Where the last member that a comma ends has its end; before the first comma, where members begin. */
function lastEnd(text: string): number {
  let end = text.indexOf("{") + 1;
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (quoted && sign === "\\") at += 1;
    else if (sign === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (sign === "{" || sign === "[") depth += 1;
    else if (sign === "}" || sign === "]") depth -= 1;
    else if (sign === "," && depth === 1) end = at;
  }
  return end;
}
