// @vitest-environment happy-dom
import { expect, test, vi } from "vitest";
import { makeButton } from "./toolbar-button.ts";

vi.mock("../i18n/text.ts", () => ({ t: (key: string) => key }));

/** What a person's click looks like: happy-dom's own are never trusted. */
function press(element: HTMLElement, isTrusted = true): void {
  const event = new Event("click");
  Object.defineProperty(event, "isTrusted", { value: isTrusted });
  element.dispatchEvent(event);
}
const silent = (): void => {};

test("a click that the page made does nothing", () => {
  const act = vi.fn(async () => {});
  const { element, onPress } = makeButton("share", "Share", false);
  onPress(act, silent);
  element.click();
  press(element, false);
  expect(act).not.toHaveBeenCalled();
  press(element);
  expect(act).toHaveBeenCalledOnce();
});

test("a second click while the first is under way is not a second act", async () => {
  const under = Promise.withResolvers<void>();
  const act = vi.fn(() => under.promise);
  const { element, onPress } = makeButton("share", "Share", false);
  onPress(act, silent);
  for (let n = 0; n < 100; n++) press(element);
  expect(act).toHaveBeenCalledOnce();
  expect(element.getAttribute("aria-busy")).toBe("true");
  under.resolve();
  await vi.waitFor(() => expect(element.hasAttribute("aria-busy")).toBe(false));
  press(element);
  expect(act).toHaveBeenCalledTimes(2);
});

test("when the extension is gone the person is told to reload", async () => {
  const tell = vi.fn();
  const { element, onPress } = makeButton("save", "Save", true);
  onPress(() => Promise.reject(new Error("Extension context invalidated.")), tell);
  press(element);
  await vi.waitFor(() => expect(tell).toHaveBeenCalledWith("page_failed_reload"));
});

test("a compact button has its name all the same", () => {
  const { element, set } = makeButton("save", "Save", true);
  expect(element.getAttribute("aria-label")).toBe("Save");
  set("Saved", true);
  expect([
    element.getAttribute("aria-label"),
    element.getAttribute("aria-pressed"),
    element.title,
  ]).toEqual(["Saved", "true", "Saved"]);
});
