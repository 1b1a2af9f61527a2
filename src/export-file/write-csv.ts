import type { Entry } from "../model/library-entry.ts";
import type { StoredLink } from "../model/stored-link.ts";
import { providerFacts } from "../providers/facts.ts";

/**
 * The byte order mark at the beginning. RFC 4180 says nothing about it, but without one Excel takes
 * UTF-8 for the system's 8-bit code page and spoils every title that is not English; LibreOffice,
 * Numbers, Google Sheets and Python's "utf-8-sig" read it as what it is.
 */
export const CSV_MARK = "\ufeff";

type Cell = string | null;

/** One line of RFC 4180, with its CRLF. null is an empty cell. */
export function toCsvLine(cells: readonly Cell[]): string {
  return `${cells.map(cellText).join(",")}\r\n`;
}

/**
 * What a spreadsheet would calculate instead of showing begins with one of these, also in its
 * full-width form. https://owasp.org/www-community/attacks/CSV_Injection
 */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

function cellText(cell: Cell): string {
  if (cell === null) return "";
  const plain = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

const instantText = (at: number | null): Cell => (at === null ? null : new Date(at).toISOString());

/** Title, service, address, made, expires, revoked, visibility, name. No expiry is an empty cell. */
export function toLinkCells({ track, asked, ...link }: StoredLink): Cell[] {
  return [
    track.title,
    providerFacts[track.provider].name,
    link.url,
    instantText(link.createdAt),
    instantText(link.expiresAt),
    instantText(link.revokedAt),
    link.visibility,
    asked.name,
  ];
}

/** Title, artist, album, service, the track's id or its page's address, saved. */
export function toEntryCells(entry: Entry): Cell[] {
  const { title, artist, album, provider, id, savedAt } = entry;
  const service = providerFacts[provider].name;
  return [title, artist ?? null, album ?? null, service, id, instantText(savedAt)];
}
