// @vitest-environment node
import { expect, test } from "vitest";
import { createState } from "../state/state.ts";
import { waitForPlayback } from "./play-promise.ts";

function starting() {
  const state = createState();
  return { state, promise: waitForPlayback({ state, request: () => undefined }) };
}

test("resolves when it plays, not when play was requested", async () => {
  const { state, promise } = starting();
  let sounds = false;
  void promise.then(() => (sounds = true));
  state.waiting.value = true;
  state.paused.value = false;
  await Promise.resolve();
  expect(sounds).toBe(false);
  state.waiting.value = false;
  await expect(promise).resolves.toBeUndefined();
});

test("rejects when it is paused before", async () => {
  const { state, promise } = starting();
  state.playWhenReady.value = true;
  state.playWhenReady.value = false;
  await expect(promise).rejects.toMatchObject({ name: "AbortError" });
});

test.each([
  ["blocked", "NotAllowedError"],
  ["gone", "NotSupportedError"],
] as const)("rejects when it is %s", async (kind, name) => {
  const { state, promise } = starting();
  state.failure.value = { kind };
  await expect(promise).rejects.toMatchObject({ name });
});
