import type { Environment } from "../environment.ts";
import { notFound } from "./error-response.ts";
import type { ErrorResponse } from "./error-response.ts";
import { hashToken } from "./shares.ts";

export interface ShareRow {
  readonly id: string;
  readonly target_type: "track" | "collection";
  readonly target_id: string;
  readonly visibility: string;
  readonly expires_at: number | null;
  readonly revoked_at: number | null;
}

/** What no link, a revoked one and an expired one have in common. */
export function linkNotFound(): ErrorResponse {
  return notFound("Share link not found, revoked or expired");
}

/**
 * The share behind a token if it still works. The documentation promises only "a graceful error" for the rest;
 * 404 is inferred from the save page, which names it for the same states:
 * https://docs.aitronos.com/docs/api-reference/music/save-shared-track
 */
export function findShare({ db, clock }: Environment, token: string): ShareRow {
  const share = db.one<ShareRow>("SELECT * FROM aitronos_shares WHERE token_hash = ?", [
    hashToken(token),
  ]);
  if (!share || share.revoked_at !== null) throw linkNotFound();
  if (share.expires_at !== null && share.expires_at <= clock.now()) throw linkNotFound();
  return share;
}
