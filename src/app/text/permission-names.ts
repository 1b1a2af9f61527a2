import type { Permission } from "../../model/share.ts";
import type { TextKey } from "../../i18n/text.ts";

/** What each permission is called in the share form. */
export const permissionNames = {
  mix: "permission_mix",
  "read-mixes": "permission_read_mixes",
  "write-mixes": "permission_write_mixes",
  "read-source": "permission_read_source",
} as const satisfies Record<Permission, TextKey>;

/** The same by the names under which a service refuses them; the codes of `not-allowed`. */
export const optionNames: ReadonlyMap<string, TextKey> = new Map([
  ["allow_mix", permissionNames.mix],
  ["allow_read_mixes", permissionNames["read-mixes"]],
  ["allow_write_mixes", permissionNames["write-mixes"]],
  ["allow_read_source", permissionNames["read-source"]],
]);
