import { posix } from "node:path";

/** Path of each file, from the project's folder, to its text. */
export type Files = ReadonlyMap<string, string>;

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

const statements = [
  /\b(?:import|export)\b[^"';]*?\bfrom\s*["']([^"']+)["']/g,
  /\bimport\s*\(?\s*["']([^"']+)["']/g,
  /\bnew URL\(\s*["'](\.[^"']+)["'],\s*import\.meta\.url/g,
];

/** What a file names as needed: files as paths from the project's folder, packages as `idb` or `@preact/signals`. */
export function importsOf(path: string, source: string): string[] {
  const code = path.endsWith(".html") ? source : withoutComments(source);
  const patterns = path.endsWith(".html") ? [/\b(?:src|href)="([^":]+)"/g] : statements;
  const named = patterns.flatMap((pattern) =>
    [...code.matchAll(pattern)].map((found) => found[1] ?? ""),
  );
  return [...new Set(named)].map((name) => resolved(path, name.replace(/\?.*$/, "")));
}

function resolved(from: string, name: string): string {
  if (name.startsWith(".") || from.endsWith(".html")) return posix.join(posix.dirname(from), name);
  return name
    .split("/")
    .slice(0, name.startsWith("@") ? 2 : 1)
    .join("/");
}

/** What each file imports; read once, as walks from many roots share it. */
export function importGraph(files: Files): ReadonlyMap<string, readonly string[]> {
  return new Map([...files].map(([path, source]) => [path, importsOf(path, source)]));
}

/** Every file that can be reached from these by imports, those included. */
export function reachable(
  graph: ReturnType<typeof importGraph>,
  roots: Iterable<string>,
): Set<string> {
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
