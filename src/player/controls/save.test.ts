// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import { opened, settled, share } from "../../../test/kits/render-player.ts";

afterEach(() => void vi.useRealTimers());

const sayHere = (): boolean => document.dispatchEvent(new Event("earmark-here"));

/** The extension on a page that was enabled: it answers who asks. */
function answering(): AbortController {
  const life = new AbortController();
  document.addEventListener("earmark-listening", sayHere, { signal: life.signal });
  return life;
}

/** A drawn player in a shadow root of its own, as on a page. */
async function onPage() {
  const player = await opened(() => {}, "more");
  share(player.state, {});
  const host = document.body.appendChild(document.createElement("div"));
  host.attachShadow({ mode: "closed" }).append(player.root);
  const tell = (type: string, at: Element = host): boolean =>
    at.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
  return { ...player, tell, said: () => player.find("[role=status]").textContent };
}

test("is hidden when no extension answers", async () => {
  const { find } = await onPage();
  expect(find("button.save").hidden).toBe(true);
});

test("is shown when the extension answers, at once or later, and not for a collection", async () => {
  const extension = answering();
  const { state, find } = await onPage();
  expect(find("button.save").hidden).toBe(false);
  share(state, {}, { title: "Ebb" });
  expect(find("button.save").hidden).toBe(true);
  extension.abort();
  const late = await onPage();
  sayHere();
  expect(late.find("button.save").hidden).toBe(false);
});

test("shows the outcome of a save, for its own player only", async () => {
  const { tell, said } = await onPage();
  tell("earmark-saved", document.body);
  await settled();
  expect(said()).not.toContain("Saved");
  vi.useFakeTimers();
  tell("earmark-saved");
  expect(said()).toBe("Saved to Earmark.");
  vi.advanceTimersByTime(5000);
  expect(said()).not.toContain("Saved");
  tell("earmark-not-saved");
  expect(said()).toContain("could not save");
});
