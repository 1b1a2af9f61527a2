import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";

/*
 * What has to be written for a new provider, permission or page rule. Each test writes it in a copy of the extension and
 * asks the TypeScript compiler which files are missing something.
 */

// The compiler runs up to three times in a test.
vi.setConfig({ testTimeout: 240_000 });

const copy = mkdtempSync(join(tmpdir(), "earmark-toy-"));
/** The text of each changed file before the test; null for a new file. */
const changed = new Map<string, string | null>();

beforeAll(() => {
  // No tests: their types are checked together with the sandbox.
  const skipped = /\.test\.tsx?$/;
  for (const path of [
    "src",
    "entrypoints",
    "public/_locales/en",
    ".wxt",
    "types",
    "scripts/manifest.ts",
    "tsconfig.options.json",
    ...projects,
  ]) {
    cpSync(path, join(copy, path), { recursive: true, filter: (file) => !skipped.test(file) });
  }
  symlinkSync(join(process.cwd(), "node_modules"), join(copy, "node_modules"));
});
afterEach(() => {
  for (const [file, before] of changed) {
    if (before === null) rmSync(join(copy, file));
    else writeFileSync(join(copy, file), before);
  }
  changed.clear();
});
afterAll(() => rmSync(copy, { recursive: true }));

/** The projects that import providers. They also check what they import of src/model. */
const projects = ["tsconfig.background.json", "tsconfig.app.json", "tsconfig.player.json"];

/** The files in which the compiler finds an error. */
function findErrors(): string[] {
  const args = ["-b", "--force", "--pretty", "false", ...projects];
  const { stdout, error } = spawnSync("tsc", args, { cwd: copy, encoding: "utf8" });
  if (error) throw error;
  const files = Array.from(stdout.matchAll(/^([^\s(]+)\(/gm), ([, file = ""]) => file);
  return [...new Set(files)].toSorted();
}

/** The value of a JavaScript expression in which `load("src/…")` imports a module of the copy. */
function evaluate(expression: string): unknown {
  const script = `
    globalThis.__EARMARK__ = { origins: [] };
    const load = (path) => import(\`./\${path}\`);
    console.log(JSON.stringify(await (async () => ${expression})()));`;
  const args = ["--input-type=module", "--eval", script];
  const { stdout, stderr } = spawnSync("node", args, { cwd: copy, encoding: "utf8" });
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout);
}

function edit(file: string, from: string | RegExp, to: string): void {
  const before = readFileSync(join(copy, file), "utf8");
  const after = before.replace(from, to);
  expect(after, `${file} has no ${String(from)}`).not.toBe(before);
  if (!changed.has(file)) changed.set(file, before);
  writeFileSync(join(copy, file), after);
}

function create(file: string, text: string): void {
  mkdirSync(dirname(join(copy, file)), { recursive: true });
  changed.set(file, null);
  writeFileSync(join(copy, file), text);
}

/** Adds a line to the end of the first object in the file. */
function addLine(file: string, line: string): void {
  edit(file, /\n};/, `\n  ${line}\n};`);
}

/** A provider with one request and no account page. */
const toyFiles = {
  adapter: `import { list, anything, record } from "../../shared/decode.ts";
import { path } from "../../http/encode-path.ts";
import { ok } from "../../model/failure.ts";
import type { Provider } from "../contract/adapter.ts";
export const toy = {
  id: "toy",
  check: async ({ client }) => {
    const listed = await client.send({ method: "GET", path: path\`/toys\`, decode: record({ toys: list(anything) }) });
    return listed.ok ? ok(undefined) : listed;
  },
} satisfies Provider;
`,
  hosts: `import type { ProviderHosts } from "../contract/hosts.ts";
export const toyHosts: ProviderHosts = { origins: ["https://toy.example"], sites: [] };
`,
  // The forms of Aitronos, for brevity.
  facts: `import type { ProviderFacts } from "../contract/facts.ts";
import { aitronosFacts } from "../aitronos/facts.ts";
import { toyHosts } from "./hosts.ts";
export const toyFacts: ProviderFacts = { ...aitronosFacts, name: "Toy", ...toyHosts };
`,
  "page-examples": `import type { PageExamples } from "../contract/page-examples.ts";
export const toyExamples: PageExamples = { tracks: {}, links: [], others: [] };
`,
};

