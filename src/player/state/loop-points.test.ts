// @vitest-environment node
import { expect, test } from "vitest";
import { createRegionRequest } from "./loop-points.ts";
import { createState } from "./state.ts";

function marked(region: { from: number; to: number } | null, end: "from" | "to", at: number) {
  const state = createState();
  state.mediaDuration.value = 180;
  state.region.value = region;
  const request = createRegionRequest(state, end, at);
  return request?.type === "region" ? [request.from, request.to] : null;
}

test.each([
  [null, "from", 60, [60, 180]],
  [null, "to", 60, [0, 60]],
  [{ from: 20, to: 40 }, "from", 30, [30, 40]],
  [{ from: 20, to: 40 }, "to", 30, [20, 30]],
  [{ from: 20, to: 40 }, "from", 50, [50, 180]],
  [{ from: 20, to: 40 }, "to", 10, [0, 10]],
  [null, "from", 180, [179.9, 180]],
  [null, "to", 0, [0, 0.1]],
] as const)("of %j, %s put at %d becomes %j", (region, end, at, wanted) => {
  expect(marked(region, end, at)).toEqual(wanted);
});

test("marks nothing while the length is unknown", () => {
  expect(createRegionRequest(createState(), "from", 3)).toBeNull();
});
