import { cutText } from "../shared/cut-text.ts";
import { DAY_S } from "../shared/time-units.ts";

/** Longest text that is passed on, in UTF-16 units. */
const LONGEST = 512;

/** What no title needs: control characters, and those that turn the direction of what follows. */
const UNWANTED = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069\s]+/gu;

/** A value as one line of text, as it is: an entity in it stays an entity. Null when there is none. */
export function cleanText(value: unknown): string | null {
  if (typeof value !== "string" && typeof value !== "number") return null;
  const line = String(value)
    .slice(0, 8 * LONGEST)
    .replace(UNWANTED, " ")
    .trim();
  const cut = cutText(line, LONGEST).trim();
  return cut === "" ? null : cut;
}

/** The same, but the address of something is not its name. */
export function cleanName(value: unknown): string | null {
  const line = cleanText(value);
  return line === null || /^https?:\/\//i.test(line) ? null : line;
}

/** An absolute http(s) address without a user name, or null; a relative one is taken from `page`. */
export function resolveWebUrl(value: unknown, page: URL): string | null {
  if (typeof value !== "string" || value.trim() === "" || value.length > 2048) return null;
  if (!URL.canParse(value, page.href)) return null;
  const { protocol, username, password, href } = new URL(value, page);
  const open = (protocol === "https:" || protocol === "http:") && username + password === "";
  return open && href.length <= 2048 ? href : null;
}

/** Sites leave out the T (`P00H03M20S`), and there are no months in a song. */
const ISO = /^P(?:(\d{1,3})D)?T?(?:(\d{1,5})H)?(?:(\d{1,5})M)?(?:(\d{1,6}(?:[.,]\d{1,9})?)S)?$/i;

/** Seconds out of a number or an ISO 8601 duration; null for none, zero and more than a day. */
export function parseSeconds(value: unknown): number | null {
  if (typeof value !== "number" && typeof value !== "string") return null;
  const written = String(value).trim().slice(0, 64);
  const parts = ISO.exec(written);
  const [days = 0, hours = 0, minutes = 0, rest = 0] = (parts ?? []).slice(1).map(decimal);
  const total = parts
    ? days * DAY_S + hours * 3600 + minutes * 60 + rest
    : /^\d+(?:\.\d+)?$/.test(written)
      ? Number(written)
      : 0;
  return total > 0 && total <= DAY_S ? total : null;
}

const decimal = (part: string | undefined): number => Number((part ?? "0").replace(",", "."));

/** Query parameters that say where somebody came from, not what the page is. */
const TRACKING = /^(?:utm_.*|fbclid|gclid)$/i;

/** An address without user name and tracking parameters; all else stays as the page has it. */
export function cleanUrl(url: URL): string {
  const clean = new URL(url);
  clean.username = "";
  clean.password = "";
  for (const name of new Set(clean.searchParams.keys())) {
    if (TRACKING.test(name)) clean.searchParams.delete(name);
  }
  return clean.href;
}
