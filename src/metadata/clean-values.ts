import { cutText } from "../shared/cut-text.ts";
import { DAY_S } from "../shared/time-units.ts";

/** Longest text that is passed on, in UTF-16 units. */
const MAX_LENGTH = 512;

/** Control characters, line separators and characters that change the text direction; a title needs none of them. */
const UNWANTED = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069\s]+/gu;

/** A value as one line of at most 512 UTF-16 units; HTML entities are not decoded. Null when nothing is left. */
export function cleanText(value: unknown): string | null {
  if (typeof value !== "string" && typeof value !== "number") return null;
  const line = String(value)
    .slice(0, 8 * MAX_LENGTH)
    .replace(UNWANTED, " ")
    .trim();
  const cut = cutText(line, MAX_LENGTH).trim();
  return cut === "" ? null : cut;
}

/** The same for a name; null also for a web address, which some sites write in its place. */
export function cleanName(value: unknown): string | null {
  const line = cleanText(value);
  return line === null || /^https?:\/\//i.test(line) ? null : line;
}

/** An absolute http(s) address without a user name, or null; a relative one is taken from `page`. */
export function resolveWebUrl(value: unknown, page: URL): string | null {
  if (typeof value !== "string" || value.trim() === "" || value.length > 2048) return null;
  if (!URL.canParse(value, page.href)) return null;
  const { protocol, username, password, href } = new URL(value, page);
  const isAllowed = (protocol === "https:" || protocol === "http:") && username + password === "";
  return isAllowed && href.length <= 2048 ? href : null;
}

/** An ISO 8601 duration without years and months. The T is optional, as some sites leave it out (`P00H03M20S`). */
const ISO = /^P(?:(\d{1,3})D)?T?(?:(\d{1,5})H)?(?:(\d{1,5})M)?(?:(\d{1,6}(?:[.,]\d{1,9})?)S)?$/i;

/** Seconds from a number or an ISO 8601 duration; null when it is neither, zero, or more than a day. */
export function parseSeconds(value: unknown): number | null {
  if (typeof value !== "number" && typeof value !== "string") return null;
  const trimmed = String(value).trim().slice(0, 64);
  const parts = ISO.exec(trimmed);
  const [days = 0, hours = 0, minutes = 0, rest = 0] = (parts ?? []).slice(1).map(parseDecimal);
  const total = parts
    ? days * DAY_S + hours * 3600 + minutes * 60 + rest
    : /^\d+(?:\.\d+)?$/.test(trimmed)
      ? Number(trimmed)
      : 0;
  return total > 0 && total <= DAY_S ? total : null;
}

const parseDecimal = (part: string | undefined): number => Number((part ?? "0").replace(",", "."));

/** Query parameters that tell where a visitor came from and do not change the page. */
const TRACKING = /^(?:utm_.*|fbclid|gclid)$/i;

/** An address without user name, password and tracking parameters; the rest stays as it is written. */
export function cleanUrl(url: URL): string {
  const clean = new URL(url);
  clean.username = "";
  clean.password = "";
  for (const name of new Set(clean.searchParams.keys())) {
    if (TRACKING.test(name)) clean.searchParams.delete(name);
  }
  return clean.href;
}
