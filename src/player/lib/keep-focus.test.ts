// @vitest-environment happy-dom
import { afterEach, expect, test } from "vitest";
import { createElement } from "./dom.ts";
import { keepFocus, replaceChildren } from "./keep-focus.ts";

afterEach(() => document.body.replaceChildren());

function twoButtons() {
  const [one, two] = [createElement("button", {}, "one"), createElement("button", {}, "two")];
  // No layout in a test: what is marked as hidden counts as hidden.
  for (const button of [one, two]) button.checkVisibility = () => !button.hidden;
  const card = createElement("div", {}, one, two);
  document.body.append(card);
  return { one, two, refocus: keepFocus(card, () => two, new AbortController().signal) };
}

test("moves the focus on when the focused button was hidden", () => {
  const { one, two, refocus } = twoButtons();
  one.focus();
  one.hidden = true;
  refocus();
  expect(document.activeElement).toBe(two);
});

test("leaves the focus where it is while its button can be seen", () => {
  const { one, refocus } = twoButtons();
  one.focus();
  refocus();
  expect(document.activeElement).toBe(one);
});

test("does not take the focus back after the person has moved it", async () => {
  const { one, two, refocus } = twoButtons();
  one.focus();
  one.blur();
  await Promise.resolve();
  one.hidden = true;
  refocus();
  expect(document.activeElement).not.toBe(two);
});

test("moves the focus on when the focused button was removed", () => {
  const { one, two, refocus } = twoButtons();
  one.focus();
  // As Chromium does, while the button can still be seen.
  one.dispatchEvent(new Event("focusout", { bubbles: true }));
  one.remove();
  one.checkVisibility = () => false;
  refocus();
  expect(document.activeElement).toBe(two);
});

const rows = (): HTMLElement[] =>
  ["1", "2", "3"].map((each) => createElement("li", {}, createElement("button", {}, each)));

test("keeps the focus on its row when the rows are replaced", () => {
  const list = createElement("ol", {}, ...rows());
  document.body.append(list);
  list.children[1]?.querySelector("button")?.focus();
  replaceChildren(list, rows());
  expect(document.activeElement?.textContent).toBe("2");
  // With fewer of them the one that had it is gone.
  replaceChildren(list, rows().slice(0, 1));
  expect(list.contains(document.activeElement)).toBe(false);
});
