import { posix } from "node:path";
import type { Files } from "./project-files.ts";

/** A source without its comments, so that a rule may be explained where it applies. */
export function withoutComments(source: string): string {
  const token =
    /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|\/\*[\s\S]*?\*\/|(?<!:)\/\/[^\n]*/g;
  return source.replaceAll(token, (_whole, text: string | undefined) => text ?? "");
}

/** A source without comments and without the words inside its quotes. */
export function withoutQuotes(source: string): string {
  return withoutComments(source).replaceAll(/"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/g, '""');
}

/** What one statement imports. */
export interface Import {
  /** A file as path from the project's folder, a package as `idb` or `@preact/signals`. */
  readonly target: string;
  /** The compiler removes it: nothing of it runs. */
  readonly typeOnly: boolean;
}

const statements = [
  /\b(?:import|export)\b(?<names>[^"';]*?)\bfrom\s*["'](?<target>[^"']+)["']/g,
  /(?<!["'])\bimport\s*\(?\s*["'](?<target>[^"']+)["']/g,
  /\bnew URL\(\s*["'](?<target>\.[^"']+)["'],\s*import\.meta\.url/g,
];
const links = [/\b(?:src|href)="(?<target>[^":]+)"/g];

/** Whether `{ type A, type B }` or `type { A }` has only types. */
function hasOnlyTypes(names: string): boolean {
  if (/^\s*type\b(?!\s*,)/.test(names)) return true;
  const [, list] = /^\s*\{(.*)\}\s*$/s.exec(names) ?? [];
  const each = list?.split(",").map((name) => name.trim()) ?? [];
  const named = each.filter(Boolean);
  return named.length > 0 && named.every((name) => /^type\s/.test(name));
}

/** Everything that a source or a page imports, also lazily and as a worker or a file beside it. */
export function readImports(path: string, source: string): Import[] {
  const code = path.endsWith(".html") ? source : withoutComments(source);
  const patterns = path.endsWith(".html") ? links : statements;
  return patterns.flatMap((pattern) =>
    Array.from(code.matchAll(pattern), ({ groups: { target = "", names = "" } = {} }) => ({
      target: resolveImport(path, target.replace(/\?.*$/, "")),
      typeOnly: hasOnlyTypes(names),
    })),
  );
}

/** The files and packages that a file imports, each once. */
export function listTargets(path: string, source: string): string[] {
  return [...new Set(readImports(path, source).map(({ target }) => target))];
}

function resolveImport(from: string, name: string): string {
  if (name.startsWith(".") || from.endsWith(".html")) return posix.join(posix.dirname(from), name);
  return name
    .split("/")
    .slice(0, name.startsWith("@") ? 2 : 1)
    .join("/");
}

/** Whether an import's target is a file of the project, not a package. */
export const isFile = (target: string): boolean =>
  /^(src|entrypoints|scripts|test|sandbox|public)\//.test(target);

/** What each file or folder imports. */
export type Graph = ReadonlyMap<string, readonly string[]>;

/** What each file imports. */
export function createImportGraph(files: Files): Graph {
  return new Map([...files].map(([path, source]) => [path, listTargets(path, source)]));
}

/** Every file that can be reached from these by imports, those included. */
export function findReachable(graph: Graph, roots: Iterable<string>): Set<string> {
  const seen = new Set<string>();
  const next = [...roots];
  for (let path = next.pop(); path !== undefined; path = next.pop()) {
    const targets = graph.get(path);
    if (targets === undefined || seen.has(path)) continue;
    seen.add(path);
    next.push(...targets);
  }
  return seen;
}
