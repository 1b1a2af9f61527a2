import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { joinChunks } from "../../test/kits/arbitrary-rows.ts";
import { account, createLink, createAttempt, createEntry } from "../../test/kits/rows.ts";
import { decode } from "../shared/decode.ts";
import type { Decoder } from "../shared/decode.ts";
import { fileRows, readExportFile } from "./read-file.ts";
import { writeExportFile } from "./write-file.ts";

const hostileValues: readonly fc.JsonValue[] = [
  "javascript:0",
  "__proto__",
  "constructor",
  "",
  1e308,
  -1,
  "9".repeat(9000),
  "\ud800",
  [],
  {},
  null,
  true,
  "2026-11-20T18:05:00Z",
  "https://x",
  { ["__proto__"]: { x: 1 } },
];

describe("10,000 hostile files", () => {
  test("give valid rows or a reason", async () => {
    const parts = { accounts: [account], links: [[createLink()]], attempts: [createAttempt()] };
    const seed = await joinChunks(writeExportFile({ at: 0, ...parts, entries: [[createEntry()]] }));
    const names = [...new Set([...seed.matchAll(/"(\w+)":/g)].map(([, name]) => name as string))];
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 3 }).filter((some) => some !== undefined),
      fc.constantFrom(...hostileValues),
    );
    const change = fc.oneof(
      // The value of one field is replaced.
      fc.tuple(fc.constantFrom(...names), value).map(([name, other]) => {
        const each = JSON.parse(seed, function replaceValue(key, original) {
          return key === name ? other : original;
        });
        return JSON.stringify(each);
      }),
      // A part of the text is replaced.
      fc
        .tuple(fc.nat(seed.length), fc.nat(40), fc.string())
        .map(([from, cut, put]) => seed.slice(0, from) + put + seed.slice(from + cut)),
      value.map((any) => JSON.stringify(any)),
      fc.string(),
    );
    const before = JSON.stringify(Object.getOwnPropertyNames(Object.prototype));
    const alertMock = vi.fn();
    vi.stubGlobal("alert", alertMock);
    let read = 0;
    fc.assert(
      fc.property(change, (written) => {
        const file = readExportFile(written);
        if (!file.ok) return void expect(file.fault.kind).toMatch(/^(not-ours|newer|malformed)$/);
        read++;
        const { accounts, links, attempts, library } = file.value;
        for (const [decoder, raws] of [
          [fileRows.account, accounts],
          [fileRows.link, links],
          [fileRows.attempt, attempts],
          [fileRows.entry, library],
        ] as [Decoder<object>, unknown[]][]) {
          for (const raw of raws) {
            const row = decode(decoder, raw);
            if (!row.ok) expect(row.failure.kind).toBe("malformed");
            else
              expect(JSON.stringify(row.value)).not.toMatch(
                /"(url|embedUrl|artwork|origin)":"(?!https?:)/,
              );
          }
        }
      }),
      { numRuns: 10_000 },
    );
    expect(read).toBeGreaterThan(2000);
    expect(alertMock).not.toHaveBeenCalled();
    expect(JSON.stringify(Object.getOwnPropertyNames(Object.prototype))).toBe(before);
    vi.unstubAllGlobals();
  }, 60_000);
});
