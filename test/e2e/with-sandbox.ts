import { startSandbox } from "../../sandbox/sandbox.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { test as base } from "./fixture.ts";
import { getPort } from "./playwright-worker-env.ts";

/** A test with the services on the port that the test build of the extension knows. */
export const test = base.extend<{ sandbox: Sandbox }>({
  // Playwright wants its first argument taken apart, even where there is nothing to take.
  // oxlint-disable-next-line no-empty-pattern
  sandbox: async ({}, use) => {
    const sandbox = await startSandbox({ port: getPort() });
    await use(sandbox);
    await sandbox.stop();
  },
});
export { expect } from "./fixture.ts";
