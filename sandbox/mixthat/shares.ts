import { randomBytes } from "node:crypto";
import { Hono } from "hono";
import { formatMilliseconds } from "../clock.ts";
import type { HonoEnv, Environment } from "../environment.ts";
import { hashToken, createLetters } from "../ids.ts";
import { signJwt } from "../jwt.ts";
import { authenticateOwner } from "./authenticate.ts";
import { notFound } from "./error-responses.ts";
import type { ShareRow, TrackRow } from "./queries.ts";
import { cutPage, readBody, readCursor, readLimit } from "./read-request.ts";
import { readTerms } from "./share-terms.ts";
import type { ShareTerms } from "./share-terms.ts";

const issuer = "https://app.mixthat.co";
// A token is known by its hash, never by its signature, so the key need not outlive the process.
const secret = randomBytes(32);

/** The claims of the token in the embed that the documentation's own start page shows. */
function signShare(track: TrackRow, shareId: string, terms: ShareTerms, now: number): string {
  return signJwt(
    "usertokens",
    {
      account_id: track.owner.toLowerCase(),
      token_id: `tracks:${track.id}:shares:${shareId}`,
      share_id: shareId,
      scope: terms.scopes.map((scope) => `${scope}/${track.id}`).join(" "),
      is_share_token: true,
      iat: Math.floor(now / 1000),
      ...(terms.expiresAt !== null && { exp: Math.floor(terms.expiresAt / 1000) }),
      aud: issuer,
      iss: issuer,
      sub: `${track.owner.toLowerCase()}:share:${shareId}`,
    },
    secret,
  );
}

/** Neither the token nor an address: whoever lost the answer to the creation has lost the link. */
function listed(share: ShareRow) {
  const { id, share_id, track_id, name, created_at, last_used, expires_at, scope } = share;
  return {
    token_id: id,
    share_id,
    track_id,
    ...(name !== null && { name }),
    created_at: formatMilliseconds(created_at),
    ...(last_used !== null && { last_used: formatMilliseconds(last_used) }),
    ...(expires_at !== null && { expires_at: formatMilliseconds(expires_at) }),
    scope: scope.split(" "),
  };
}

/** Create, list and delete share tokens: https://github.com/firstcoders/mixthat-docs (openapi.yml) */
export function createShareRoutes(env: Environment): Hono<HonoEnv> {
  const { db, clock } = env;
  return new Hono<HonoEnv>()
    .post("/tracks/:id/shares", async (c) => {
      const { account, track } = authenticateOwner(c, env);
      const terms = readTerms(await readBody(c), account, env);
      const shareId = createLetters(10);
      const now = clock.now();
      const token = signShare(track, shareId, terms, now);
      db.run(
        `INSERT INTO mixthat_shares (id, share_id, token_hash, track_id, owner, name, scope, expires_at, created_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        [
          `tracks:${track.id}:shares:${shareId}`,
          shareId,
          hashToken(token),
          track.id,
          track.owner,
          terms.name,
          terms.scopes.join(" "),
          terms.expiresAt,
          now,
        ],
      );
      // Inferred: null for "never", although the schema requires the field.
      return c.json({ token, expires: formatMilliseconds(terms.expiresAt) });
    })
    .get("/tracks/:id/shares", (c) => {
      const { track } = authenticateOwner(c, env);
      const limit = readLimit(c, 100, 20);
      // Inferred: by key, as a key-value store pages, and so in no order of time.
      const rows = db.all<ShareRow>(
        `SELECT * FROM mixthat_shares WHERE track_id = ? AND revoked_at IS NULL AND id > ? ORDER BY id LIMIT ?`,
        [track.id, readCursor(c, "last_key"), limit + 1],
      );
      const { page, $links } = cutPage(c, rows, limit, "last_key", ({ id }) => id);
      return c.json({ items: page.map(listed), $links });
    })
    .delete("/tracks/:id/shares/:token", (c) => {
      const { track } = authenticateOwner(c, env);
      // Inferred: the bare share id is not taken, for only the full one is documented.
      const mine = "id = ? AND track_id = ? AND revoked_at IS NULL";
      const values = [c.req.param("token"), track.id];
      if (!db.one(`SELECT 1 FROM mixthat_shares WHERE ${mine}`, values))
        throw notFound("Track or share token not found");
      db.run(`UPDATE mixthat_shares SET revoked_at = ? WHERE ${mine}`, [clock.now(), ...values]);
      return c.json({ message: "Share token deleted successfully" });
    });
}
