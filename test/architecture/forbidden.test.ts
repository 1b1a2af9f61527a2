import { testRules } from "./assert-rules.ts";
import { withoutComments } from "./imports.ts";
import { isCode, isTest } from "./project-files.ts";
import type { Files } from "./project-files.ts";

/* What no source does, whatever its room. */

/** Keeps a count of writes in storage.local, and no secret. */
const WRITE_COUNTER = "src/background/storage/write-counter.ts";

/** Sources with what a pattern finds outside of comments. */
function findPattern(files: Files, pattern: RegExp, advice: string, exception?: string): string[] {
  return [...files]
    .filter(([path]) => /^(src|entrypoints)\//.test(path) && isCode(path) && !isTest(path))
    .filter(([path, source]) => path !== exception && pattern.test(withoutComments(source)))
    .map(([path]) => `${path}: ${advice}`);
}

const MARKUP =
  /\b(?:innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML)\b|\bdocument\.write\b/;
const findMarkup = (files: Files): string[] =>
  findPattern(files, MARKUP, "markup from a string; draw with Preact or lib/dom.ts");
const findSync = (files: Files): string[] =>
  findPattern(
    files,
    /\bstorage\??\.sync\b/,
    "storage.sync leaves the device; keep it with src/store",
  );

testRules([
  {
    name: "no markup from strings",
    find: findMarkup,
    bad: { "src/i18n/a.ts": "node.innerHTML = text;" },
  },
  {
    name: "no raw markup in Preact",
    find: findMarkup,
    bad: { "src/app/a.tsx": "<b dangerouslySetInnerHTML={x} />" },
  },
  {
    name: "no code from strings",
    find: (files) =>
      findPattern(
        files,
        /(?<![.\w$])eval\s*\(|\bnew Function\b/,
        "code from a string; write a function",
      ),
    bad: { "src/app/a.ts": 'eval("1")' },
  },
  {
    name: "no storage.local",
    find: (files) =>
      findPattern(
        files,
        /\bstorage\??\.local\b/,
        "content scripts can read storage.local; keep it with src/store",
        WRITE_COUNTER,
      ),
    bad: {
      "src/app/a.ts": "browser.storage.local.set({});",
      [WRITE_COUNTER]: "browser.storage.local.get();",
    },
  },
  {
    name: "no storage.sync",
    find: findSync,
    bad: { "src/app/a.ts": "browser.storage.sync.get();" },
  },
  {
    name: "no storage.sync where storage.local may be used",
    find: findSync,
    bad: { [WRITE_COUNTER]: "browser.storage.sync.set({}); browser.storage.local.get();" },
  },
]);
