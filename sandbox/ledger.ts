import type { Database } from "./database.ts";

/** A share as it was committed; times in UTC. */
export interface LedgerShare {
  readonly provider: string;
  readonly id: string;
  readonly track_id: string | null;
  readonly collection_id: string | null;
  readonly owner: string;
  readonly visibility: string;
  /** Mix That: what its owner called it. */
  readonly name?: string | null;
  /** Mix That: its permissions, separated by spaces. */
  readonly scope?: string;
  /** CraftKit: `link` or `email`, and to whom. */
  readonly channel?: string;
  readonly recipient?: string | null;
  readonly expires_at: string | null;
  readonly created_at: string;
  readonly revoked_at: string | null;
  readonly opens: number;
}

/** Something saved: an edge of somebody's library, or a saved mix. */
export interface LedgerEdge {
  readonly provider: string;
  readonly id: string;
  readonly user: string;
  readonly track_id: string;
  readonly source: string;
  readonly share_id: string | null;
  readonly created_at: string;
}

/** A request that reached a provider or an audio file; `status` null = nothing was answered (yet). */
export interface LedgerRequest {
  readonly method: string;
  readonly path: string;
  status: number | null;
  readonly user: string | null;
  readonly hadKey: boolean;
  readonly origin: string | null;
  readonly referer: string | null;
  readonly cookie: string | null;
}

/** What really happened, whatever the answers said. Never holds a key or a token. */
export interface Ledger {
  readonly shares: readonly LedgerShare[];
  readonly library: readonly LedgerEdge[];
  readonly requests: readonly LedgerRequest[];
}

/** Where the ledger reads what one service has committed. */
export interface LedgerSource {
  readShares(db: Database): LedgerShare[];
  readEdges(db: Database): LedgerEdge[];
}

/** Everything at this moment. */
export function readLedger(
  db: Database,
  sources: readonly LedgerSource[],
  requests: readonly LedgerRequest[],
): Ledger {
  return {
    shares: sources.flatMap((source) => source.readShares(db)),
    library: sources.flatMap((source) => source.readEdges(db)),
    requests: requests.map((request) => ({ ...request })),
  };
}
