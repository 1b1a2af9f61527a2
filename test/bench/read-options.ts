import { parseArgs } from "node:util";

/** The tables that can be measured, in their order. */
export const parts = ["load", "twenty", "stems"] as const;
export type Part = (typeof parts)[number];

/** What a run of the bench may vary. */
export interface BenchOptions {
  /** Rounds that count; one more goes before them and is thrown away. */
  readonly rounds: number;
  readonly parts: readonly Part[];
  /** False: measure the player that is in `.output/widget` as it is. */
  readonly build: boolean;
}

/** How the bench is asked for, in words. */
export const usage = `npm run bench -- [--quick] [--rounds 7] [--only ${parts.join(",")}] [--no-build]`;

/** Reads the arguments; throws a sentence with the usage for what it does not know. */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: "boolean", default: false },
      rounds: { type: "string" },
      only: { type: "string" },
      build: { type: "boolean", default: true },
    },
    allowNegative: true,
  });
  const usual = values.quick ? "load,twenty" : parts.join(",");
  const wanted = (values.only ?? usual).split(",");
  const strange = wanted.filter((name) => !parts.some((part) => part === name));
  if (strange.length > 0) throw new Error(`There is no table "${strange.join()}": ${usage}`);
  const rounds = Number(values.rounds ?? (values.quick ? 3 : 7));
  if (!Number.isInteger(rounds) || rounds < 1)
    throw new Error(`"${values.rounds}" is no number of rounds: ${usage}`);
  return { rounds, parts: parts.filter((part) => wanted.includes(part)), build: values.build };
}
