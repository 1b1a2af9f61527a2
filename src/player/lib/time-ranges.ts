import type { Spans } from "../state/state.ts";

/** As `TimeRanges`, which scripts cannot make. */
export function rangesOf(spans: Spans): TimeRanges {
  const at = (index: number, side: 0 | 1): number => {
    const found = spans[index];
    if (!found) throw new DOMException(`There is no range ${index}.`, "IndexSizeError");
    return found[side];
  };
  return { length: spans.length, start: (index) => at(index, 0), end: (index) => at(index, 1) };
}

type List = readonly (readonly [from: number, to: number])[];

/** What lies in both of two lists of stretches. */
function inBoth(one: List, other: List): List {
  return one.flatMap(([from, to]) =>
    other
      .map(([start, end]) => [Math.max(from, start), Math.min(to, end)] as const)
      .filter(([start, end]) => start < end),
  );
}

/** What lies in all of the lists, with what touches made one. */
export function inAll(lists: readonly List[]): List {
  const [first = [], ...others] = lists;
  const joined: [number, number][] = [];
  for (const [from, to] of others.reduce(inBoth, first)) {
    const last = joined.at(-1);
    if (last && last[1] >= from) last[1] = to;
    else joined.push([from, to]);
  }
  return joined;
}
