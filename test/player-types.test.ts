import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { DEFERRED_CONTROLS } from "../src/player/controls/control.ts";
import { controls } from "../src/player/controls/index.ts";
import { EarmarkPlayer as Element } from "../src/player/element/element.ts";
import type { EarmarkPlayer as Built } from "../src/player/element/element.ts";
import type { EarmarkPlayer as Told } from "../types/earmark-player.d.ts";

/* What the published types and the manifest say of the element is what the sources have. */

type Reactions = `${"connected" | "disconnected" | "adopted" | "attributeChanged"}Callback`;
type Own<T> = Omit<T, keyof HTMLElement | Reactions>;
type Same<A, B> = [A, B] extends [B, A] ? true : never;

// Checked by the compiler: the same names, and what is built can be used as what is told.
const named: Same<keyof Own<Built>, keyof Own<Told>> = true;
const use = (built: Own<Built>): Own<Told> => built;

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
const types = read("types/earmark-player.d.ts");
const [player] = JSON.parse(read("types/custom-elements.json")).modules[0].declarations as [
  Record<"attributes" | "members" | "events" | "cssParts" | "cssProperties", readonly Described[]>,
];

interface Described {
  readonly name: string;
  readonly readonly?: boolean;
  readonly description: string;
}

const names = (list: readonly Described[]): string[] => list.map(({ name }) => name).toSorted();
const found = (text: string, pattern: RegExp): string[] =>
  [...new Set([...text.matchAll(pattern)].map((each) => each[1] ?? ""))].toSorted();
const body = (name: string): string => types.split(`interface ${name} `)[1]?.split("\n}")[0] ?? "";
const sources = readdirSync(new URL("../src/player", import.meta.url), { recursive: true })
  .map(String)
  .filter((path) => /\.(?:ts|css)$/.test(path) && !path.endsWith(".test.ts"))
  .map((path) => read(`src/player/${path}`));

test("the manifest has the members of the types", () => {
  expect(named && use).toBeTypeOf("function");
  const members = body("EarmarkPlayer").split("addEventListener")[0] ?? "";
  expect(names(player.members)).toEqual(found(members, /^ {2}(?:readonly )?(\w+)[:(]/gm));
  const fixed = player.members.filter((each) => each.readonly);
  expect(names(fixed)).toEqual(found(members, /^ {2}readonly (\w+):/gm));
});

test("the manifest and the types have the attributes that the element watches", () => {
  expect(names(player.attributes)).toEqual(Element.observedAttributes.toSorted());
  expect(names(player.attributes)).toEqual(
    found(body("EarmarkPlayerAttributes"), /^ {2}(\w+)\?:/gm),
  );
});

test("the manifest and the types have the events that the element tells", () => {
  const reporting = read("src/player/element/dispatch-events.ts");
  const output = read("src/player/audio/active-output.ts");
  const [, relayed = ""] = /RELAYED_EVENTS = \[(.*?)\]/s.exec(output) ?? [];
  const told = [
    ...found(relayed, /"(\w+)"/g),
    ...found(reporting, /dispatch\("(\w+)"\)/g),
    ...found(reporting, /(\w+change): "/g),
  ].toSorted();
  expect(told.length).toBeGreaterThan(10);
  expect(names(player.events)).toEqual(told);
  expect(names(player.events)).toEqual(found(body("EarmarkPlayerEventMap"), /^ {2}(\w+): Event/gm));
});

test("the manifest has the parts and the variables that a page can style", () => {
  const all = sources.join("\n");
  const parts = [
    ...found(all, /part: "([\w-]+)"/g),
    ...found(all, /setAttribute\("part", "([\w-]+)"\)/g),
    ...Object.keys(controls),
    ...DEFERRED_CONTROLS,
  ];
  expect(names(player.cssParts)).toEqual([...new Set(parts)].toSorted());
  expect(names(player.cssProperties)).toEqual(found(all, /var\(\s*(--earmark-[\w-]+)/g));
});

test("everything is described", () => {
  for (const list of Object.values(player).filter(Array.isArray) as (readonly Described[])[])
    for (const { name, description } of list)
      expect([name, description?.length > 3]).toEqual([name, true]);
});
