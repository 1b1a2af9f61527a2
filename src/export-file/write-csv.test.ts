import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCsv } from "../../test/kits/read-csv.ts";
import { createLink, createEntry } from "../../test/kits/rows.ts";
import { CSV_MARK, toCsvLine, toEntryCells, toLinkCells } from "./write-csv.ts";

describe("a line of CSV", () => {
  test.each([
    [["a", "b c", ""], "a,b c,\r\n"],
    [["a", null, "b"], "a,,b\r\n"],
    [['say "so"', "a,b", "a\nb", "a\rb"], '"say ""so""","a,b","a\nb","a\rb"\r\n'],
  ])("%j is formatted as in RFC 4180", (cells, line) => {
    expect(toCsvLine(cells)).toBe(line);
  });

  test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "－1", "＋1", "＠a"])(
    "%j gets an apostrophe, so that it is not a formula",
    (cell) => {
      const [[read] = []] = readCsv(toCsvLine([cell]));
      expect(read).toBe(`'${cell}`);
    },
  );

  test.each(["a=1", "1-1", "'quoted", "https://x/?a=1", " =1"])("%j stays as it is", (cell) => {
    expect(toCsvLine([cell])).toBe(`${cell}\r\n`);
  });

  test("can be read back, whatever it contains, and no cell begins a formula", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.array(fc.string({ unit: fc.constantFrom(..."=+-@\t\r\n\",;'ab é") }), {
            minLength: 2,
            maxLength: 4,
          }),
          {
            minLength: 1,
          },
        ),
        (rows) => {
          const read = readCsv(rows.map(toCsvLine).join(""));
          expect(read).toEqual(rows.map((row) => row.map(withApostrophe)));
          expect(read.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test("CSV_MARK is the byte order mark of UTF-8", () => {
    expect([...new TextEncoder().encode(CSV_MARK)]).toEqual([0xef, 0xbb, 0xbf]);
  });
});

describe("the columns", () => {
  test("of a link", () => {
    const track = { ...createLink().track, title: "Night Bus" };
    const times = { createdAt: 0, expiresAt: 86_400_000, revokedAt: null };
    const asked = { ...createLink().asked, name: "For the choir" };
    expect(toLinkCells(createLink({ ...times, track, asked, url: "https://x/s/1" }))).toEqual([
      "Night Bus",
      "Aitronos Music",
      "https://x/s/1",
      "1970-01-01T00:00:00.000Z",
      "1970-01-02T00:00:00.000Z",
      null,
      "link-only",
      "For the choir",
    ]);
  });

  test("of a saved track", () => {
    const page = { provider: "web", origin: "https://x", id: "https://x/song" } as const;
    expect(toEntryCells(createEntry({ ...page, artist: "Ada", savedAt: 0 }))).toEqual([
      "Song",
      "Ada",
      null,
      "Web",
      "https://x/song",
      "1970-01-01T00:00:00.000Z",
    ]);
  });
});

const withApostrophe = (cell: string): string =>
  cell !== "" && "=+-@\t\r\n".includes(cell.charAt(0)) ? `'${cell}` : cell;
