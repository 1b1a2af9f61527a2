import type { Page } from "@playwright/test";
import { expect } from "vitest";
import { findViolations, readTree } from "./accessibility-tree.ts";
import { player } from "./kit.ts";

/** Controls and sentences of the player that do not lie wholly in the window and in the card, though they can be seen. */
export const CUT = `((root) => [...root.querySelectorAll("button, a, input, select, .words, .hint, .time")]
  .filter((each) => each.checkVisibility({ visibilityProperty: true }))
  .filter((each) => {
    const { overflowY } = getComputedStyle(each);
    // What can be scrolled to, and what is only read out.
    if (overflowY === "auto" || [each, each.parentElement].some((one) => getComputedStyle(one).clipPath !== "none")) return false;
    const card = root.querySelector(".card").getBoundingClientRect();
    const range = document.createRange();
    range.selectNodeContents(each);
    const rects = each.matches("p, span") ? [...range.getClientRects()] : [each.getBoundingClientRect()];
    return rects.some(({ left, right, bottom }) =>
      left < Math.max(card.left, 0) || right > Math.min(card.right, innerWidth) || bottom > card.bottom);
  })
  .map((each) => each.className + " " + each.textContent))(earmarkRoots.get(${player()}))`;

/** The three forms of the player, by the width of its place in CSS pixels; the first as at 400 % zoom on a usual screen. */
const WIDTHS = { card: 304, wide: 720, "icon row": 200 } as const;

/** Holds what is on a page, in each of the player's forms, against axe and against what `trees/` has for this state. */
export async function assertAccessible(page: Page, name: string): Promise<void> {
  const told: string[] = [];
  let last = "";
  for (const [form, width] of Object.entries(WIDTHS)) {
    await page.evaluate(
      `new Promise((done) => { place.style.width = "${width}px"; requestAnimationFrame(() => requestAnimationFrame(done)); })`,
    );
    expect(await findViolations(page), form).toEqual([]);
    expect(await page.evaluate(CUT), form).toEqual([]);
    const tree = await readTree(page);
    told.push(`${form}${tree === last ? ": the same" : `\n${tree}`}`);
    last = tree;
  }
  await expect(`${told.join("\n\n")}\n`).toMatchFileSnapshot(`trees/${name}.txt`);
}
