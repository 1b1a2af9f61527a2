import type { MissedLimit } from "./interleave-runs.ts";
import type { Player } from "./player.ts";

/** What each table is measured with. */
export interface Bench {
  /** Origin of the pages. */
  readonly origin: string;
  readonly rounds: number;
  /** What could not be measured so far. */
  readonly missed: MissedLimit[];
  /** Address of a page with that many copies. */
  page(player: Player, copies: number): Promise<string>;
}
