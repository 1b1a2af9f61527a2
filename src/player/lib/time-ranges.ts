/** Ranges from and up to, in order and without overlap; in seconds or samples. */
export type Ranges = readonly (readonly [from: number, to: number])[];

/** A `TimeRanges` object (seconds), which scripts cannot construct. */
export function createTimeRanges(ranges: Ranges): TimeRanges {
  const at = (index: number, side: 0 | 1): number => {
    const found = ranges[index];
    if (!found) throw new DOMException(`There is no range ${index}.`, "IndexSizeError");
    return found[side];
  };
  return { length: ranges.length, start: (index) => at(index, 0), end: (index) => at(index, 1) };
}

function intersect(one: Ranges, other: Ranges): Ranges {
  return one.flatMap(([from, to]) =>
    other
      .map(([start, end]) => [Math.max(from, start), Math.min(to, end)] as const)
      .filter(([start, end]) => start < end),
  );
}

/** What lies in a range of each list, with adjacent ranges joined. */
export function intersectRanges(lists: readonly Ranges[]): Ranges {
  const [first = [], ...others] = lists;
  const joined: [number, number][] = [];
  for (const [from, to] of others.reduce(intersect, first)) {
    const last = joined.at(-1);
    if (last && last[1] >= from) last[1] = to;
    else joined.push([from, to]);
  }
  return joined;
}
