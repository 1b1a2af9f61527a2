import type { TranslationKey } from "../../i18n/translate.ts";
import type { Permission } from "../../model/share-terms.ts";

/** The key of a permission's name; a sentence that explains it has the same key with `_hint` at its end. */
type NameKey = Extract<
  TranslationKey,
  Extract<TranslationKey, `permission_${string}_hint`> extends `${infer Name}_hint` ? Name : never
>;

/** What each permission is called in the share form. */
export const permissionNames: Readonly<Record<Permission, NameKey>> = {
  mix: "permission_mix",
  "read-mixes": "permission_read_mixes",
  "write-mixes": "permission_write_mixes",
  "read-source": "permission_read_source",
};
