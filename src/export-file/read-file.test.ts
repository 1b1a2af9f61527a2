import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  joinChunks,
  arbitraryAccount,
  arbitraryAttempt,
  arbitraryEntry,
  arbitraryLink,
} from "../../test/kits/arbitrary-rows.ts";
import { account, createLink, createAttempt, createEntry } from "../../test/kits/rows.ts";
import { decode } from "../shared/decode.ts";
import type { Decoder } from "../shared/decode.ts";
import { importedRows } from "./decode-rows.ts";
import { FILE_VERSION, fileRows, MAX_CHARACTERS, MAX_ROWS, readExportFile } from "./read-file.ts";
import type { ExportFile } from "./read-file.ts";
import { writeExportFile } from "./write-file.ts";

const shortList = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(one, { maxLength: 3 });

const empty = { at: 0, accounts: [], links: [], attempts: [], entries: [] };

function readValidFile(written: string): ExportFile {
  const read = readExportFile(written);
  if (!read.ok) throw new Error(`not read: ${JSON.stringify(read.fault)}`);
  return read.value;
}

const decodeAll = <T>(decoder: Decoder<T>, raws: unknown[]): T[] =>
  raws.map((raw) => {
    const read = decode(decoder, raw);
    if (!read.ok) throw new Error(JSON.stringify([read.failure, raw]));
    return read.value;
  });

describe("an export file", () => {
  test(
    "is read as exactly what was written, and is the same when it is written again",
    () =>
      fc.assert(
        fc.asyncProperty(
          shortList(arbitraryAccount),
          shortList(shortList(arbitraryLink)),
          shortList(arbitraryAttempt),
          shortList(shortList(arbitraryEntry)),
          fc.integer({ min: 0, max: 8.64e15 }),
          async (accounts, links, attempts, entries, at) => {
            const written = await joinChunks(
              writeExportFile({ at, accounts, links, attempts, entries }),
            );
            const file = readValidFile(written);
            const read = {
              accounts: decodeAll(fileRows.account, file.accounts),
              links: decodeAll(fileRows.link, file.links),
              attempts: decodeAll(fileRows.attempt, file.attempts),
              entries: decodeAll(fileRows.entry, file.library),
            };
            expect(read).toEqual({
              accounts,
              links: links.flat(),
              attempts,
              entries: entries.flat(),
            });
            // The decoder of the message to the background drops nothing.
            expect(decode(importedRows, read)).toEqual({ ok: true, value: read });
            const again = { at, ...read, links: [read.links], entries: [read.entries] };
            expect(await joinChunks(writeExportFile(again))).toBe(written);
          },
        ),
        { numRuns: 500 },
      ),
    60_000,
  );

  test("names its version, marks links as secrets, and has one line per row", async () => {
    const links = [[createLink(), createLink({ key: "k2" })]];
    const written = await joinChunks(writeExportFile({ ...empty, at: 1_700_000_000_000, links }));
    const file = JSON.parse(written);
    expect(file).toMatchObject({ earmark: 1, exportedAt: "2023-11-14T22:13:20.000Z" });
    expect(file.notice).toContain("secrets");
    expect(file.links).toMatchObject([{ secret: true }, { secret: true }]);
    expect(written.split("\n").filter((line) => line.includes('"secret":true'))).toHaveLength(2);
  });

  test("contains no key, no raw response and no unknown field", async () => {
    const unknownFields = { extra: "secret-value", key2: "secret-value" };
    const raw = { status: 200, body: "secret-value", complete: true };
    const settings = { organization: "org", key: "secret-value", ["__proto__"]: "secret-value" };
    const written = await joinChunks(
      writeExportFile({
        at: 0,
        accounts: [{ ...account, ...unknownFields, settings }],
        links: [[{ ...createLink(), ...unknownFields }]],
        attempts: [
          {
            ...createAttempt({ state: "unknown", raw, reserve: "secret-value" }),
            ...unknownFields,
          },
        ],
        entries: [[{ ...createEntry(), ...unknownFields }]],
      }),
    );
    expect(written).toContain('"organization":"org"');
    expect(written).not.toContain("secret-value");
  });

  test.each([
    ["", "not-ours"],
    ["Title,Service\r\n", "not-ours"],
    ["[]", "not-ours"],
    ['{"earmark":"1"}', "not-ours"],
    ['{"earmark":0}', "not-ours"],
    ['{"links":[]}', "not-ours"],
    ['{"__proto__":{"earmark":1}}', "not-ours"],
    ["[".repeat(100_000), "not-ours"],
    ['{"earmark":2}', "newer"],
    ['{"earmark":1,"links":{}}', "malformed"],
    ['{"earmark":1,"accounts":7}', "malformed"],
  ])("%.40s is refused as %s", (written, kind) => {
    expect(readExportFile(written)).toMatchObject({ ok: false, fault: { kind } });
  });

  test("is refused when it is too large or has too many rows", () => {
    const many = `{"earmark":1,"library":[${"0,".repeat(MAX_ROWS)}0]}`;
    const fault = { kind: "malformed", where: "library" };
    expect(readExportFile(many)).toEqual({ ok: false, fault });
    const huge = { length: MAX_CHARACTERS + 1 } as string;
    expect(readExportFile(huge)).toEqual({ ok: false, fault: { kind: "too-big" } });
  });

  test("of a newer version is refused with its version", () => {
    const fault = { kind: "newer", version: FILE_VERSION + 1 };
    expect(readExportFile(`{"earmark":${FILE_VERSION + 1}}`)).toEqual({ ok: false, fault });
  });

  test("may lack lists and have unknown fields", () => {
    const file = { accounts: [], links: [], attempts: [], library: [] };
    expect(readValidFile('{"earmark":1,"later":[1]}')).toEqual(file);
  });
});

