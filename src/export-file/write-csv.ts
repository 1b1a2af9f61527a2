import type { Entry } from "../model/library-entry.ts";
import type { StoredLink } from "../model/stored-link.ts";
import { providerFacts } from "../providers/facts.ts";

/**
 * The byte order mark at the beginning of the file. RFC 4180 does not mention it, but without it Excel reads UTF-8 as the
 * system's 8-bit code page, so that titles with other letters than English ones are wrong. LibreOffice, Numbers, Google
 * Sheets and Python's "utf-8-sig" accept it.
 */
export const CSV_MARK = "\ufeff";

type Cell = string | null;

/** Formats one line of RFC 4180, with its CRLF. null becomes an empty cell. */
export function toCsvLine(cells: readonly Cell[]): string {
  return `${cells.map(formatCell).join(",")}\r\n`;
}

/**
 * A cell that begins with one of these, or with its full-width form, is calculated by spreadsheets instead of shown; an
 * apostrophe before it prevents that. https://owasp.org/www-community/attacks/CSV_Injection
 */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

function formatCell(cell: Cell): string {
  if (cell === null) return "";
  const plain = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

const formatInstant = (at: number | null): Cell =>
  at === null ? null : new Date(at).toISOString();

/** The cells of a link: title, service, URL, created, expires (empty for never), revoked, visibility, name. */
export function toLinkCells({ track, asked, ...link }: StoredLink): Cell[] {
  return [
    track.title,
    providerFacts[track.provider].name,
    link.url,
    formatInstant(link.createdAt),
    formatInstant(link.expiresAt),
    formatInstant(link.revokedAt),
    link.visibility,
    asked.name,
  ];
}

/** The cells of a saved track: title, artist, album, service, id (for a web page its URL), saved. */
export function toEntryCells(entry: Entry): Cell[] {
  const { title, artist, album, provider, id, savedAt } = entry;
  const service = providerFacts[provider].name;
  return [title, artist ?? null, album ?? null, service, id, formatInstant(savedAt)];
}
