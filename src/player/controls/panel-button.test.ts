// @vitest-environment happy-dom
import { expect, test, vi } from "vitest";
import { loadChunk } from "../lib/load-chunk.ts";
import { createState } from "../state/state.ts";
import { createView } from "../ui/view.ts";

vi.mock("../lib/load-chunk.ts", () => ({
  loadChunk: vi.fn(),
  getChunk: vi.fn(),
  registerChunk: vi.fn(),
}));
const load = vi.mocked(loadChunk);

function draw(wanted: readonly string[] | null = null) {
  const state = createState();
  state.requestedControls.value = wanted;
  const root = createView({ state, request: () => undefined }, new AbortController().signal);
  document.body.replaceChildren(root);
  return { root, said: () => root.querySelector("[role=status]")?.textContent };
}

test("announces that controls did not load when a panel is opened, and tries again", async () => {
  load.mockRejectedValue(new Error("blocked"));
  const { root, said } = draw();
  const more = root.querySelector<HTMLButtonElement>(".toggle.more");
  root.querySelector(".card")?.dispatchEvent(new Event("pointerenter"));
  await Promise.resolve();
  expect(said()).toBe("");
  more?.click();
  await vi.waitFor(() => expect(said()).toMatch(/^Some controls did not load\./));
  expect(more?.getAttribute("aria-expanded")).toBe("false");

  const togglePanel = vi.fn();
  load.mockResolvedValue({ styleSheet: "", hydrate: () => undefined, togglePanel });
  more?.click();
  await vi.waitFor(() => expect(togglePanel).toHaveBeenCalledTimes(1));
  expect(said()).toBe("");
});

test("announces it at once where the page requested a control that did not load", async () => {
  load.mockRejectedValue(new Error("blocked"));
  const { said } = draw(["play", "loop"]);
  await vi.waitFor(() => expect(said()).toMatch(/^Some controls did not load\./));
});
