// @vitest-environment happy-dom
import { afterEach, expect, it } from "vitest";
import { keepFocus } from "./keep-focus.ts";
import { make } from "./make.ts";

afterEach(() => document.body.replaceChildren());

function twoButtons() {
  const [one, two] = [make("button", {}, "one"), make("button", {}, "two")];
  // No layout in a test: what is marked as hidden counts as hidden.
  for (const button of [one, two]) button.checkVisibility = () => !button.hidden;
  const card = make("div", {}, one, two);
  document.body.append(card);
  return { one, two, refocus: keepFocus(card, () => two, new AbortController().signal) };
}

it("moves the focus on when the focused button was hidden", () => {
  const { one, two, refocus } = twoButtons();
  one.focus();
  one.hidden = true;
  refocus();
  expect(document.activeElement).toBe(two);
});

it("leaves the focus where it is while its button can be seen", () => {
  const { one, refocus } = twoButtons();
  one.focus();
  refocus();
  expect(document.activeElement).toBe(one);
});

it("does not take the focus back after the listener has left", () => {
  const { one, two, refocus } = twoButtons();
  one.focus();
  one.blur();
  one.hidden = true;
  refocus();
  expect(document.activeElement).not.toBe(two);
});
