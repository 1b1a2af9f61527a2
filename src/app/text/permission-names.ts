import type { Permission } from "../../model/share-terms.ts";
import type { TranslationKey } from "../../i18n/text.ts";

/** What each permission is called in the share form. */
export const permissionNames = {
  mix: "permission_mix",
  "read-mixes": "permission_read_mixes",
  "write-mixes": "permission_write_mixes",
  "read-source": "permission_read_source",
} as const satisfies Record<Permission, TranslationKey>;
