import { permissions } from "../../model/share-terms.ts";
import type { Permission } from "../../model/share-terms.ts";

/** What Mix That's API calls a permission. */
interface PermissionNames {
  /** The field of a share request that asks for it. */
  readonly field: string;
  /** The scope that a share with it has; the track's id may follow. */
  readonly scope: RegExp;
}

/**
 * Three of the scopes are published (https://github.com/firstcoders/mixthat-docs, static/swagger/openapi.yml). That of the
 * source audio is not, so every scope that reads a source counts.
 */
export const permissionNames: Readonly<Record<Permission, PermissionNames>> = {
  mix: { field: "allow_mix", scope: /^tracks\/create_mix(\/|$)/ },
  "read-mixes": { field: "allow_read_mixes", scope: /^tracks\/read_mixes(\/|$)/ },
  "write-mixes": { field: "allow_write_mixes", scope: /^tracks\/write_mixes(\/|$)/ },
  "read-source": { field: "allow_read_source", scope: /^tracks\/(audio\/)?read_source(\/|$)/ },
};

/** The terms that the account's plan may lack, each under the name of its field in the request. */
export const refusedTerms: ReadonlyMap<string, Permission | "expiry"> = new Map([
  ...permissions.map((permission) => [permissionNames[permission].field, permission] as const),
  ["expires_at", "expiry"] as const,
]);
