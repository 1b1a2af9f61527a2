import {
  importGraph,
  importsOf,
  reachable,
  withoutComments,
  withoutQuotes,
  type Files,
} from "./imports.ts";

/* Each rule takes files and gives its breaches in words: which file, and what to do. No breach, no words. */

/** Which rooms of src each room may import. */
export type Rooms = Readonly<Record<string, readonly string[]>>;

const isTest = (path: string): boolean => /\.(test|spec)\.tsx?$/.test(path);
const isCode = (path: string): boolean => /\.tsx?$/.test(path);
const isSetting = (path: string): boolean => path.endsWith(".config.ts");
const isPackage = (name: string): boolean =>
  !/^(src|entrypoints|scripts|test|sandbox|public)\//.test(name);
const roomOf = (path: string): string | undefined => /^src\/([^/]+)\//.exec(path)?.[1];
const linesOf = (source: string): number => source.replace(/\n$/, "").split("\n").length;

function shipped(files: Files): [string, string][] {
  return [...files].filter(
    ([path]) => path.startsWith("src/") && isCode(path) && !isTest(path) && !isSetting(path),
  );
}

/** A room imports only the rooms its row allows. */
export function strangers(files: Files, rooms: Rooms): string[] {
  return shipped(files).flatMap(([path, source]) => {
    const room = roomOf(path);
    const row = room === undefined ? undefined : rooms[room];
    if (room === undefined) return [`${path}: belongs to no room; move it into a folder of src`];
    if (row === undefined)
      return [`${path}: src/${room} is not in the table of rooms; add its row`];
    return importsOf(path, source)
      .filter((target) => /^(src|entrypoints|scripts|test|sandbox)\//.test(target))
      .filter((target) => roomOf(target) !== room && !row.includes(roomOf(target) ?? ""))
      .map(
        (target) =>
          `${path}: may not import ${target}; ${room} may use ${row.join(", ") || "no other room"}`,
      );
  });
}

/** A package is imported only by the rooms that need it. */
export function strayPackages(files: Files, packages: Rooms): string[] {
  return shipped(files).flatMap(([path, source]) =>
    importsOf(path, source)
      .filter(isPackage)
      .filter((name) => !packages[name]?.includes(roomOf(path) ?? ""))
      .map(
        (name) =>
          `${path}: may not import the package ${name}; ask the room that owns it, or argue for a new row`,
      ),
  );
}

/** Every file is reached from a root; for what ships, its own test does not count. */
export function orphans(files: Files, roots: readonly RegExp[]): string[] {
  const graph = importGraph(files);
  const starts = [...files.keys()].filter((path) => roots.some((root) => root.test(path)));
  const tests = [...files.keys()].filter(isTest);
  return [...files.keys()]
    .filter((path) => !isTest(path) && (isCode(path) || path.startsWith("src/")))
    .filter((path) => {
      const own = path.startsWith("src/") ? path.replace(/\.tsx?$/, ".test") : undefined;
      const others = tests.filter((test) => test.replace(/\.tsx?$/, "") !== own);
      return !reachable(graph, [...starts, ...others]).has(path);
    })
    .map((path) => `${path}: nothing imports it; use it or delete it`);
}

/** No file is longer than this. */
export function tooLong(files: Files, most: number): string[] {
  return [...files]
    .filter(([path, source]) => isCode(path) && linesOf(source) > most)
    .map(
      ([path, source]) =>
        `${path}: ${linesOf(source)} lines, at most ${most}; split it by what it is about`,
    );
}

/** Half of the files are no longer than this. */
export function longMedian(files: Files, most: number): string[] {
  const lengths = [...files].filter(([path]) => isCode(path)).map(([, source]) => linesOf(source));
  const median = lengths.toSorted((a, b) => a - b)[Math.floor(lengths.length / 2)] ?? 0;
  return median > most
    ? [`all files: the median is ${median} lines, at most ${most}; split the longest`]
    : [];
}

const banned = /^(util|helper|common|core|manager|service|data|info|base)s?$/i;

/** Names say what a thing is about. */
export function vagueNames(files: Files): string[] {
  return [...files.keys()].flatMap((path) =>
    path
      .split(/[/.-]|(?<=[a-z])(?=[A-Z])/)
      .filter((word) => banned.test(word))
      .map((word) => `${path}: "${word}" says nothing; name it after what it is about`),
  );
}

/** `src/room/folder/folder/file` is as deep as it gets. */
export function tooDeep(files: Files): string[] {
  return [...files.keys()]
    .filter((path) => path.startsWith("src/") && path.split("/").length > 5)
    .map((path) => `${path}: more than three folders under src; move it up`);
}

/** An entrypoint opens a door and does nothing else. */
export function fatEntrypoints(files: Files, most: number): string[] {
  return [...files]
    .filter(
      ([path, source]) => path.startsWith("entrypoints/") && isCode(path) && linesOf(source) > most,
    )
    .map(([path]) => `${path}: over ${most} lines; move what it does into the room it starts`);
}

/** Only these rooms speak HTTP. */
export function strayFetch(files: Files, rooms: readonly string[]): string[] {
  const call =
    /(?<![.\w$])fetch\s*\(|\b(?:globalThis|window|self)\.fetch\b|\bXMLHttpRequest\b|\bsendBeacon\b/;
  return shipped(files)
    .filter(
      ([path, source]) => !rooms.includes(roomOf(path) ?? "") && call.test(withoutQuotes(source)),
    )
    .map(([path]) => `${path}: requests are made in src/${rooms.join(" and src/")} only`);
}

/** Only these rooms use the browser's extension interfaces. */
export function strayBrowser(files: Files, rooms: readonly string[]): string[] {
  const use = /(?<![.\w$])(?:browser|chrome)\??\.\w/;
  return shipped(files)
    .filter(
      ([path, source]) => !rooms.includes(roomOf(path) ?? "") && use.test(withoutQuotes(source)),
    )
    .map(([path]) => `${path}: "browser." belongs to ${rooms.join(", ")}; pass in what it needs`);
}

/** The one file that may use what the rule below forbids: a count of writes, no secret. */
const COUNTER = "src/background/storage/write-counter.ts";

const forbidden: Readonly<Record<string, RegExp>> = {
  "markup from a string":
    /\b(?:innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML)\b|\bdocument\.write\b/,
  "code from a string": /(?<![.\w$])eval\s*\(|\bnew Function\b/,
  "storage that leaves the device": /\bstorage\??\.sync\b/,
  "storage that other contexts can read": /\bstorage\??\.local\b/,
};

/** What no source may do, whatever the room. */
export function forbiddenWords(files: Files): string[] {
  return [...files]
    .filter(([path]) => /^(src|entrypoints)\//.test(path) && isCode(path) && !isTest(path))
    .flatMap(([path, source]) =>
      Object.entries(forbidden)
        .filter(([, pattern]) => pattern.test(withoutComments(source)))
        .filter(([what]) => !(path === COUNTER && what.startsWith("storage that other")))
        .map(([what]) => `${path}: ${what}; draw with Preact, keep things in src/store`),
    );
}
