/** How many imported rows of one kind were added, were known already, or were refused. */
export interface Tally {
  fresh: number;
  /** Already stored on this device. */
  known: number;
  /** Invalid, or in conflict with what is stored on this device. */
  refused: number;
}

export interface ImportSummary {
  links: Tally;
  entries: Tally;
  /** New attempts, whose links may exist. */
  attempts: number;
}

export const createTally = (): Tally => ({ fresh: 0, known: 0, refused: 0 });

export const addTallies = (a: Tally, b: Tally): Tally => ({
  fresh: a.fresh + b.fresh,
  known: a.known + b.known,
  refused: a.refused + b.refused,
});
