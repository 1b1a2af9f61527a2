/** What one measurement gave: numbers by name, in the unit of their column; null where there is nothing to measure. */
export type Figures<Name extends string = string> = Readonly<Record<Name, number | null>>;

/** What could not be measured, and why. */
export interface MissedLimit {
  readonly title: string;
  readonly why: unknown;
}

/** The middle of some numbers; null of none. */
export function median(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  const [below, above] = [sorted.at(half - 1), sorted.at(half)];
  if (below === undefined || above === undefined) return null;
  return sorted.length % 2 ? above : (below + above) / 2;
}

/** The median of each figure over all rounds; a figure that any round lacks is null. */
export function medianOf<Name extends string>(
  rounds: readonly Figures<Name>[],
): Record<Name, number | null> {
  const names = Object.keys(rounds[0] ?? {}) as Name[];
  const middle = (name: Name): number | null => {
    const values = rounds.map((round) => round[name]);
    return values.includes(null) ? null : median(values.filter((value) => value !== null));
  };
  return Object.fromEntries(names.map((name) => [name, middle(name)])) as Record<
    Name,
    number | null
  >;
}

/**
 * Measures all things once, then all of them again: a noisy minute of the machine hits each alike. The first round warms
 * up and is thrown away. What fails is put into `missed` and not tried again; its figures are left out.
 */
export async function interleave<Thing extends { readonly title: string }, Name extends string>(
  things: readonly Thing[],
  rounds: number,
  measure: (thing: Thing) => Promise<Figures<Name>>,
  missed: MissedLimit[],
): Promise<Map<Thing, Record<Name, number | null>>> {
  const taken = new Map<Thing, Figures<Name>[]>(things.map((thing) => [thing, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const [thing, list] of taken) {
      try {
        const figures = await measure(thing);
        if (round > 0) list.push(figures);
      } catch (why) {
        missed.push({ title: thing.title, why });
        taken.delete(thing);
      }
    }
    if (process.stderr.isTTY) process.stderr.write(`\r\u001B[Kround ${round} of ${rounds} `);
  }
  if (process.stderr.isTTY) process.stderr.write("\r\u001B[K");
  return new Map([...taken].map(([thing, list]) => [thing, medianOf(list)]));
}

/** Adds how many times the figure `of` of one thing each thing has, under another name. */
export function addRatio<Thing, Name extends string, Ratio extends string>(
  measured: ReadonlyMap<Thing, Figures<Name>>,
  one: Thing,
  of: NoInfer<Name>,
  name: Ratio,
): Map<Thing, Figures<Name | Ratio>> {
  const unit = measured.get(one)?.[of] ?? null;
  const ratio = (figures: Figures<Name>): number | null => {
    const value = figures[of];
    return value === null || unit === null ? null : value / unit;
  };
  return new Map(
    [...measured].map(([thing, figures]) => [
      thing,
      { ...figures, [name]: ratio(figures) } as Figures<Name | Ratio>,
    ]),
  );
}
