// @vitest-environment happy-dom
import { expect, test, vi } from "vitest";
import { createButton } from "./toolbar-button.ts";

vi.mock("../i18n/translate.ts", () => ({ t: (key: string) => key }));

/** A trusted click, as a person makes it: those of happy-dom are never trusted. */
function press(element: HTMLElement, isTrusted = true): void {
  const event = new Event("click");
  Object.defineProperty(event, "isTrusted", { value: isTrusted });
  element.dispatchEvent(event);
}
const ignoreStatus = (): void => {};

test("ignores a click that the page dispatched", () => {
  const act = vi.fn(async () => {});
  const { element, onPress } = createButton("share", "Share", false);
  onPress(act, ignoreStatus);
  element.click();
  press(element, false);
  expect(act).not.toHaveBeenCalled();
  press(element);
  expect(act).toHaveBeenCalledOnce();
});

test("ignores clicks while an action is under way", async () => {
  const running = Promise.withResolvers<void>();
  const act = vi.fn(() => running.promise);
  const { element, onPress } = createButton("share", "Share", false);
  onPress(act, ignoreStatus);
  for (let n = 0; n < 100; n++) press(element);
  expect(act).toHaveBeenCalledOnce();
  expect(element.getAttribute("aria-busy")).toBe("true");
  running.resolve();
  await vi.waitFor(() => expect(element.hasAttribute("aria-busy")).toBe(false));
  press(element);
  expect(act).toHaveBeenCalledTimes(2);
});

test("asks to reload the page when the extension is gone", async () => {
  const showStatus = vi.fn();
  const { element, onPress } = createButton("save", "Save", true);
  onPress(() => Promise.reject(new Error("Extension context invalidated.")), showStatus);
  press(element);
  await vi.waitFor(() => expect(showStatus).toHaveBeenCalledWith("page_failed_reload"));
});

test("a compact button has an accessible name", () => {
  const { element, set } = createButton("save", "Save", true);
  expect(element.getAttribute("aria-label")).toBe("Save");
  set("Saved", true);
  expect([
    element.getAttribute("aria-label"),
    element.getAttribute("aria-pressed"),
    element.title,
  ]).toEqual(["Saved", "true", "Saved"]);
});
