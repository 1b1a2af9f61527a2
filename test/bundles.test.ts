import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { listFiles, measureSizes, findOverBudget, findPopupFiles } from "../scripts/build-sizes.ts";
import { failpoints } from "../src/model/failpoint.ts";
import { built, output } from "./built.ts";

describe("what ships is small", () => {
  test.each(measureSizes(output).map((size) => [size.name, size] as const))("%s", (_name, size) => {
    expect(findOverBudget(size)).toEqual([]);
  });

  test("a row over its budget is found", () => {
    const heavy = { name: "x", raw: 11, gzip: 5, budget: { raw: 10, gzip: 5 } };
    expect(findOverBudget(heavy)).toEqual(["x: 11 bytes raw, allowed 10"]);
  });

  test("everything the popup imports before it paints is counted, nothing that waits", () => {
    const folder = mkdtempSync(join(tmpdir(), "earmark-popup-"));
    const files = {
      "popup.html":
        '<link rel="stylesheet" href="/assets/a.css"><link rel="modulepreload" href="/chunks/p.js"><script type="module" src="/chunks/m.js"></script>',
      "chunks/m.js": 'import{a as b}from"./s.js";import"./t.js";const c=()=>import("./lazy.js");',
      "chunks/s.js": 'export*from"./u.js"',
    };
    mkdirSync(join(folder, "chunks"));
    for (const name of ["p", "t", "u", "lazy"])
      writeFileSync(join(folder, "chunks", `${name}.js`), "");
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const { js, css } = findPopupFiles(join(folder, "popup.html"));
    rmSync(folder, { recursive: true });
    expect(js.map((file) => file.at(-4)).toSorted()).toEqual(["m", "p", "s", "t", "u"]);
    expect(css).toEqual([join(folder, "assets/a.css")]);
  });
});

describe("what ships keeps to its place", () => {
  test("no script holds a library that no file imports", () => {
    const scripts = listFiles(`${output}/chrome-mv3`).filter((file) => file.endsWith(".js"));
    const guilty = scripts.filter((file) =>
      built(file.slice(output.length + 1)).includes("@wxt-dev/storage"),
    );
    expect(guilty).toEqual([]);
  });

  test("the buttons on a page know no service's requests", () => {
    expect(built("chrome-mv3/track-page.js")).not.toMatch(
      /X-API-Key|\/v1\/music|\bfetch\(|XMLHttpRequest|indexedDB/i,
    );
  });

  test("nothing in the extension makes code from text", () => {
    const scripts = listFiles(`${output}/chrome-mv3`).filter((file) => file.endsWith(".js"));
    expect(scripts.length).toBeGreaterThan(2);
    const guilty = scripts.filter((file) =>
      /(?<![.\w$])eval\(|new Function\(/.test(built(file.slice(output.length + 1))),
    );
    expect(guilty).toEqual([]);
  });

  test("a published build knows no sandbox", () => {
    const scripts = listFiles(`${output}/chrome-mv3`).map((file) => file.slice(output.length + 1));
    expect(scripts.filter((file) => /127\.0\.0\.1|Sandbox ·|ak_sandbox/.test(built(file)))).toEqual(
      [],
    );
  });

  test("a published build has no failpoints", () => {
    const background = built("chrome-mv3/background.js");
    expect(failpoints.filter((at) => background.includes(at))).toEqual([]);
    expect(background).not.toContain("stopAt");
  });

  test("the player keeps nothing in the page's browser", () => {
    expect(built("widget/earmark-player.js")).not.toMatch(
      /localStorage|sessionStorage|\.cookie|indexedDB|(?<![.\w$])eval\(|new Function\(/,
    );
  });
});
