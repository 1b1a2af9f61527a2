import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

/* A fifth provider is a file and a line: what else it needs, the compiler asks for by name. */

const copy = mkdtempSync(join(tmpdir(), "earmark-toy-"));
afterAll(() => rmSync(copy, { recursive: true }));

/** Files with errors of the type checker, without those of the tests. */
function complaints(): string[] {
  const { stdout } = spawnSync("tsc", ["--noEmit", "--pretty", "false"], {
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

test("one line asks for hosts, facts, example pages and the adapter, and nothing else; then it is a provider", () => {
  for (const part of [
    "src",
    "entrypoints",
    "scripts",
    "public",
    ".wxt",
    "wxt.config.ts",
    "tsconfig.json",
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
    "src/providers/contract/hosts.ts",
    "src/providers/facts.ts",
    "src/providers/page-examples.ts",
  ]);

  writeFileSync(
    join(copy, "src/providers/toy.ts"),
    `import { list, anything, record } from "../shared/decode.ts";
import { path } from "../http/path.ts";
import { ok } from "../model/failure.ts";
import type { Provider } from "./contract/adapter.ts";
export const toy = {
  id: "toy",
  check: async ({ client }) => {
    const made = await client.send({ method: "GET", path: path\`/toys\`, decode: record({ toys: list(anything) }) });
    return made.ok ? ok(undefined) : made;
  },
} satisfies Provider;
`,
  );
  edit(
    "src/providers/contract/hosts.ts",
    "  web: {",
    '  toy: { origins: ["https://toy.example"], sites: [] },\n  web: {',
  );
  edit(
    "src/providers/facts.ts",
    /(\n {2}aitronos: )(\{.*?\n {2}\},)/s,
    '$1$2\n  toy: { ...aitronosFacts, name: "Toy", ...providerHosts.toy },',
  );
  // The toy takes its forms from Aitronos; a real one writes its own.
  const facts = join(copy, "src/providers/facts.ts");
  const [, shape = ""] =
    /\n {2}aitronos: (\{.*?\n {2}\}),/s.exec(readFileSync(facts, "utf8")) ?? [];
  edit(
    "src/providers/facts.ts",
    "export const providerFacts",
    `const aitronosFacts: ProviderFacts = ${shape};\n\nexport const providerFacts`,
  );
  edit(
    "src/providers/page-examples.ts",
    "  web: {",
    "  toy: { tracks: {}, links: [], others: [] },\n  web: {",
  );
  edit("src/providers/adapters.ts", "  web,\n", "  web,\n  toy,\n");
  edit(
    "src/providers/adapters.ts",
    "import { web }",
    'import { toy } from "./toy.ts";\nimport { web }',
  );
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
