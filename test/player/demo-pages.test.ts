import { beforeAll, expect, test } from "vitest";
import { demoPages } from "../../sandbox/demo/demos.ts";
import type { Demo } from "../../sandbox/demo/demos.ts";
import { openAccessibilityTree, findViolations } from "./accessibility-tree.ts";
import { inChromium, inEachBrowser } from "./kit.ts";
import type { Kit } from "./kit.ts";

/*
 * The demo pages of the sandbox, which people open at /demo: every player reaches the state that the page names, no script
 * fails, and axe finds nothing.
 */

/** The states of the players of each section, as the page's own script shows them. */
const STATES = `[...document.querySelectorAll(".demo output")].map(({ textContent }) => textContent)`;

/** Waits for the state of each player; the longest wait is the player's own, 20 seconds for a service that never answers. */
async function waitForStates({ driver }: Kit, demos: readonly Demo[]): Promise<void> {
  const states = demos.map(({ state, press }) => (press ? "ready" : state));
  await expect
    .poll(() => driver.evaluate(STATES), { timeout: 45_000, interval: 200 })
    .toEqual(states);
}

inEachBrowser("a demo page", (kit) => {
  test.each(demoPages)("has every player in its state: $path", async ({ path, demos }) => {
    await kit.driver.open(`${kit.servers.service}/demo/${path}`);
    await waitForStates(kit, demos);
  });
});

inChromium("a demo page", (kit) => {
  const problems: string[] = [];
  beforeAll(async () => {
    const { page } = kit.driver;
    await openAccessibilityTree(page);
    page.on("pageerror", ({ message }) => problems.push(message));
    page.on("console", (message) => {
      // What a service refuses is in the console as well; that is what the page shows.
      if (
        message.type() === "error" &&
        !/^Failed to load resource|CORS policy/.test(message.text())
      )
        problems.push(message.text());
    });
    page.on("request", (request) => {
      if (!/^(?:https?:\/\/(?:127\.0\.0\.1|localhost):|data:|blob:)/.test(request.url()))
        problems.push(request.url());
    });
  });

  test.each(demoPages)("has no error and no fault for axe: $path", async ({ path, demos }) => {
    const { page } = kit.driver;
    problems.length = 0;
    await kit.driver.open(`${kit.servers.service}/demo/${path}`);
    for (const [index, { says }] of demos.entries()) {
      const status = page
        .locator(".demo")
        .nth(index)
        .locator("earmark-player .hint, earmark-player .words");
      if (says) await expect.poll(() => status.allTextContents()).toContain(says);
    }
    await waitForStates(kit, demos);
    expect(await findViolations(page)).toEqual([]);
    expect(problems).toEqual([]);
  });

  test("shows what becomes of a file only after Play", async () => {
    const { page } = kit.driver;
    for (const { path, demos } of demoPages)
      for (const [index, { state, press }] of demos.entries()) {
        if (!press) continue;
        await kit.driver.open(`${kit.servers.service}/demo/${path}`);
        const section = page.locator(".demo").nth(index);
        await section.getByRole("button", { name: "Play" }).click();
        await expect
          .poll(() => section.locator("output").textContent(), { timeout: 20_000 })
          .toBe(state);
      }
  });

  test("has an index of all of them", async () => {
    await kit.driver.open(`${kit.servers.service}/demo`);
    const paths = await kit.driver.page
      .locator("main a")
      .evaluateAll((all) => all.map((each) => each.getAttribute("href")));
    expect(paths).toEqual(demoPages.map(({ path }) => `/demo/${path}`));
    expect(await findViolations(kit.driver.page)).toEqual([]);
  });
});
