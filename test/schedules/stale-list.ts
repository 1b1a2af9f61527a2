import type { Database } from "../../sandbox/database.ts";

interface RevokedShare {
  id: string;
  name: string | null;
  created_at: number;
  expires_at: number | null;
  scope: string;
}

/**
 * Mix That's list of links as an outdated replica of the service returns it. It knows the state at `at` (milliseconds
 * since 1970): links that were made later are missing, and links that were removed later are still listed.
 */
export function createStaleList(db: Database, body: string, at: number): string {
  const list = JSON.parse(body) as { items?: { created_at: string }[] };
  if (!list.items) return body;
  const revoked = db.all<RevokedShare>("SELECT * FROM mixthat_shares WHERE revoked_at > ?", [at]);
  const items = [
    ...list.items,
    ...revoked.map((row) => ({
      token_id: row.id,
      name: row.name,
      created_at: new Date(row.created_at).toISOString(),
      expires_at: row.expires_at === null ? null : new Date(row.expires_at).toISOString(),
      scope: row.scope.split(" "),
    })),
  ].filter((item) => Date.parse(item.created_at) <= at);
  return JSON.stringify({ ...list, items });
}
