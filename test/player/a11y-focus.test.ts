import { expect, test } from "vitest";
import { collections } from "../../sandbox/accounts.ts";
import { AFTER, BEFORE, FOCUSED, createKeyboard } from "./keyboard-input.ts";
import { inEachBrowser } from "./kit.ts";
import { SHARED, createTestPage } from "./test-page.ts";

const [evening] = collections;
const HOUR = 3_600_000;

inEachBrowser("in panels the keyboard is enough, and the focus is never lost,", (kit) => {
  const testPage = createTestPage(kit);
  const { is, set, shows } = testPage;
  const { press, tabTo, focused, valueText } = createKeyboard(testPage);
  const around = { before: BEFORE, after: AFTER };

  test("a failure takes the controls away, and trying again brings them back", async () => {
    await testPage.openShare(around);
    await tabTo("More controls");
    await press("Enter");
    await shows("#more");
    await tabTo("Forward 10 seconds");
    testPage.fault(SHARED, { status: 503 });
    await set(`src = "${await kit.share()}"`);
    await is("error?.kind", "refused");
    await expect.poll(focused).toMatch(/^The music service has a problem/);
    await press("Tab");
    expect(await focused()).toBe("Try again");
    kit.servers.sandbox.faults.clear();
    await press("Enter");
    await is("duration > 0");
    await expect.poll(focused).toBe("Play");
  });

  test("new addresses of the same tracks leave it on its row", async () => {
    await testPage.open(await kit.share(evening.id), around);
    await is("tracks.length", 3);
    await tabTo("Tracks");
    await press("Enter");
    await shows("#tracks");
    await tabTo("Lantern Room 0:20");
    await press("Enter");
    await press("k");
    await is("currentTime > 0");
    kit.servers.sandbox.shiftClock(HOUR);
    kit.servers.came.length = 0;
    await press("ArrowDown");
    await press("Enter");
    await is("trackIndex", 1);
    await is("currentTime > 0");
    // The sound's address had died, so the list came anew.
    expect(kit.servers.came.filter(({ path }) => path.startsWith(SHARED))).toHaveLength(1);
    expect(await focused()).toMatch(/^Harbour Lights/);
  });

  test("a desk that another link has no use for leaves it with the player", async () => {
    await testPage.open((await testPage.stems()).link, around);
    await is("stems.length", 4);
    await tabTo("Stems");
    await press("Enter");
    await shows("#stems .stem");
    await tabTo("Solo drums");
    await set(`src = "${await kit.share()}"`);
    await is("stems.length", 0);
    await expect.poll(focused).toBe("Play");
  });

  test("Escape shuts what is innermost", async () => {
    const head = `<script>Object.defineProperty(navigator, "clipboard", {})</script>`;
    await testPage.openShare({ ...around, head });
    await tabTo("More controls");
    await press("Enter");
    await shows("#more");
    await tabTo("Copy link");
    await press("Enter");
    await expect.poll(focused).toBe("Link");
    await press("Escape");
    expect(await focused()).toBe("Copy link");
    await press("Escape");
    expect(await focused()).toBe("More controls");
    // Nothing is open: the key is the page's.
    await kit.driver.evaluate(
      `void addEventListener("keydown", ({ key, defaultPrevented }) => (globalThis.told = [key, defaultPrevented]))`,
    );
    await press("Escape");
    await kit.controls.until("told", ["Escape", false]);
  });

  test("the tracks are a list to go up and down in, and Escape shuts it", async () => {
    await testPage.open(await kit.share(evening.id), around);
    await is("tracks.length", 3);
    await tabTo("Tracks");
    await press("Enter");
    await shows("#tracks");
    await press("Tab");
    await press("Tab");
    expect(await focused()).toMatch(/^Lantern Room/);
    await press("ArrowDown");
    expect(await focused()).toMatch(/^Harbour Lights/);
    await press("Enter");
    await is("trackIndex", 1);
    await kit.controls.until(`${FOCUSED}.getAttribute("aria-current")`, "true");
    await press("Escape");
    expect(await focused()).toBe("Tracks");
    await kit.controls.until(`${FOCUSED}.getAttribute("aria-expanded")`, "false");
  });

  test("the desk is mixed", async () => {
    await testPage.open((await testPage.stems()).link, around);
    await is("stems.length", 4);
    await tabTo("Stems");
    await press(" ");
    await shows("#stems .stem");
    await tabTo("Volume of drums");
    await press("ArrowLeft");
    await is("stems[0].volume", 0.99);
    expect(await valueText()).toBe("99%");
    await tabTo("Mute drums");
    await press(" ");
    await is("stems[0].muted");
    await tabTo("Solo bass");
    await press("Enter");
    await is("stems[1].solo");
    await press("Escape");
    expect(await focused()).toBe("Stems");
  });
});
