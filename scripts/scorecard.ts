import { existsSync, readFileSync } from "node:fs";

type Figures = Readonly<Record<string, number>>;

/**
 * The scorecard that tests have written, as a table for people: one line for each name, figures of the same
 * name added up. Where nothing went wrong in n tries, the true rate is at most 3/n with 95 % confidence ("rule of three").
 */
export function readScorecard(file: string): string {
  if (!existsSync(file)) return "Scorecard: no figures.";
  const lines = readFileSync(file, "utf8").trim().split("\n");
  const rows = new Map<string, Figures>();
  for (const line of lines) {
    const { name, figures } = JSON.parse(line) as { name: string; figures: Figures };
    rows.set(name, add(rows.get(name) ?? {}, figures));
  }
  const width = Math.max(...[...rows.keys()].map((name) => name.length));
  const table = [...rows].map(([name, figures]) => `${name.padEnd(width)}  ${inWords(figures)}`);
  return ["Scorecard", ...table].join("\n");
}

function add(a: Figures, b: Figures): Figures {
  const sums = Object.entries(b).map(([name, value]) => [name, (a[name] ?? 0) + value] as const);
  return { ...a, ...Object.fromEntries(sums) };
}

const inWords = (figures: Figures): string =>
  Object.entries(figures)
    .map(([name, value]) => `${value.toLocaleString("en")} ${name}`)
    .join(", ");
