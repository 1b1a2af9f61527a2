import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { addRatio, interleave, median, medianOf } from "./bench/interleave-runs.ts";
import type { MissedLimit } from "./bench/interleave-runs.ts";
import { readOptions } from "./bench/read-options.ts";
import { drawTable, verdict } from "./bench/table.ts";

/* The bench's arithmetic and its words; what it measures, `npm run bench` measures. */

const file = (name: string): string =>
  readFileSync(new URL(`bench/peers/${name}`, import.meta.url), "utf8");

const columns = [
  { name: "ready", head: "ready ms", digits: 0 },
  { name: "ratio", head: "x", digits: 2 },
];

describe("figures", () => {
  test("the median is the middle, or the middle of the two in the middle", () => {
    expect([median([9, 1, 5]), median([4, 1, 2, 9]), median([])]).toEqual([5, 3, null]);
    expect(
      medianOf([
        { a: 1, b: 1 },
        { a: 3, b: null },
      ]),
    ).toEqual({ a: 2, b: null });
  });

  test("things take turns, the first round is thrown away, and who fails is named and left out", async () => {
    const [good, bad] = [{ title: "good" }, { title: "bad" }];
    const missed: MissedLimit[] = [];
    const order: string[] = [];
    const measured = await interleave(
      [good, bad],
      3,
      async ({ title }) => {
        order.push(title);
        if (title === "bad") throw new Error("no");
        return { ready: order.length === 1 ? 1000 : 5 };
      },
      missed,
    );
    expect(order).toEqual(["good", "bad", "good", "good", "good"]);
    expect([...measured]).toEqual([[good, { ready: 5 }]]);
    expect(missed).toEqual([{ title: "bad", why: new Error("no") }]);
  });

  test("ratios are those to one of them; without it there are none", () => {
    const measured = new Map([
      ["floor", { ready: 200 }],
      ["ours", { ready: 150 }],
    ]);
    expect(addRatio(measured, "ours", "ready", "x").get("floor")).toEqual({ ready: 200, x: 4 / 3 });
    expect(addRatio(measured, "gone", "ready", "x").get("ours")).toEqual({ ready: 150, x: null });
  });
});

describe("the table", () => {
  const row = { title: "ours", figures: { ready: 150, ratio: 1.104 }, limits: { ratio: 1.1 } };

  test("a gate is held against what is printed, and a figure that is missing does not meet it", () => {
    expect(verdict(row, columns)).toBe("met");
    expect(verdict({ ...row, figures: { ready: 150, ratio: 1.106 } }, columns)).toBe(
      "not met: x ≤ 1.1",
    );
    expect(verdict({ ...row, figures: { ready: 150, ratio: null } }, columns)).toBe(
      "not met: x ≤ 1.1",
    );
    expect(verdict({ ...row, limits: undefined }, columns)).toBe("");
  });

  test("columns stand below each other", () => {
    const floor = { title: "the floor", figures: { ready: 1500, ratio: null }, limits: undefined };
    expect(drawTable(columns, [floor, row]).split("\n")).toEqual([
      "           ready ms     x  gate",
      "the floor      1500     –",
      "ours            150  1.10  met",
    ]);
  });
});

describe("how it is asked for", () => {
  test("all tables and seven rounds, or quickly", () => {
    const all = ["load", "twenty", "stems"];
    expect(readOptions([])).toEqual({ rounds: 7, parts: all, build: true });
    const quick = { rounds: 3, parts: ["load", "twenty"], build: false };
    expect(readOptions(["--quick", "--no-build"])).toEqual(quick);
    expect(readOptions(["--only", "stems", "--rounds", "2"]).parts).toEqual(["stems"]);
  });

  test("what it does not know, it says", () => {
    expect(() => readOptions(["--only", "fast"])).toThrow('no table "fast"');
    expect(() => readOptions(["--rounds", "many"])).toThrow("no number of rounds");
  });
});

test("the other players are pinned exactly, and their lock names no registry", () => {
  const { dependencies } = JSON.parse(file("package.json")) as {
    dependencies: Record<string, string>;
  };
  expect(Object.values(dependencies).filter((version) => !/^\d/.test(version))).toEqual([]);
  expect(file("package-lock.json")).not.toMatch(/"resolved"/);
});
