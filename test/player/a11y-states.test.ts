import { beforeAll, expect, test } from "vitest";
import { openAccessibilityTree, findViolations, readAnnouncements } from "./accessibility-tree.ts";
import { assertAccessible } from "./assert-accessible.ts";
import { inChromium, player } from "./kit.ts";
import { states } from "./states.ts";
import { SOUND, createTestPage } from "./test-page.ts";

const WAITING = "Waiting for sound.";

inChromium("to a screen reader the player", (kit) => {
  beforeAll(() => openAccessibilityTree(kit.driver.page));

  test.each(Object.keys(states))("is what it should be: %s", async (name) => {
    await states[name]?.(createTestPage(kit));
    const now = await kit.driver.evaluate(
      `earmarkRoots.get(${player()}).querySelector("[role=status]").textContent`,
    );
    // Read out is what stands there now, once, and nothing else; on a slow machine that it was waited for.
    const said = await readAnnouncements(kit.driver.page);
    expect(said.filter((words) => words === now || words !== WAITING)).toEqual(now ? [now] : []);
    await assertAccessible(kit.driver.page, name);
  });

  test("would not pass with a button that has no name", async () => {
    await createTestPage(kit).openShare();
    await kit.driver.evaluate(
      `["title", "aria-label"].forEach((name) => earmarkRoots.get(${player()}).querySelector(".mute").removeAttribute(name))`,
    );
    expect(await findViolations(kit.driver.page)).toEqual([
      expect.stringMatching(/^button-name: /),
    ]);
  });

  test("says nothing while it plays, and how far it is when the seek bar is asked", async () => {
    const { openShare, press, is } = createTestPage(kit);
    await openShare();
    await press("Play");
    await is("currentTime > 0");
    const before = await readAnnouncements(kit.driver.page);
    await kit.driver.press("Tab");
    const told = `earmarkRoots.get(${player()}).activeElement.getAttribute("aria-valuetext")`;
    const first = await kit.driver.evaluate(told);
    expect(first).toMatch(/^\d seconds? of 20 seconds$/);
    await is("currentTime > 3");
    expect(await readAnnouncements(kit.driver.page)).toEqual(before);
    // Words that change under the focus are read out: only what the listener does changes them.
    expect(await kit.driver.evaluate(told)).toBe(first);
  });

  test("says that sound is missing after half a second, and no more once it is there", async () => {
    const { openShare, fault, press, is } = createTestPage(kit);
    const note = `addEventListener("pointerdown", () => (globalThis.begun = performance.now()), true)`;
    await openShare({ head: `<script>${note}</script>` });
    fault(SOUND, { hang: true });
    await press("Play");
    await kit.controls.until("earmarkSaid.length", 1);
    const wait = Number(await kit.driver.evaluate("earmarkSaid[0].at - begun"));
    expect(wait).toBeGreaterThanOrEqual(499);
    expect(wait).toBeLessThan(2500);
    kit.servers.sandbox.faults.clear();
    await is("currentTime > 0.5");
    expect(await readAnnouncements(kit.driver.page)).toEqual([WAITING]);
  });
});
