import { beforeAll, expect, it } from "vitest";
import { attend, saidOn } from "./accessibility-tree.ts";
import { failures } from "./failure-states.ts";
import { judge } from "./assert-accessible.ts";
import { inChromium, player } from "./kit.ts";
import { stageFor } from "./test-page.ts";

/** The buttons and links that can be seen, but for the rest of the player. */
const STEPS = `[...earmarkRoots.get(${player()}).querySelectorAll("button, a")]
  .filter((each) => each.checkVisibility({ visibilityProperty: true }))
  .map((each) => each.textContent)`;

inChromium("when it does not play, the player", (kit) => {
  beforeAll(() => attend(kit.driver.page));

  it.each(Object.entries(failures))(
    "says why, once, and what to do: %s",
    async (name, { kind, step, bring }) => {
      const stage = stageFor(kit);
      await bring(stage);
      await stage.is("error?.kind", kind);
      // One message, and no more than one thing to press.
      await kit.visitor.until(STEPS, step ? [step] : []);
      const said = await saidOn(kit.driver.page);
      // The wait of a service that has too many listeners is another message, when it is over.
      expect(said).toContain(await message());
      expect(said.filter((each, at) => said.indexOf(each) < at)).toEqual([]);
      await judge(kit.driver.page, name);
    },
  );

  it("says that it is offline, and goes on by itself", async () => {
    const { openShare, press, is } = stageFor(kit);
    await openShare();
    const context = kit.driver.page.context();
    await context.setOffline(true);
    await press("Play");
    await is("error?.kind", "offline");
    await kit.visitor.until(STEPS, ["Try again"]);
    await judge(kit.driver.page, "offline");
    await context.setOffline(false);
    await is("currentTime > 0");
    expect(await message()).toBe(undefined);
  });

  const message = (): Promise<unknown> => kit.driver.evaluate(`${player()}.error?.message`);
});
