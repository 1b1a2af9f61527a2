import type { Context } from "hono";
import type { HonoEnv, Environment } from "../environment.ts";
import { hashToken } from "../ids.ts";
import type { User } from "../users.ts";
import { findAccount } from "./accounts.ts";
import type { Account } from "./accounts.ts";
import { forbidden, notFound, tooMany, unauthorized } from "./error-responses.ts";
import { findTrack } from "./queries.ts";
import type { ShareRow, TrackRow } from "./queries.ts";

/** Who calls: an account by its API token, or whoever holds a share token. */
export type Caller =
  | { readonly account: Account; readonly share?: never }
  | { readonly share: ShareRow; readonly account?: never };

/** The token, after `Bearer` or bare, as the published player sends that of a share. */
export function readToken(headers: Headers): string | undefined {
  return headers.get("Authorization")?.replace(/^Bearer +/i, "");
}

/** Whose API token it is, for the request log. */
export function findUser(headers: Headers): User | undefined {
  return findAccount(readToken(headers))?.person;
}

function enforceRateLimit(env: Environment, caller: string): void {
  const wait = env.limits.take(caller);
  if (wait > 0) throw tooMany(wait);
}

/**
 * The share behind a token. What an ended one answers is not published; inferred: 401 for an expired token, as every
 * check of a JWT does, and 403 for a deleted one, for its signature is still good.
 */
export function openShare({ db, clock, settings }: Environment, token: string): ShareRow {
  const find = "SELECT * FROM mixthat_shares WHERE token_hash = ?";
  const share = db.one<ShareRow>(find, [hashToken(token)]);
  if (!share) throw unauthorized();
  const now = clock.now();
  if (share.revoked_at !== null && share.revoked_at + settings.mixthatRevokeMs <= now)
    throw forbidden("The share link was deleted");
  if (share.expires_at !== null && share.expires_at <= now) throw unauthorized();
  db.run("UPDATE mixthat_shares SET last_used = ?, opens = opens + 1 WHERE id = ?", [
    now,
    share.id,
  ]);
  return share;
}

/** Who calls; null without a token. */
export function identify(c: Context<HonoEnv>, env: Environment): Caller | null {
  const token = readToken(c.req.raw.headers);
  if (token === undefined) {
    enforceRateLimit(env, `ip ${c.env.incoming.socket.remoteAddress ?? ""}`);
    return null;
  }
  const account = findAccount(token);
  enforceRateLimit(env, account ? `mixthat ${account.person.name}` : hashToken(token));
  if (!account) return { share: openShare(env, token) };
  if (!account.hasApi) throw forbidden("API access is part of the Pro plan");
  return { account };
}

/** The account that calls: 401 without a token, 403 for a share token. */
export function authenticate(c: Context<HonoEnv>, env: Environment): Account {
  const caller = identify(c, env);
  if (!caller) throw unauthorized();
  if (!caller.account) throw forbidden("A share token cannot do this");
  return caller.account;
}

/** The caller's own track: 404 when there is none, 403 when it is another's. */
export function authenticateOwner(
  c: Context<HonoEnv>,
  env: Environment,
): { account: Account; track: TrackRow } {
  const account = authenticate(c, env);
  const track = findTrack(env, c.req.param("id") ?? "");
  if (!track) throw notFound("Track not found");
  if (track.owner !== account.person.name) throw forbidden("Only track owners can do this");
  return { account, track };
}

/** The track if the caller owns it or holds a share with this scope; a public one may be read by everybody. */
export function findReachableTrack(c: Context<HonoEnv>, env: Environment, scope: string) {
  const caller = identify(c, env);
  const track = findTrack(env, c.req.param("id") ?? "");
  const isOpen = track?.is_public === 1 && scope === "tracks/read";
  if (!caller && !isOpen) throw unauthorized();
  if (!track) throw notFound("Track not found");
  const isAllowed = caller?.account
    ? caller.account.person.name === track.owner
    : caller?.share.track_id === track.id && caller.share.scope.split(" ").includes(scope);
  if (!isAllowed && !isOpen) throw forbidden("Access Denied");
  return { caller, track };
}
