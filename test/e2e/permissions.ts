import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** What `permissions.request` may ask for, as in the manifest. */
export interface Permissions {
  readonly origins: readonly string[];
  readonly permissions?: readonly string[];
}

/** The loopback addresses of the sandbox. */
export const loopback: Permissions = { origins: ["http://127.0.0.1/*", "http://localhost/*"] };

/** The id Chromium gives an unpacked extension: 32 letters a–p made from the SHA-256 of its folder. */
export function extensionId(folder: string): string {
  const digest = createHash("sha256").update(resolve(folder)).digest("hex").slice(0, 32);
  return [...digest].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join("");
}

/**
 * Make `permissions.request` in a click resolve true at once, with no dialog (no test can press one headless).
 * Written before the first launch, as permissions that were granted once and handed back: `contains()` is still false.
 * Without it a request stays pending, and one with a warning of its own takes the focus, which closes the popup.
 */
export function seedPermissions(profile: string, folder: string, granted: Permissions): void {
  const settings = {
    runtime_granted_permissions: {
      api: granted.permissions ?? [],
      explicit_host: granted.origins,
      manifest_permissions: [],
      scriptable_host: [],
    },
  };
  const preferences = { extensions: { settings: { [extensionId(folder)]: settings } } };
  mkdirSync(join(profile, "Default"), { recursive: true });
  writeFileSync(join(profile, "Default", "Preferences"), JSON.stringify(preferences));
}
