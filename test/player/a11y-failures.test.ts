import { beforeAll, expect, test } from "vitest";
import { openAccessibilityTree, readAnnouncements } from "./accessibility-tree.ts";
import { assertAccessible } from "./assert-accessible.ts";
import { failures } from "./failure-states.ts";
import { inChromium, player } from "./kit.ts";
import { createTestPage } from "./test-page.ts";

/** The buttons and links that can be seen, but for the rest of the player. */
const STEPS = `[...earmarkRoots.get(${player()}).querySelectorAll("button, a")]
  .filter((each) => each.checkVisibility({ visibilityProperty: true }))
  .map((each) => each.textContent)`;

inChromium("when it does not play, the player", (kit) => {
  beforeAll(() => openAccessibilityTree(kit.driver.page));

  test.each(Object.entries(failures))(
    "says why, once, and what to do: %s",
    async (name, { kind, step, bring }) => {
      const testPage = createTestPage(kit);
      await bring(testPage);
      await testPage.is("error?.kind", kind);
      // One message, and no more than one thing to press.
      await kit.controls.until(STEPS, step ? [step] : []);
      const said = await readAnnouncements(kit.driver.page);
      // The wait of a service that has too many listeners is another message, when it is over.
      expect(said).toContain(await message());
      expect(said.filter((each, at) => said.indexOf(each) < at)).toEqual([]);
      await assertAccessible(kit.driver.page, name);
    },
  );

  test("says that it is offline, and goes on by itself", async () => {
    const { openShare, press, is } = createTestPage(kit);
    await openShare();
    const context = kit.driver.page.context();
    await context.setOffline(true);
    await press("Play");
    await is("error?.kind", "offline");
    await kit.controls.until(STEPS, ["Try again"]);
    await assertAccessible(kit.driver.page, "offline");
    await context.setOffline(false);
    await is("currentTime > 0");
    expect(await message()).toBe(undefined);
  });

  const message = (): Promise<unknown> => kit.driver.evaluate(`${player()}.error?.message`);
});