test("a provider: its id asks for hosts, facts, page rule, example pages, player source and the adapter", () => {
  edit("src/model/provider-id.ts", '"web"]', '"web", "toy"]');
  expect(findErrors()).toEqual([
    "src/player/sources/index.ts",
    "src/providers/adapters.ts",
    "src/providers/facts.ts",
    "src/providers/hosts.ts",
    "src/providers/page-examples.ts",
    "src/providers/page-rules.ts",
  ]);

  for (const [name, text] of Object.entries(toyFiles)) create(`src/providers/toy/${name}.ts`, text);
  edit("src/providers/adapters.ts", /^/, 'import { toy } from "./toy/adapter.ts";\n');
  addLine("src/providers/adapters.ts", "toy,");
  for (const [list, part] of [
    ["hosts", "Hosts"],
    ["facts", "Facts"],
    ["page-examples", "Examples"],
  ]) {
    edit(`src/providers/${list}.ts`, /^/, `import { toy${part} } from "./toy/${list}.ts";\n`);
    addLine(`src/providers/${list}.ts`, `toy: toy${part},`);
  }
  addLine("src/providers/page-rules.ts", "toy: null,");
  addLine("src/player/sources/index.ts", "toy: null,");
  expect(findErrors()).toEqual([]);

  const manifest = evaluate(
    `(await load("scripts/manifest.ts")).createManifest("chrome", "build", { origins: [] })`,
  );
  expect(manifest).toMatchObject({
    optional_host_permissions: expect.arrayContaining(["https://toy.example/*"]),
    content_security_policy: { extension_pages: expect.stringContaining("https://toy.example") },
  });
});

test("a permission: three source files and its sentences", () => {
  edit("src/model/share-terms.ts", '"read-source"]', '"read-source", "print"]');
  expect(findErrors()).toEqual([
    "src/app/text/permission-names.ts",
    "src/providers/mixthat/permissions.ts",
  ]);

  addLine("src/app/text/permission-names.ts", 'print: "permission_print",');
  addLine(
    "src/providers/mixthat/permissions.ts",
    'print: { field: "allow_print", scope: /^tracks\\/print$/ },',
  );
  expect(findErrors()).toEqual(["src/app/text/permission-names.ts"]); // its sentences are missing
  edit(
    "public/_locales/en/messages.json",
    /^{/,
    '{ "permission_print": { "message": "Print" }, "permission_print_hint": { "message": "Print it." },',
  );
  expect(findErrors()).toEqual([]);
  expect([...changed.keys()].filter((file) => file.startsWith("src/"))).toHaveLength(3);

  expect(
    evaluate(`(await load("src/providers/facts.ts")).providerFacts.mixthat.terms.permissions`),
  ).toContain("print");
});

test("a page rule: one file and one line", () => {
  const address = "https://toy.example/track/1";
  const find = `(await load("src/providers/page-rules.ts")).findTrack("${address}")`;
  expect(evaluate(find)).toBeNull();

  create(
    "src/providers/web/page-rule.ts",
    `import type { PageRule } from "../contract/page-rule.ts";
const findTrack: PageRule["findTrack"] = ({ origin, pathname, href }) =>
  origin === "https://toy.example" && pathname.startsWith("/track/")
    ? { provider: "web", origin, id: href }
    : null;
export const web: PageRule = {
  findTrack,
  findTrackById: () => null,
  findShareLink: () => null,
  findPlacements: () => [],
};
`,
  );
  const list = "src/providers/page-rules.ts";
  edit(list, /^/, 'import { web } from "./web/page-rule.ts";\n');
  edit(list, "web: null,", "web,");
  expect(findErrors()).toEqual([]);
  expect([...changed.keys()]).toEqual(["src/providers/web/page-rule.ts", list]);
  expect(evaluate(find)).toEqual({ provider: "web", origin: "https://toy.example", id: address });
});
