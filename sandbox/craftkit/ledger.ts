import { formatMilliseconds } from "../clock.ts";
import type { Database } from "../database.ts";
import type { LedgerShare } from "../ledger.ts";
import type { ShareRow } from "./queries.ts";

/** Every share that was really committed, oldest first; `track_id` is the render, `opens` the clicks. */
export function readCommittedShares(db: Database): LedgerShare[] {
  return db.all<ShareRow>("SELECT * FROM craftkit_shares ORDER BY seq").map((row) => ({
    provider: "craftkit",
    id: row.id,
    track_id: row.render_id,
    collection_id: null,
    owner: row.owner,
    visibility: "link_only",
    channel: row.channel,
    recipient: row.recipient,
    expires_at: formatMilliseconds(row.expires_at),
    created_at: new Date(row.created_at).toISOString(),
    revoked_at: formatMilliseconds(row.revoked_at),
    opens: row.clicks,
  }));
}
