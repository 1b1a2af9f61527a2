/** What became of the rows of one kind. */
export interface Tally {
  fresh: number;
  /** They were here already. */
  known: number;
  /** Wrong in themselves, or at odds with what is here. */
  refused: number;
}

export interface ImportSummary {
  links: Tally;
  entries: Tally;
  /** Links that may exist: only the new ones. */
  attempts: number;
}

export const emptyTally = (): Tally => ({ fresh: 0, known: 0, refused: 0 });

export const addTallies = (a: Tally, b: Tally): Tally => ({
  fresh: a.fresh + b.fresh,
  known: a.known + b.known,
  refused: a.refused + b.refused,
});
