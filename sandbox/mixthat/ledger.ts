import { formatMilliseconds, formatSeconds } from "../clock.ts";
import type { Database } from "../database.ts";
import type { LedgerEdge, LedgerShare } from "../ledger.ts";
import type { ShareRow } from "./queries.ts";

/** Every share that was really committed, oldest first. */
export function readCommittedShares(db: Database): LedgerShare[] {
  return db.all<ShareRow>("SELECT * FROM mixthat_shares ORDER BY seq").map((row) => ({
    provider: "mixthat",
    id: row.id,
    track_id: row.track_id,
    collection_id: null,
    owner: row.owner,
    visibility: "link_only",
    name: row.name,
    scope: row.scope,
    expires_at: formatMilliseconds(row.expires_at),
    created_at: new Date(row.created_at).toISOString(),
    revoked_at: formatMilliseconds(row.revoked_at),
    opens: row.opens,
  }));
}

interface MixRow {
  readonly id: string;
  readonly owner: string;
  readonly track_id: string;
  readonly share_id: string | null;
  readonly created_at: number;
}

/** Every saved mix, oldest first; with `share_id` when it came through a share. */
export function readCommittedMixes(db: Database): LedgerEdge[] {
  return db.all<MixRow>("SELECT * FROM mixthat_mixes ORDER BY seq").map((row) => ({
    provider: "mixthat",
    id: row.id,
    user: row.owner,
    track_id: row.track_id,
    source: "mix",
    share_id: row.share_id,
    created_at: formatSeconds(row.created_at),
  }));
}
