import type { Database } from "../../sandbox/database.ts";

interface Removed {
  id: string;
  name: string | null;
  created_at: number;
  expires_at: number | null;
  scope: string;
}

/**
 * Mix That's list of links as a copy of it has it that has heard of nothing since `at` (milliseconds since
 * 1970): what was made later is missing, what was removed later is still there.
 */
export function asItWas(db: Database, body: string, at: number): string {
  const list = JSON.parse(body) as { items?: { created_at: string }[] };
  if (!list.items) return body;
  const gone = db.all<Removed>("SELECT * FROM mixthat_shares WHERE revoked_at > ?", [at]);
  const items = [
    ...list.items,
    ...gone.map((row) => ({
      token_id: row.id,
      name: row.name,
      created_at: new Date(row.created_at).toISOString(),
      expires_at: row.expires_at === null ? null : new Date(row.expires_at).toISOString(),
      scope: row.scope.split(" "),
    })),
  ].filter((item) => Date.parse(item.created_at) <= at);
  return JSON.stringify({ ...list, items });
}
