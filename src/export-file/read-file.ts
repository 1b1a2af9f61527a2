import {
  anything,
  decode,
  type Decoder,
  instant,
  list,
  malformed,
  nullable,
  number,
  record,
  text,
} from "../shared/decode.ts";
import { type ImportedAccount, importedAccount, createRowDecoders } from "./decode-rows.ts";
import { providerFacts } from "../providers/facts.ts";
import { parseJson } from "../shared/parse-json.ts";

/* Reads the file that docs/export-format.md describes; write-file.ts writes it. */

/** Grows when a file of before would be understood wrongly; a new field alone is no reason. */
export const FILE_VERSION = 1;

/** More of one kind are refused, as is a file of more characters: both are far beyond a person's. */
export const MOST_ROWS = 500_000;
export const MOST_CHARACTERS = 256 * 2 ** 20;

/** Why a file cannot be read at all. */
export type ExportFileFault =
  | { kind: "too-big" }
  /** Not JSON, or not Earmark's. */
  | { kind: "not-ours" }
  | { kind: "newer"; version: number }
  /** `where` names the field. */
  | { kind: "malformed"; where: string };

/** A file whose rows have not been looked at yet: one that is wrong spoils none of the others. */
export interface ExportFile {
  accounts: unknown[];
  links: unknown[];
  attempts: unknown[];
  library: unknown[];
}

const rows: Decoder<unknown[]> = (value) => nullable(list(anything, MOST_ROWS))(value) ?? [];

const mark = record({ earmark: number(1) });
const contents: Decoder<ExportFile> = record({
  accounts: rows,
  links: rows,
  attempts: rows,
  library: rows,
});

export type FileRead = { ok: true; value: ExportFile } | { ok: false; fault: ExportFileFault };

/** Reads a file's text as far as which rows there are. */
export function readExportFile(written: string): FileRead {
  if (written.length > MOST_CHARACTERS) return not({ kind: "too-big" });
  const value = parseJson(written);
  const marked = decode(mark, value);
  if (!marked.ok) return not({ kind: "not-ours" });
  const version = marked.value.earmark;
  if (version > FILE_VERSION) return not({ kind: "newer", version });
  const read = decode(contents, value);
  if (read.ok) return read;
  return not(read.failure);
}

const not = (fault: ExportFileFault): FileRead => ({ ok: false, fault });

const ISO = /^([+-]\d\d)?\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/;

/** Dates that only some browsers understand are not taken. */
const isoInstant: Decoder<number> = (value) =>
  ISO.test(text(40)(value)) ? instant(value) : malformed();

/** Those settings that a service's account has and that are no secret, whatever else may be there. */
export function pickPublicSettings({
  provider,
  settings,
}: ImportedAccount): Record<string, string> {
  const open = providerFacts[provider].fields.filter(({ secret }) => !secret);
  const known = open.filter(({ name }) => Object.hasOwn(settings, name));
  return Object.fromEntries(known.map(({ name }) => [name, settings[name] ?? ""]));
}

const account: Decoder<ImportedAccount> = (value) => {
  const read = importedAccount(value);
  return { ...read, settings: pickPublicSettings(read) };
};

/** How each row of a file is read. */
export const fileRows = { account, ...createRowDecoders(isoInstant) };
