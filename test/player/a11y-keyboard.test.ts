import { expect, test } from "vitest";
import { AFTER, BEFORE, FOCUSED, createKeyboard } from "./keyboard-input.ts";
import { inEachBrowser, player } from "./kit.ts";
import { createTestPage } from "./test-page.ts";

const PICKED =
  "play skip-back seek skip-forward time volume mute speed loop region download copy save title";

inEachBrowser("by keyboard alone", (kit) => {
  const testPage = createTestPage(kit);
  const { is, set, shows } = testPage;
  const keyboard = createKeyboard(testPage);
  const { press, tabTo, focused } = keyboard;
  const around = { before: BEFORE, after: AFTER };

  async function openPicked(): Promise<void> {
    const attributes = `controls="${PICKED}"`;
    await testPage.open(await testPage.file(), { ...around, attributes });
    await shows("select");
    await kit.driver.evaluate(`void document.dispatchEvent(new Event("earmark-here"))`);
    // How long a mere file is, only playing it tells.
    await tabTo("Play");
    await press("Enter");
    await is("duration > 0");
    await press("Enter");
    await is("paused");
    await kit.driver.evaluate("void before.focus()");
  }

  test("every control is reached in its order, seen, and left again", async () => {
    await openPicked();
    await set("region = { from: 3, to: 7 }");
    const met = await keyboard.tabThrough();
    expect(met).toEqual([
      "Play",
      "Back 10 seconds",
      "Seek",
      "Forward 10 seconds",
      "Volume",
      "Mute",
      "Speed",
      "Loop",
      "Set A here",
      "Set B here",
      "Clear A and B",
      "Start of the loop (A)",
      "End of the loop (B)",
      "Download",
      "Copy link",
      "Save to Earmark",
    ]);
    const back: string[] = [];
    for (const name of met.toReversed()) {
      await press("Shift+Tab");
      back.push(`${await focused()}${(await keyboard.isOutlined()) ? "" : ", without a sign"}`);
      if (back.at(-1) !== name) break;
    }
    expect(back).toEqual(met.toReversed());
    await press("Shift+Tab");
    expect(await focused()).toBe("(before)");
  });

  test("each control does what it is for", async () => {
    await openPicked();
    await tabTo("Play");
    await press("Enter");
    await is("paused", false);
    await press(" ");
    await is("paused");
    await set("currentTime = 0");
    await tabTo("Forward 10 seconds");
    await press("Enter");
    await is("currentTime", 10);
    expect(await focused()).toBe("Forward 10 seconds");
    await tabTo("Volume");
    await press("ArrowDown");
    await is("volume.toFixed(2)", "0.95");
    expect(await keyboard.valueText()).toBe("95%");
    await tabTo("Mute");
    await press(" ");
    await is("muted");
    await tabTo("Speed");
    await press("1");
    await press(".");
    await press("2");
    await is("playbackRate", 1.25);
    await tabTo("Loop");
    await press("Enter");
    await is("loop");
    await tabTo("Set A here");
    await press("Enter");
    await is("region.from", 10);
    await set("currentTime = 14");
    await tabTo("Set B here");
    await press(" ");
    await is("region.to", 14);
    await tabTo("End of the loop (B)");
    await press("ArrowRight");
    await is("region.to", 14.1);
    expect(await keyboard.valueText()).toBe("14.1 seconds");
    await press("Shift+Tab");
    await press("Shift+Tab");
    expect(await focused()).toBe("Clear A and B");
    await press("Enter");
    await is("region", null);
    expect(await focused()).toBe("Set A here");
    await tabTo("Download");
    await kit.controls.until(`${FOCUSED}.href.includes("/audio/lantern.mp3")`, true);
    await tabTo("Copy link");
    await press("Enter");
    await kit.controls.read(/Link copied|copy it yourself/);
    await kit.driver.evaluate(
      `void ${player()}.addEventListener("save", () => (globalThis.saves = true))`,
    );
    await tabTo("Save to Earmark");
    await press("Enter");
    await kit.controls.until("saves", true);
    await tabTo("(after)");
  });

  test("the seek bar goes where each key says, and tells where in words", async () => {
    await openPicked();
    await tabTo("Seek");
    const steps: readonly (readonly [key: string, at: number, words: string])[] = [
      ["ArrowRight", 5, "5 seconds of 20 seconds"],
      ["ArrowUp", 10, "10 seconds of 20 seconds"],
      ["ArrowLeft", 5, "5 seconds of 20 seconds"],
      ["PageUp", 20, "20 seconds of 20 seconds"],
      ["PageDown", 0, "0 seconds of 20 seconds"],
      ["5", 10, "10 seconds of 20 seconds"],
      ["Home", 0, "0 seconds of 20 seconds"],
    ];
    for (const [key, at, words] of steps) {
      await press(key);
      await is(`currentTime.toFixed()`, String(at));
      expect(await keyboard.valueText(), key).toBe(words);
    }
  });

  test("keys work inside of the player, and nowhere else", async () => {
    await openPicked();
    await tabTo("Play");
    await set("currentTime = 0");
    const inside: readonly (readonly [key: string, expression: string, value: unknown])[] = [
      ["k", "paused", false],
      ["k", "paused", true],
      ["Home", "currentTime", 0],
      ["l", "currentTime", 10],
      ["j", "currentTime", 0],
      ["ArrowRight", "currentTime", 5],
      ["ArrowLeft", "currentTime", 0],
      ["ArrowDown", "volume.toFixed(2)", "0.95"],
      ["ArrowUp", "volume.toFixed(2)", "1.00"],
      ["m", "muted", true],
      ["End", "currentTime.toFixed()", "20"],
      ["r", "loop", true],
      [">", "playbackRate", 1.25],
      ["<", "playbackRate", 1],
      ["5", "currentTime.toFixed()", "10"],
      ["[", "region.from.toFixed()", "10"],
    ];
    for (const [key, expression, value] of inside) {
      await press(key);
      await is(expression, value).catch((error: unknown) => {
        throw new Error(`After ${key}: ${String(error)}`);
      });
    }
    expect(await kit.driver.evaluate("scrollY")).toBe(0);

    await set("region = null");
    await set("currentTime = 3");
    await tabTo("(after)");
    const now = `["paused", "currentTime", "volume", "muted", "loop", "playbackRate"].map((name) => ${player()}[name])`;
    const was = await kit.driver.evaluate(now);
    for (const key of ["k", "j", "l", "m", "r", "5", "Home", "ArrowRight", "ArrowUp"])
      await press(key);
    await kit.driver.evaluate("void document.activeElement.blur()");
    await press(" ");
    await kit.controls.until("scrollY > 100", true);
    expect(await kit.driver.evaluate(now)).toEqual(was);
  });
});
