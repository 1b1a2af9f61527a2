import { testRules } from "./assert-rules.ts";
import {
  createImportGraph,
  findReachable,
  isFile,
  listTargets,
  withoutComments,
  withoutQuotes,
} from "./imports.ts";
import { getRoom, isCode, isTest, selectShipped } from "./project-files.ts";
import type { Files } from "./project-files.ts";

/* Who may import whom: the folders of src are rooms on floors, and a room imports only from the floors below it. */

type Table = Readonly<Record<string, readonly string[]>>;

/** Each room of src with the rooms that it may import. From the lowest floor up: a row names only rooms above it. */
const rooms: Table = {
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
  player: ["providers", "shared"],
};

const drawing = ["i18n", "app", "content", "player"];
const speaking = ["messages", "background", "content", "app", "i18n"];

/** Each package that ships, with the rooms that may import it. */
const packages: Table = {
  preact: drawing,
  "@preact/signals": drawing,
  "@preact/signals-core": ["player"],
  idb: ["store"],
  wxt: speaking,
};

/** Where reading starts: entrypoints, scripts, settings of tools. */
const roots = [
  /^entrypoints\//,
  /^src\/player\/entries\/player\.ts$/,
  /^scripts\/(start|dev|build|test|test-one|bench|zip|screenshot)\.ts$/,
  /^sandbox\/music\/write-(?:audio|peaks)\.ts$/, // run by hand
  /\.config\.ts$/,
  /\.d\.ts$/,
];

/** Imports from a room that the table does not allow. */
function findForbiddenImports(files: Files, table: Table): string[] {
  return selectShipped(files).flatMap(([path, source]) => {
    const room = getRoom(path);
    if (room === undefined) return [`${path}: is in no room; move it into a folder of src`];
    const allowed = table[room];
    if (!allowed) return [`${path}: src/${room} is not in the table of rooms; add its row`];
    return listTargets(path, source)
      .filter((target) => isFile(target) && !target.startsWith("public/"))
      .filter((target) => getRoom(target) !== room && !allowed.includes(getRoom(target) ?? ""))
      .map(
        (target) =>
          `${path}: may not import ${target}; ${room} may use ${allowed.join(", ") || "no other room"}. ` +
          "Move what both need to a lower floor, or pass it in as an argument.",
      );
  });
}

/** Files of the services that get into the player besides their player sources and decoders. */
function findServiceCodeInPlayer(files: Files): string[] {
  const starts = [...files.keys()].filter((path) => getRoom(path) === "player" && !isTest(path));
  return [...findReachable(createImportGraph(files), starts)]
    .filter(
      (path) => getRoom(path) === "providers" && !/\/(?:decode|player)-[\w-]+\.ts$/.test(path),
    )
    .map((path) => `${path}: the player is built alone; move what it needs into a player source`);
}

/** Rows of the table that name a room on their own floor or above. */
function findUpwardRows(table: Table): string[] {
  const order = Object.keys(table);
  return order.flatMap((room, floor) =>
    (table[room] ?? [])
      .filter((used) => order.indexOf(used) >= floor)
      .map((used) => `${room}: ${used} is not below it; move its row, or do without`),
  );
}

/** Packages imported by a room that does not own them. */
function findForbiddenPackages(files: Files): string[] {
  return selectShipped(files).flatMap(([path, source]) =>
    listTargets(path, source)
      .filter((target) => !isFile(target) && !packages[target]?.includes(getRoom(path) ?? ""))
      .map(
        (name) => `${path}: may not import the package ${name}; use it in the room that owns it`,
      ),
  );
}

/** Files that nothing imports; for a file of src, its own test does not count. */
function findUnused(files: Files): string[] {
  const graph = createImportGraph(files);
  const starts = [...files.keys()].filter((path) => roots.some((root) => root.test(path)));
  const tests = [...files.keys()].filter(isTest);
  const used = findReachable(graph, starts);
  const isTested = (path: string): boolean => {
    const own = path.startsWith("src/") ? path.replace(/\.tsx?$/, ".test") : undefined;
    const others = tests.filter((file) => file.replace(/\.tsx?$/, "") !== own);
    return findReachable(graph, others).has(path);
  };
  return [...files.keys()]
    .filter((path) => !isTest(path) && (isCode(path) || path.startsWith("src/")))
    .filter((path) => !used.has(path) && !isTested(path))
    .map((path) => `${path}: nothing imports it; use it or delete it`);
}

