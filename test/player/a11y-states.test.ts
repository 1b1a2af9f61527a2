import { beforeAll, expect, it } from "vitest";
import { attend, breachesOn, saidOn } from "./accessibility-tree.ts";
import { judge } from "./assert-accessible.ts";
import { inChromium, player } from "./kit.ts";
import { SOUND, stageFor } from "./test-page.ts";
import { states } from "./states.ts";

const WAITING = "Waiting for sound.";

inChromium("to a screen reader the player", (kit) => {
  beforeAll(() => attend(kit.driver.page));

  it.each(Object.keys(states))("is what it should be: %s", async (name) => {
    await states[name]?.(stageFor(kit));
    const now = await kit.driver.evaluate(
      `earmarkRoots.get(${player()}).querySelector("[role=status]").textContent`,
    );
    // Read out is what stands there now, once, and nothing else; on a slow machine that it was waited for.
    const said = await saidOn(kit.driver.page);
    expect(said.filter((words) => words === now || words !== WAITING)).toEqual(now ? [now] : []);
    await judge(kit.driver.page, name);
  });

  it("would not pass with a button that has no name", async () => {
    await stageFor(kit).openShare();
    await kit.driver.evaluate(
      `["title", "aria-label"].forEach((name) => earmarkRoots.get(${player()}).querySelector(".mute").removeAttribute(name))`,
    );
    expect(await breachesOn(kit.driver.page)).toEqual([expect.stringMatching(/^button-name: /)]);
  });

  it("says nothing while it plays, and how far it is when the seek bar is asked", async () => {
    const { openShare, press, is } = stageFor(kit);
    await openShare();
    await press("Play");
    await is("currentTime > 0");
    const before = await saidOn(kit.driver.page);
    await kit.driver.press("Tab");
    const told = `earmarkRoots.get(${player()}).activeElement.getAttribute("aria-valuetext")`;
    const first = await kit.driver.evaluate(told);
    expect(first).toMatch(/^\d seconds? of 20 seconds$/);
    await is("currentTime > 3");
    expect(await saidOn(kit.driver.page)).toEqual(before);
    // Words that change under the focus are read out: only what the listener does changes them.
    expect(await kit.driver.evaluate(told)).toBe(first);
  });

  it("says that sound is missing after half a second, and no more once it is there", async () => {
    const { openShare, fault, press, is } = stageFor(kit);
    const note = `addEventListener("pointerdown", () => (globalThis.begun = performance.now()), true)`;
    await openShare({ head: `<script>${note}</script>` });
    fault(SOUND, { hang: true });
    await press("Play");
    await kit.visitor.until("earmarkSaid.length", 1);
    const wait = Number(await kit.driver.evaluate("earmarkSaid[0].at - begun"));
    expect(wait).toBeGreaterThanOrEqual(499);
    expect(wait).toBeLessThan(2500);
    kit.places.sandbox.faults.clear();
    await is("currentTime > 0.5");
    expect(await saidOn(kit.driver.page)).toEqual([WAITING]);
  });
});
