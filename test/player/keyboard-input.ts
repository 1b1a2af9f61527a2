import { expect } from "vitest";
import { player } from "./kit.ts";
import type { TestPage } from "./test-page.ts";

/** What has the focus inside the player, as an expression; null when the focus is elsewhere on the page. */
export const FOCUSED = `(document.activeElement === ${player()} ? earmarkRoots.get(${player()}).activeElement : null)`;

/** Its name; that of the page's own element in brackets. */
const NAME = `((inside) => inside?.getAttribute("aria-label") ?? inside?.textContent ?? "(" + document.activeElement.id + ")")(${FOCUSED})`;

/** Whether one can see where the focus is: an outline of its own, or that of the rail it lies on. */
const OUTLINED = `((inside) => [inside, inside.closest(".rail")].some((each) => {
  const { outlineStyle, outlineWidth } = each ? getComputedStyle(each) : { outlineStyle: "none", outlineWidth: "0" };
  return outlineStyle !== "none" && parseFloat(outlineWidth) >= 1;
}) || /px/.test(getComputedStyle(inside, "::-webkit-slider-thumb").borderWidth))(${FOCUSED})`;

/** Somebody with a keyboard and nothing else. */
export interface Keyboard {
  press(key: string): Promise<void>;
  focused(): Promise<string>;
  /** Tab, and Tab again, until this has the focus. */
  tabTo(name: string): Promise<void>;
  /** Tab from `BEFORE` the player until it is left: what had the focus, in order. */
  tabThrough(): Promise<string[]>;
  valueText(): Promise<unknown>;
  isOutlined(): Promise<boolean>;
}

export function createKeyboard({ kit }: TestPage): Keyboard {
  const focused = async (): Promise<string> => String(await kit.driver.evaluate(NAME));
  const press = (key: string): Promise<void> => kit.driver.press(key);

  async function tabTo(name: string): Promise<void> {
    const met: string[] = [];
    for (let turn = 0; turn < 40 && met.at(-1) !== name; turn++) {
      await press("Tab");
      met.push(await focused());
    }
    expect(met.at(-1), met.join(", ")).toBe(name);
  }

  return {
    press,
    focused,
    tabTo,
    async tabThrough() {
      const met: string[] = [];
      await kit.driver.evaluate("void before.focus()");
      for (let turn = 0; turn < 40 && met.at(-1) !== "(after)"; turn++) {
        await press("Tab");
        met.push(await focused());
      }
      return met.slice(0, -1);
    },
    valueText: () => kit.driver.evaluate(`${FOCUSED}.getAttribute("aria-valuetext")`),
    isOutlined: async () => (await kit.driver.evaluate(OUTLINED)) === true,
  };
}

/** Somewhere to come from, and to go on to. */
export const BEFORE = `<button id="before">Before</button>`;
export const AFTER = `<button id="after">After</button><p style="height: 3000px">A long page.</p>`;
