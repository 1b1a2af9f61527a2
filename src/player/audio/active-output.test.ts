// @vitest-environment happy-dom
import { expect, it, vi } from "vitest";
import type { Sound } from "./output.ts";
import { Stage } from "./active-output.ts";

const sound = (): HTMLAudioElement => document.createElement("audio");

it("puts on another sound where and as loud as the last one was", () => {
  const [first, second] = [sound(), sound()];
  const stage = new Stage(first);
  first.volume = 0.3;
  first.muted = true;
  first.loop = true;
  first.currentTime = 12;
  stage.put(second);
  expect([second.volume, second.muted, second.loop, second.currentTime]).toEqual([
    0.3,
    true,
    true,
    12,
  ]);
  expect(stage.sound).toBe<Sound>(second);
});

it("tells what the sound on it tells, and nothing of the last one", () => {
  const [first, second] = [sound(), sound()];
  const stage = new Stage(first);
  const told = vi.fn();
  stage.addEventListener("timeupdate", told);
  first.dispatchEvent(new Event("timeupdate"));
  stage.put(second);
  first.dispatchEvent(new Event("timeupdate"));
  expect(told).toHaveBeenCalledTimes(1);
  second.dispatchEvent(new Event("timeupdate"));
  expect(told).toHaveBeenCalledTimes(2);
});
