import { isPlainObject } from "../shared/is-plain-object.ts";
import { parseJson } from "../shared/parse-json.ts";

/**
 * Parses the complete members of a JSON object whose text may have been cut off. Null when the text is not the beginning
 * of an object. Members that are objects or lists are left out.
 *
 * A string is complete when its closing quote arrived: half a token would give an address that looks right and opens
 * nothing. A number is complete when another character follows it.
 */
export function parsePartialObject(text: string): Record<string, unknown> | null {
  // The whole text when it ends with a complete member, else the text before the last comma.
  const whole = /\d$/.test(text) ? undefined : parseJson(`${text}}`);
  const members = parseJson(text) ?? whole ?? parseJson(`${text.slice(0, findLastComma(text))}}`);
  if (!isPlainObject(members)) return null;
  const flat = Object.entries(members).filter(
    ([, value]) => typeof value !== "object" || value === null,
  );
  return Object.fromEntries(flat);
}

/** Index of the last comma between members; without one, the index after the opening brace. */
function findLastComma(text: string): number {
  let end = text.indexOf("{") + 1;
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (inString && character === "\\") at += 1;
    else if (character === '"') inString = !inString;
    else if (inString) continue;
    else if (character === "{" || character === "[") depth += 1;
    else if (character === "}" || character === "]") depth -= 1;
    else if (character === "," && depth === 1) end = at;
  }
  return end;
}
