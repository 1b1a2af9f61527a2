import { providerFacts } from "../providers/facts.ts";
import {
  anything,
  decode,
  instant,
  list,
  malformed,
  nullable,
  number,
  record,
  text,
} from "../shared/decode.ts";
import type { Decoder } from "../shared/decode.ts";
import { parseJson } from "../shared/parse-json.ts";
import { importedAccount, createRowDecoders } from "./decode-rows.ts";
import type { ImportedAccount } from "./decode-rows.ts";

/* Reads the file that docs/export-format.md describes; write-file.ts writes it. */

/** Increased when older versions of a file would be misread; a new field alone does not need it. */
export const FILE_VERSION = 1;

/** A file with more rows of one kind, or more UTF-16 units, is refused. Nobody has that many links or tracks. */
export const MAX_ROWS = 500_000;
export const MAX_CHARACTERS = 256 * 2 ** 20;

/** Why a file cannot be read at all. */
export type ExportFileFault =
  | { kind: "too-big" }
  /** Not JSON, or not a file of Earmark. */
  | { kind: "not-ours" }
  | { kind: "newer"; version: number }
  /** `where` names the field. */
  | { kind: "malformed"; where: string };

/** A file whose rows are not decoded yet, so that an invalid row does not affect the others. */
export interface ExportFile {
  accounts: unknown[];
  links: unknown[];
  attempts: unknown[];
  library: unknown[];
}

const rows: Decoder<unknown[]> = (value) => nullable(list(anything, MAX_ROWS))(value) ?? [];

const header = record({ earmark: number(1) });
const contents: Decoder<ExportFile> = record({
  accounts: rows,
  links: rows,
  attempts: rows,
  library: rows,
});

export type FileRead = { ok: true; value: ExportFile } | { ok: false; fault: ExportFileFault };

/** Reads the text of a file; its rows are decoded later with `fileRows`. */
export function readExportFile(written: string): FileRead {
  if (written.length > MAX_CHARACTERS) return refuse({ kind: "too-big" });
  const value = parseJson(written);
  const identified = decode(header, value);
  if (!identified.ok) return refuse({ kind: "not-ours" });
  const version = identified.value.earmark;
  if (version > FILE_VERSION) return refuse({ kind: "newer", version });
  const read = decode(contents, value);
  if (read.ok) return read;
  return refuse(read.failure);
}

const refuse = (fault: ExportFileFault): FileRead => ({ ok: false, fault });

const ISO = /^([+-]\d\d)?\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/;

/** An instant in the ISO 8601 form that every browser parses the same way. */
const isoInstant: Decoder<number> = (value) =>
  ISO.test(text(40)(value)) ? instant(value) : malformed();

/** Picks the settings that the account form of the service has a field for and that are not secret. */
export function pickPublicSettings({
  provider,
  settings,
}: ImportedAccount): Record<string, string> {
  const visible = providerFacts[provider].fields.filter(({ secret }) => !secret);
  const known = visible.filter(({ name }) => Object.hasOwn(settings, name));
  return Object.fromEntries(known.map(({ name }) => [name, settings[name] ?? ""]));
}

const account: Decoder<ImportedAccount> = (value) => {
  const read = importedAccount(value);
  return { ...read, settings: pickPublicSettings(read) };
};

/** The decoders of the rows of a file. */
export const fileRows = { account, ...createRowDecoders(isoInstant) };
