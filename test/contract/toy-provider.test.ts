import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

/* A fifth provider is a folder and a line in each list: what it needs, the compiler asks for by name. */

const copy = mkdtempSync(join(tmpdir(), "earmark-toy-"));
afterAll(() => rmSync(copy, { recursive: true }));

/** Files with errors of the type checker, without those of the tests. */
function complaints(): string[] {
  const { stdout } = spawnSync("tsc", ["-b", "--force", "--pretty", "false"], {
    cwd: copy,
    encoding: "utf8",
  });
  return [
    ...new Set(Array.from(stdout.matchAll(/^([^\s(]+)\(/gm), ([, file = ""]) => file)),
  ].toSorted();
}

function edit(file: string, from: string | RegExp, to: string): void {
  const path = join(copy, file);
  const before = readFileSync(path, "utf8");
  const after = before.replace(from, to);
  expect(after, `${file} has no ${String(from)}`).not.toBe(before);
  writeFileSync(path, after);
}

/** Adds an import and the entry of the new service to a list of services. */
function addLine(list: string, imported: string, entry: string): void {
  edit(list, /^/, `${imported}\n`);
  edit(list, /\n};/, `\n  ${entry}\n};`);
}

/** The files of a service with one request and no account page. */
const toy = {
  adapter: `import { list, anything, record } from "../../shared/decode.ts";
import { path } from "../../http/path.ts";
import { ok } from "../../model/failure.ts";
import type { Provider } from "../contract/adapter.ts";
export const toy = {
  id: "toy",
  check: async ({ client }) => {
    const made = await client.send({ method: "GET", path: path\`/toys\`, decode: record({ toys: list(anything) }) });
    return made.ok ? ok(undefined) : made;
  },
} satisfies Provider;
`,
  hosts: `import type { ProviderHosts } from "../contract/hosts.ts";
export const toyHosts: ProviderHosts = { origins: ["https://toy.example"], sites: [] };
`,
  // Its forms are those of Aitronos; a real one has its own.
  facts: `import type { ProviderFacts } from "../contract/facts.ts";
import { aitronosFacts } from "../aitronos/facts.ts";
import { toyHosts } from "./hosts.ts";
export const toyFacts: ProviderFacts = { ...aitronosFacts, name: "Toy", ...toyHosts };
`,
  "page-examples": `import type { PageExamples } from "../contract/page-examples.ts";
export const toyExamples: PageExamples = { tracks: {}, links: [], others: [] };
`,
};

test("one line asks for hosts, facts, example pages and the adapter, and nothing else; then it is a provider", () => {
  for (const part of [
    "src",
    "entrypoints",
    "scripts",
    "public",
    ".wxt",
    "types",
    "wxt.config.ts",
    ...readdirSync(".").filter((name) => /^tsconfig.*\.json$/.test(name)),
  ]) {
    cpSync(part, join(copy, part), {
      recursive: true,
      filter: (file) =>
        !/\.test\.tsx?$/.test(file) &&
        !/scripts.(start|dev|test|bench|demo|screenshot)\.ts$/.test(file),
    });
  }
  symlinkSync(join(process.cwd(), "node_modules"), join(copy, "node_modules"));
  expect(complaints()).toEqual([]);

  edit("src/model/provider-id.ts", '"web"]', '"web", "toy"]');
  expect(complaints()).toEqual([
    "src/providers/adapters.ts",
    "src/providers/facts.ts",
    "src/providers/hosts.ts",
    "src/providers/page-examples.ts",
  ]);

  mkdirSync(join(copy, "src/providers/toy"));
  for (const [name, text] of Object.entries(toy)) {
    writeFileSync(join(copy, `src/providers/toy/${name}.ts`), text);
  }
  addLine("src/providers/adapters.ts", 'import { toy } from "./toy/adapter.ts";', "toy,");
  for (const [list, part] of [
    ["hosts", "Hosts"],
    ["facts", "Facts"],
    ["page-examples", "Examples"],
  ]) {
    const line = `import { toy${part} } from "./toy/${list}.ts";`;
    addLine(`src/providers/${list}.ts`, line, `toy: toy${part},`);
  }
  expect(complaints()).toEqual([]);

  const shown = spawnSync(
    "node",
    [
      "-e",
      'import("./scripts/manifest.ts").then((m) => console.log(JSON.stringify(m.manifest("chrome", "build", { origins: [], playerUrl: "", playerIntegrity: "", demoAccounts: [] }))))',
    ],
    { cwd: copy, encoding: "utf8" },
  );
  const manifest = JSON.parse(shown.stdout) as Record<string, unknown>;
  expect(manifest.optional_host_permissions).toContain("https://toy.example/*");
  expect(JSON.stringify(manifest.content_security_policy)).toContain("https://toy.example");
}, 60_000);
