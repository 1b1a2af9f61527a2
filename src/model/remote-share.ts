import type { Permission, Visibility } from "./share-terms.ts";

/** A share link as its service created it. */
export interface CreatedShare {
  /** The service's id, needed to revoke; null while it is not known yet. */
  id: string | null;
  /** The address to give to a recipient. The service returns it only once. */
  url: string;
  /** The address for the player, where it differs from `url`. */
  embedUrl: string | null;
  visibility: Visibility;
  /** Milliseconds since 1970; null for never. May be earlier than the person asked for. */
  expiresAt: number | null;
  createdAt: number;
}

/** A share link as its service lists it, mostly without its address. */
export interface RemoteShare {
  id: string;
  /** The person's name for it, without our nonce. */
  name: string | null;
  /** The nonce of the attempt that created it; null when it was created elsewhere. */
  nonce: string | null;
  url: string | null;
  /** Milliseconds since 1970, all four. */
  createdAt: number;
  expiresAt: number | null;
  revokedAt: number | null;
  lastUsedAt: number | null;
  /** How often it was opened; null where the service does not count. */
  opens: number | null;
  /** What a recipient may do besides listening, as far as `permissions` has it. */
  permissions: Permission[];
}
