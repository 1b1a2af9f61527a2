import { afterEach, beforeAll, expect, test } from "vitest";
import { openAccessibilityTree } from "./accessibility-tree.ts";
import { CUT } from "./assert-accessible.ts";
import { FOCUSED, createKeyboard } from "./keyboard-input.ts";
import { inChromium, player } from "./kit.ts";
import { states } from "./states.ts";
import { createTestPage } from "./test-page.ts";

inChromium("on every screen the player", (kit) => {
  const testPage = createTestPage(kit);
  const page = () => kit.driver.page;
  beforeAll(() => openAccessibilityTree(page()));
  afterEach(async () => {
    await page().setViewportSize({ width: 900, height: 700 });
    await page().emulateMedia({ forcedColors: null, reducedMotion: null });
  });

  // 1280 pixels at 400 %: https://www.w3.org/WAI/WCAG22/Understanding/reflow
  test.each(["region", "picked", "desk"])("is whole at fourfold zoom: %s", async (name) => {
    await page().setViewportSize({ width: 320, height: 640 });
    await states[name]?.(testPage);
    expect(await page().evaluate(CUT)).toEqual([]);
    expect(await page().evaluate("document.documentElement.scrollWidth")).toBe(320);
  });

  test("cuts no sentence off, whatever the language, where it is narrowest", async () => {
    await states["blocked"]?.(testPage);
    const said = `earmarkRoots.get(${player()}).querySelector(".words").textContent`;
    for (const [lang, word] of Object.entries({
      de: "Browser",
      fr: "navigateur",
      es: "navegador",
      nl: "browser",
      ja: "ブラウザー",
    })) {
      await page().evaluate(`void (${player()}.lang = "${lang}")`);
      await kit.controls.until(`${said}.includes("${word}")`, true);
      for (const width of [240, 299, 560]) {
        await page().evaluate(`void (place.style.width = "${width}px")`);
        expect([lang, width, await page().evaluate(CUT)]).toEqual([lang, width, []]);
      }
    }
  });

  test("says even what is longest to the end", async () => {
    await page().setViewportSize({ width: 256, height: 640 });
    const { openShare, press, shows } = testPage;
    await openShare({ lang: "de" });
    await press("Weitere Bedienelemente");
    await shows("select");
    await kit.driver.evaluate(`void document.dispatchEvent(new Event("earmark-here"))`);
    await shows(".save");
    await kit.driver.evaluate(
      `void ${player()}.dispatchEvent(new Event("earmark-not-saved", { bubbles: true }))`,
    );
    await kit.controls.read("Earmark konnte das nicht speichern.");
    expect(await page().evaluate(CUT)).toEqual([]);
  });

  test("has no slider that is dead to keys at 360 pixels", async () => {
    await page().setViewportSize({ width: 360, height: 640 });
    await states["region"]?.(testPage);
    const keyboard = createKeyboard(testPage);
    const moved: string[] = [];
    for (let turn = 0; turn < 30; turn++) {
      await keyboard.press("Tab");
      const read = `${FOCUSED}?.matches("input[type=range]") ? ${FOCUSED}.getAttribute("aria-valuetext") : null`;
      const was = await page().evaluate(read);
      if (was === null) continue;
      await keyboard.press("ArrowLeft");
      if ((await page().evaluate(read)) !== was) moved.push(await keyboard.focused());
    }
    expect([...new Set(moved)].toSorted()).toEqual([
      "End of the loop (B)",
      "Seek",
      "Start of the loop (A)",
      "Volume",
    ]);
  });

  test("can be told apart where the system gives the colours", async () => {
    await page().emulateMedia({ forcedColors: "active" });
    await states["region"]?.(testPage);
    const borders = `[...earmarkRoots.get(${player()}).querySelectorAll("button, select")]
      .filter((each) => each.checkVisibility({ visibilityProperty: true }))
      .filter((each) => parseFloat(getComputedStyle(each).borderWidth) < 1).map((each) => each.className)`;
    expect(await page().evaluate(borders)).toEqual([]);
    const keyboard = createKeyboard(testPage);
    for (const name of [
      "Play",
      "Seek",
      "Mute",
      "Volume",
      "More controls",
      "Speed",
      "Start of the loop (A)",
    ]) {
      await keyboard.tabTo(name);
      expect([name, await keyboard.isOutlined()]).toEqual([name, true]);
    }
  });

  test("does not move for who wants no motion", async () => {
    const longest = `Math.max(...[...earmarkRoots.get(${player()}).querySelectorAll("*")].map((each) => {
      const { transitionDuration, animationDuration } = getComputedStyle(each);
      return parseFloat(transitionDuration) + parseFloat(animationDuration);
    }))`;
    await states["more"]?.(testPage);
    expect(await page().evaluate(longest)).toBeGreaterThan(0);
    await page().emulateMedia({ reducedMotion: "reduce" });
    expect(await page().evaluate(longest)).toBe(0);
  });
});
