// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { opened, share, slide, track } from "../../../test/kits/render-player.ts";

async function region() {
  const player = await opened((state) => {
    share(state, track);
    state.currentTime.value = 60;
  }, "more");
  const handle = (end: string) => player.find<HTMLInputElement>(`.handle.${end}`);
  return { ...player, from: handle("from"), to: handle("to") };
}

test("sets A and B at the current time", async () => {
  const { state, asked, root } = await region();
  const [a, b] = root.querySelectorAll<HTMLButtonElement>(".mark");
  a?.click();
  state.region.value = { from: 60, to: 184 };
  state.currentTime.value = 75;
  b?.click();
  expect(asked).toEqual([
    { type: "region", from: 60, to: 184 },
    { type: "region", from: 60, to: 75 },
  ]);
});

test("moves both ends, announces them, and lets neither pass the other", async () => {
  const { state, asked, from, to } = await region();
  state.region.value = { from: 60, to: 75.5 };
  expect(from.getAttribute("aria-label")).toBe("Start of the loop (A)");
  expect(to.getAttribute("aria-valuetext")).toBe("1 minute 15.5 seconds");
  slide(from, 70);
  slide(to, 80);
  slide(from, 100);
  expect(asked).toEqual([
    { type: "region", from: 70, to: 75.5 },
    { type: "region", from: 60, to: 80 },
    { type: "region", from: 75.4, to: 75.5 },
  ]);
  expect(from.value).toBe("60");
});

test("is cleared, keeps its space, and keeps the focus in the group", async () => {
  const { state, asked, find } = await region();
  state.region.value = { from: 60, to: 75 };
  expect(find(".clear").classList.contains("absent")).toBe(false);
  find(".clear").click();
  state.region.value = null;
  expect(asked).toEqual([{ type: "region-off" }]);
  expect(find(".clear").classList.contains("absent")).toBe(true);
  expect(document.activeElement).toBe(find(".mark"));
});