const writeAndReadLink = async () => {
  const links = [[createLink({ url: "https://x/s/1", expiresAt: 5, revokedAt: 6 })]];
  return readValidFile(await joinChunks(writeExportFile({ ...empty, links }))).links[0] as object;
};

describe("an imported link", () => {
  const invalidFields = [
    { url: "javascript:alert(1)" },
    { url: "data:text/html,x" },
    { url: "file:///etc/passwd" },
    { url: "//x" },
    { url: `https://x/${"y".repeat(8192)}` },
    { embedUrl: "blob:https://x/1" },
    { createdAt: 5 },
    { createdAt: "2026" },
    { createdAt: "20 Nov 2026" },
    { createdAt: "2026-13-01T00:00:00Z" },
    { expiresAt: "never" },
    { key: "a b" },
    { key: "" },
    { account: "x".repeat(129) },
    { visibility: "everybody" },
    { asked: {} },
    { track: { provider: "web", origin: "https://x", id: "javascript:alert(1)" } },
    { track: { provider: "aitronos", origin: "https://x/y", id: "t" } },
    { track: { provider: "aitronos", origin: "nowhere", id: "t" } },
    { track: { provider: "constructor", origin: "https://x", id: "t" } },
    { track: { provider: "aitronos", origin: "https://x", id: "t", artwork: "data:image/png," } },
    { track: { provider: "aitronos", origin: "https://x", id: "t", duration: -1 } },
  ].map((wrong) => [JSON.stringify(wrong).slice(0, 80), wrong] as const);
  test.each(invalidFields)("is refused with %s", async (_name, wrong) => {
    expect(decode(fileRows.link, await writeAndReadLink()).ok).toBe(true);
    expect(decode(fileRows.link, { ...(await writeAndReadLink()), ...wrong })).toMatchObject({
      ok: false,
      failure: { kind: "malformed" },
    });
  });

  test("may have a date of any time zone; unknown fields are dropped", async () => {
    const other = { createdAt: "2026-11-20T19:05:00+01:00", extra: 1, ["__proto__"]: { x: 1 } };
    const read = decodeAll(fileRows.link, [{ ...(await writeAndReadLink()), ...other }])[0];
    expect(read?.createdAt).toBe(Date.UTC(2026, 10, 20, 18, 5));
    expect(JSON.stringify(read)).not.toContain("extra");
    expect(Object.hasOwn(read ?? {}, "__proto__")).toBe(false);
  });
});
