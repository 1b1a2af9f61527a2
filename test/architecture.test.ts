import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { filesUnder } from "../scripts/sizes.ts";
import * as rules from "./architecture.ts";
import type { Files } from "./imports.ts";

/** Which rooms each room may import: the table of the design, as the compiler reads it. */
const rooms: rules.Rooms = {
  shared: [],
  model: ["shared"],
  i18n: ["model", "shared"],
  http: ["model", "shared"],
  metadata: ["model", "shared"],
  providers: ["model", "http", "shared"],
  store: ["model", "shared"],
  "export-file": ["model", "providers", "shared"],
  messages: ["model", "export-file", "shared"],
  background: ["model", "http", "providers", "store", "messages", "export-file", "shared"],
  content: ["model", "i18n", "providers", "messages", "shared"],
  app: ["model", "i18n", "providers", "messages", "store", "export-file", "shared"],
  player: ["shared"],
};

/** Which rooms may import each package. */
const drawing = ["i18n", "app", "content", "player"];
const speaking = ["messages", "background", "content", "app", "i18n"];
const packages: rules.Rooms = {
  preact: drawing,
  "@preact/signals": drawing,
  "@preact/signals-core": ["player"],
  idb: ["store"],
  wxt: speaking,
};

/** Where reading starts: doors, scripts, tests, settings of tools. */
const roots = [
  /^entrypoints\//,
  /^src\/player\/entries\/player\.ts$/,
  /^scripts\/(start|dev|build|test|bench|zip|screenshot)\.ts$/,
  /^sandbox\/music\/(?:render|peaks)\.ts$/, // run by hand
  /\.config\.ts$/,
  /\.d\.ts$/,
];

function projectFiles(): Files {
  const inFolders = ["src", "entrypoints", "scripts", "test", "sandbox"].flatMap(filesUnder);
  const atTop = readdirSync(".").filter((name) => name.endsWith(".ts"));
  const paths = [...inFolders, ...atTop].filter((path) => /\.(tsx?|css|html)$/.test(path));
  return new Map(paths.map((path) => [path, readFileSync(path, "utf8")]));
}

type Rule = (files: Files) => string[];
type Case = readonly [name: string, rule: Rule, planted: Readonly<Record<string, string>>];

const long = (lines: number): string => "x;\n".repeat(lines);

/** Each rule, with something planted that it must find. */
const cases: readonly Case[] = [
  [
    "rooms import only what their row allows",
    (files) => rules.strangers(files, rooms),
    {
      "src/content/a.ts": 'import { key } from "../store/keys.ts";',
    },
  ],
  [
    "lazy imports obey the same table",
    (files) => rules.strangers(files, rooms),
    {
      "src/model/a.ts": 'const view = await import("../app/view.ts");',
    },
  ],
  [
    "type imports obey the same table",
    (files) => rules.strangers(files, rooms),
    {
      "src/player/a.ts": 'import type { Client } from "../http/client.ts";',
    },
  ],
  ["every room is in the table", (files) => rules.strangers(files, rooms), { "src/misc/a.ts": "" }],
  [
    "packages stay in the rooms that own them",
    (files) => rules.strayPackages(files, packages),
    {
      "src/app/a.ts": 'import { openDB } from "idb";',
    },
  ],
  [
    "no file is an orphan",
    (files) => rules.orphans(files, roots),
    {
      "src/model/lonely.ts": "export const a = 1;",
      "src/model/lonely.test.ts": 'import { a } from "./lonely.ts";',
    },
  ],
  [
    "no file is over 250 lines",
    (files) => rules.tooLong(files, 250),
    { "src/model/a.ts": long(251) },
  ],
  [
    "the median is at most 60 lines",
    (files) => rules.longMedian(files, 60),
    { "src/model/a.ts": long(61) },
  ],
  ["no name is vague", rules.vagueNames, { "src/model/track-utils.ts": "" }],
  ["no folder is vague", rules.vagueNames, { "src/core/track.ts": "" }],
  ["src is at most three folders deep", rules.tooDeep, { "src/app/views/list/rows/row.ts": "" }],
  [
    "entrypoints are at most 15 lines",
    (files) => rules.fatEntrypoints(files, 15),
    { "entrypoints/a.ts": long(16) },
  ],
  [
    "only http and the player make requests",
    (files) => rules.strayFetch(files, ["http", "player"]),
    {
      "src/background/a.ts": 'await fetch("https://example.com");',
    },
  ],
  [
    "only rooms in the browser use its interfaces",
    (files) => rules.strayBrowser(files, speaking),
    {
      "src/store/a.ts": "browser.runtime.reload();",
    },
  ],
  ["no markup from strings", rules.forbiddenWords, { "src/i18n/a.ts": "node.innerHTML = text;" }],
  [
    "no raw markup in Preact",
    rules.forbiddenWords,
    { "src/app/a.tsx": "<b dangerouslySetInnerHTML={x} />" },
  ],
  ["no code from strings", rules.forbiddenWords, { "src/app/a.ts": 'eval("1")' }],
  ["no storage.local", rules.forbiddenWords, { "src/app/a.ts": "browser.storage.local.set({});" }],
  [
    "no storage.sync, wherever",
    rules.forbiddenWords,
    {
      "src/background/storage/write-counter.ts":
        "browser.storage.sync.set({}); browser.storage.local.get();",
    },
  ],
  ["no storage.sync", rules.forbiddenWords, { "src/app/a.ts": "browser.storage.sync.get();" }],
];

describe("the shape of the project", () => {
  const files = projectFiles();
  it.each(cases)("%s", (_name, rule) => {
    expect(rule(files)).toEqual([]);
  });
});

describe("each rule can fail", () => {
  it.each(cases)("%s", (_name, rule, planted) => {
    expect(rule(new Map(Object.entries(planted)))).toHaveLength(1);
  });

  it("finds nothing in a source that keeps the rules, and reads past comments and words", () => {
    const files = new Map([
      ["entrypoints/a.ts", 'import { b } from "../src/background/b.ts";'],
      [
        "src/background/b.ts",
        '// fetch( innerHTML\nimport { c } from "../model/c.ts";\nsay("fetch(it)", "chrome.x");',
      ],
      ["src/model/c.ts", "/* eval( */ export const c = client.fetch(1);"],
    ]);
    expect(cases.flatMap(([, rule]) => rule(files))).toEqual([]);
  });
});
