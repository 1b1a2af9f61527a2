import { test as base } from "@playwright/test";
import { launch } from "./browser.ts";
import type { Browser } from "./browser.ts";
import { installAudioProbes } from "./measure-audio.ts";
import { loopback } from "./permissions.ts";
import type { Permissions } from "./permissions.ts";

interface Fixtures {
  /** What `permissions.request` grants in this test; change with `test.use({ grants: … })`. */
  grants: Permissions;
  /** A fresh browser, extension and profile, whose audio can be measured. */
  browserWith: Browser;
}

/** Playwright's `test` with the extension. */
export const test = base.extend<Fixtures>({
  grants: [{ ...loopback, permissions: ["clipboardWrite"] }, { option: true }],
  browserWith: async ({ grants }, use) => {
    const browser = await launch({ grants });
    await installAudioProbes(browser.context);
    await use(browser);
    await browser.close();
  },
});

export { expect } from "@playwright/test";
