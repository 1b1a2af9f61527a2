import { expect } from "vitest";
import type { Driver } from "./browser-driver.ts";
import { describePage } from "./page-functions.ts";
import type { VisibleControl } from "./page-functions.ts";

/** Somebody at a page: finds things by what they are called, in closed shadow roots and frames too. */
export interface ControlFinder {
  /** What the nth frame (none: the page itself) shows. */
  see(frame?: number): Promise<ReturnType<typeof describePage>>;
  /** Waits until there are these words. */
  read(words: string | RegExp, frame?: number): Promise<void>;
  /** Waits for the control, then presses it with the mouse. */
  click(role: string, name: string | RegExp, options?: Which): Promise<void>;
  /** Waits until an expression in the page has this value. */
  until(expression: string, value: unknown, frame?: number): Promise<void>;
}

/** The nth control of that name, in the page or in its nth frame. */
interface Which {
  readonly nth?: number;
  readonly frame?: number | undefined;
}

/** Patience in milliseconds: two busy cores and three kinds of browser. */
const patience = { timeout: 25_000, interval: 50 };

export function createControlFinder(driver: Driver): ControlFinder {
  const see = async (frame?: number) =>
    (await driver.evaluate(`(${describePage.toString()})()`, frame)) as ReturnType<
      typeof describePage
    >;

  async function find(
    role: string,
    name: string | RegExp,
    nth: number,
    frame?: number,
  ): Promise<VisibleControl> {
    let found: VisibleControl | undefined;
    const fits = (each: VisibleControl): boolean =>
      each.role === role && (typeof name === "string" ? each.name === name : name.test(each.name));
    await expect
      .poll(async () => {
        const { controls } = await see(frame);
        found = controls.filter(fits)[nth];
        return found ? "there" : controls.map((each) => `${each.role} ${each.name}`);
      }, patience)
      .toBe("there");
    return found as VisibleControl;
  }

  return {
    see,
    async read(words, frame) {
      const wanted =
        typeof words === "string" ? expect.stringContaining(words) : expect.stringMatching(words);
      await expect.poll(async () => (await see(frame)).text, patience).toEqual(wanted);
    },
    async click(role, name, { nth = 0, frame } = {}) {
      const { x, y } = await find(role, name, nth, frame);
      const corner =
        frame === undefined
          ? { x: 0, y: 0 }
          : ((await driver.evaluate(
              `(({ x, y }) => ({ x, y }))(document.querySelectorAll("iframe")[${frame}].getBoundingClientRect())`,
            )) as { x: number; y: number });
      await driver.clickAt(corner.x + x, corner.y + y);
    },
    async until(expression, value, frame) {
      await expect
        .poll(() => driver.evaluate(expression, frame), patience)
        .toEqual(value)
        .catch(async (problem: Error) => {
          // What a person would have seen instead says more than a number.
          problem.message += `\nShown: ${(await see(frame)).text}`;
          throw problem;
        });
    },
  };
}