/** Requests made outside of these rooms. */
function findRequests(files: Files, allowed: readonly string[]): string[] {
  const call =
    /(?<![.\w$])fetch\s*\(|\b(?:globalThis|window|self)\.fetch\b|\bXMLHttpRequest\b|\bsendBeacon\b/;
  return selectShipped(files)
    .filter(([path]) => !allowed.includes(getRoom(path) ?? ""))
    .filter(([, source]) => call.test(withoutQuotes(source)))
    .map(([path]) => `${path}: only src/${allowed.join(" and src/")} make requests; ask them`);
}

/** Uses of the browser's extension interfaces outside of these rooms. */
function findBrowserUses(files: Files, allowed: readonly string[]): string[] {
  const use = /(?<![.\w$])(?:browser|chrome)\??\.\w/;
  return selectShipped(files)
    .filter(([path]) => !allowed.includes(getRoom(path) ?? ""))
    .filter(([, source]) => use.test(withoutQuotes(source)))
    .map(([path]) => `${path}: "browser." belongs to ${allowed.join(", ")}; pass in what it needs`);
}

/** Comparisons with a provider's id outside of src/providers. */
function findProviderComparisons(files: Files): string[] {
  const id = '"(?:aitronos|mixthat|craftkit|web)"';
  const compared = new RegExp(`[!=]==\\s*${id}|${id}\\s*[!=]==|\\bcase ${id}`);
  return selectShipped(files)
    .filter(([path]) => /^src\/(?!providers\/|player\/)/.test(path))
    .filter(([, source]) => compared.test(withoutComments(source)))
    .map(
      ([path]) => `${path}: asks which service it is; say what differs in src/providers/facts.ts`,
    );
}

testRules([
  {
    name: "only src/providers knows one service from another",
    find: findProviderComparisons,
    bad: { "src/app/a.ts": 'if (track.provider === "web") show();' },
  },
  {
    name: "rooms import only what their row allows",
    find: (files) => findForbiddenImports(files, rooms),
    bad: { "src/content/a.ts": 'import { key } from "../store/keys.ts";' },
  },
  {
    name: "lazy imports keep to the same table",
    find: (files) => findForbiddenImports(files, rooms),
    bad: { "src/model/a.ts": 'const view = await import("../app/view.ts");' },
  },
  {
    name: "type imports keep to the same table",
    find: (files) => findForbiddenImports(files, rooms),
    bad: { "src/player/a.ts": 'import type { Client } from "../http/client.ts";' },
  },
  {
    name: "every room is in the table",
    find: (files) => findForbiddenImports(files, rooms),
    bad: { "src/misc/a.ts": "" },
  },
  {
    name: "of a service only its player source gets into the player",
    find: findServiceCodeInPlayer,
    bad: {
      "src/player/a.ts": 'import { source } from "../providers/toy/player-source.ts";',
      "src/providers/toy/player-source.ts": 'import { toy } from "./adapter.ts";',
      "src/providers/toy/adapter.ts": "export const toy = 1;",
    },
  },
  {
    name: "the rooms of the table are in the order of their floors",
    find: (files) => findUpwardRows(files.has("upward") ? { a: ["b"], b: [] } : rooms),
    bad: { upward: "" },
  },
  {
    name: "packages stay in the rooms that own them",
    find: findForbiddenPackages,
    bad: { "src/app/a.ts": 'import { openDB } from "idb";' },
  },
  {
    name: "every file is used",
    find: findUnused,
    bad: {
      "src/model/lonely.ts": "export const a = 1;",
      "src/model/lonely.test.ts": 'import { a } from "./lonely.ts";',
    },
  },
  {
    name: "only http and the player make requests",
    find: (files) => findRequests(files, ["http", "player"]),
    bad: { "src/background/a.ts": 'await fetch("https://example.com");' },
  },
  {
    name: "only some rooms use the browser's extension interfaces",
    find: (files) => findBrowserUses(files, speaking),
    bad: { "src/store/a.ts": "browser.runtime.reload();" },
  },
]);
