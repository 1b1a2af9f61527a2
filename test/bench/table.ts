import type { Figures } from "./interleave-runs.ts";

/** A column of numbers. */
export interface Column {
  readonly name: string;
  readonly head: string;
  readonly digits: number;
}

/** The highest value that each figure may have. */
export type Limits = Readonly<Record<string, number>>;

export interface Row {
  readonly title: string;
  readonly figures: Figures;
  /** Only for what is ours. */
  readonly limits: Limits | undefined;
}

/** "met", or each figure that is over its limit; empty for a row without limits. A figure that is missing is not met. */
export function verdict({ figures, limits }: Row, columns: readonly Column[]): string {
  if (!limits) return "";
  const over = columns.flatMap(({ name, head, digits }) => {
    const [value, limit] = [figures[name] ?? null, limits[name]];
    if (limit === undefined || (value !== null && Number(value.toFixed(digits)) <= limit))
      return [];
    return [`${head} ≤ ${limit}`];
  });
  return over.length === 0 ? "met" : `not met: ${over.join(", ")}`;
}

/** Rows under their heads, aligned, with what became of the gates at the end. */
export function drawTable(columns: readonly Column[], rows: readonly Row[]): string {
  const cell = (figures: Figures, { name, digits }: Column): string =>
    figures[name]?.toFixed(digits) ?? "–";
  const lines = [
    ["", ...columns.map(({ head }) => head), "gate"],
    ...rows.map((row) => [
      row.title,
      ...columns.map((column) => cell(row.figures, column)),
      verdict(row, columns),
    ]),
  ];
  const widths = columns.map((_, at) =>
    Math.max(...lines.map((line) => line[at + 1]?.length ?? 0)),
  );
  const first = Math.max(...lines.map(([title = ""]) => title.length));
  return lines
    .map(([title = "", ...cells]) =>
      [title.padEnd(first), ...cells.map((text, at) => text.padStart(widths[at] ?? 0))]
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
