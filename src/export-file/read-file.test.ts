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
import { writeExportFile } from "./write-file.ts";
import { FILE_VERSION, fileRows, MOST_CHARACTERS, MOST_ROWS, readExportFile } from "./read-file.ts";
import type { ExportFile } from "./read-file.ts";
import { importedRows } from "./decode-rows.ts";

const few = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(one, { maxLength: 3 });

const nothing = { at: 0, accounts: [], links: [], attempts: [], entries: [] };

function readGood(written: string): ExportFile {
  const read = readExportFile(written);
  if (!read.ok) throw new Error(`not read: ${JSON.stringify(read.fault)}`);
  return read.value;
}

const good = <T>(decoder: Decoder<T>, raws: unknown[]): T[] =>
  raws.map((raw) => {
    const read = decode(decoder, raw);
    if (!read.ok) throw new Error(JSON.stringify([read.failure, raw]));
    return read.value;
  });

describe("a file", () => {
  test(
    "gives back exactly what went into it, and is the same when it is written again",
    () =>
      fc.assert(
        fc.asyncProperty(
          few(arbitraryAccount),
          few(few(arbitraryLink)),
          few(arbitraryAttempt),
          few(few(arbitraryEntry)),
          fc.integer({ min: 0, max: 8.64e15 }),
          async (accounts, links, attempts, entries, at) => {
            const written = await joinChunks(
              writeExportFile({ at, accounts, links, attempts, entries }),
            );
            const file = readGood(written);
            const read = {
              accounts: good(fileRows.account, file.accounts),
              links: good(fileRows.link, file.links),
              attempts: good(fileRows.attempt, file.attempts),
              entries: good(fileRows.entry, file.library),
            };
            expect(read).toEqual({
              accounts,
              links: links.flat(),
              attempts,
              entries: entries.flat(),
            });
            // And nothing of it is lost on the way to the background.
            expect(decode(importedRows, read)).toEqual({ ok: true, value: read });
            const again = { at, ...read, links: [read.links], entries: [read.entries] };
            expect(await joinChunks(writeExportFile(again))).toBe(written);
          },
        ),
        { numRuns: 500 },
      ),
    60_000,
  );

  test("says what it is, marks its links as secrets, and has a line for each row", async () => {
    const links = [[createLink(), createLink({ key: "k2" })]];
    const written = await joinChunks(writeExportFile({ ...nothing, at: 1_700_000_000_000, links }));
    const file = JSON.parse(written);
    expect(file).toMatchObject({ earmark: 1, exportedAt: "2023-11-14T22:13:20.000Z" });
    expect(file.notice).toContain("secrets");
    expect(file.links).toMatchObject([{ secret: true }, { secret: true }]);
    expect(written.split("\n").filter((line) => line.includes('"secret":true'))).toHaveLength(2);
  });

  test("holds no key, no raw answer and nothing else that is not named", async () => {
    const canary = { canary: "canary", key2: "canary" };
    const raw = { status: 200, body: "canary", complete: true };
    const settings = { organization: "org", key: "canary", ["__proto__"]: "canary" };
    const written = await joinChunks(
      writeExportFile({
        at: 0,
        accounts: [{ ...account, ...canary, settings }],
        links: [[{ ...createLink(), ...canary }]],
        attempts: [{ ...createAttempt({ state: "unknown", raw, reserve: "canary" }), ...canary }],
        entries: [[{ ...createEntry(), ...canary }]],
      }),
    );
    expect(written).toContain('"organization":"org"');
    expect(written).not.toContain("canary");
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
  ])("%.40s is not read, but said to be what it is: %s", (written, kind) => {
    expect(readExportFile(written)).toMatchObject({ ok: false, fault: { kind } });
  });

  test("that is too large, or has too many rows, is not read", () => {
    const many = `{"earmark":1,"library":[${"0,".repeat(MOST_ROWS)}0]}`;
    const fault = { kind: "malformed", where: "library" };
    expect(readExportFile(many)).toEqual({ ok: false, fault });
    const huge = { length: MOST_CHARACTERS + 1 } as string;
    expect(readExportFile(huge)).toEqual({ ok: false, fault: { kind: "too-big" } });
  });

  test("of a newer version names it", () => {
    const fault = { kind: "newer", version: FILE_VERSION + 1 };
    expect(readExportFile(`{"earmark":${FILE_VERSION + 1}}`)).toEqual({ ok: false, fault });
  });

  test("need not have every list, and may have more than we know", () => {
    const file = { accounts: [], links: [], attempts: [], library: [] };
    expect(readGood('{"earmark":1,"later":[1]}')).toEqual(file);
  });
});

const row = async () => {
  const links = [[createLink({ url: "https://x/s/1", expiresAt: 5, revokedAt: 6 })]];
  return readGood(await joinChunks(writeExportFile({ ...nothing, links }))).links[0] as object;
};

describe("a row", () => {
  const wrongs = [
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
  test.each(wrongs)("is refused where it has %s", async (_name, wrong) => {
    expect(decode(fileRows.link, await row()).ok).toBe(true);
    expect(decode(fileRows.link, { ...(await row()), ...wrong })).toMatchObject({
      ok: false,
      failure: { kind: "malformed" },
    });
  });

  test("takes a date of any time zone, and drops what it does not know", async () => {
    const other = { createdAt: "2026-11-20T19:05:00+01:00", canary: 1, ["__proto__"]: { x: 1 } };
    const read = good(fileRows.link, [{ ...(await row()), ...other }])[0];
    expect(read?.createdAt).toBe(Date.UTC(2026, 10, 20, 18, 5));
    expect(JSON.stringify(read)).not.toContain("canary");
    expect(Object.hasOwn(read ?? {}, "__proto__")).toBe(false);
  });
});
