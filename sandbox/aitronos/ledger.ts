import { formatSeconds, formatSecondsOrNull } from "../clock.ts";
import type { Database } from "../database.ts";
import type { LedgerEdge, LedgerShare } from "../ledger.ts";

interface ShareRow {
  readonly id: string;
  readonly target_type: string;
  readonly target_id: string;
  readonly owner: string;
  readonly visibility: string;
  readonly expires_at: number | null;
  readonly created_at: number;
  readonly revoked_at: number | null;
  readonly opens: number;
}

/** Every share that was really committed, oldest first. */
export function readCommittedShares(db: Database): LedgerShare[] {
  return db.all<ShareRow>("SELECT * FROM aitronos_shares ORDER BY seq").map((row) => ({
    provider: "aitronos",
    id: row.id,
    track_id: row.target_type === "track" ? row.target_id : null,
    collection_id: row.target_type === "collection" ? row.target_id : null,
    owner: row.owner,
    visibility: row.visibility,
    expires_at: formatSecondsOrNull(row.expires_at),
    created_at: formatSeconds(row.created_at),
    revoked_at: formatSecondsOrNull(row.revoked_at),
    opens: row.opens,
  }));
}

/** Every edge of every library, oldest first. */
export function readCommittedEdges(db: Database): LedgerEdge[] {
  const rows = db.all<Omit<LedgerEdge, "provider" | "created_at"> & { created_at: number }>(
    "SELECT id, user, track_id, source, share_id, created_at FROM aitronos_library ORDER BY seq",
  );
  return rows.map((row) => ({
    provider: "aitronos",
    id: row.id,
    user: row.user,
    track_id: row.track_id,
    source: row.source,
    share_id: row.share_id,
    created_at: formatSeconds(row.created_at),
  }));
}
