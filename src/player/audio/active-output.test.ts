// @vitest-environment happy-dom
import { expect, test, vi } from "vitest";
import { ActiveOutput } from "./active-output.ts";
import type { AudioOutput } from "./audio-output.ts";

const createAudio = (): HTMLAudioElement => document.createElement("audio");

test("keeps position, volume, mute and loop when the output is switched", () => {
  const [first, second] = [createAudio(), createAudio()];
  const output = new ActiveOutput(first);
  first.volume = 0.3;
  first.muted = true;
  first.loop = true;
  first.currentTime = 12;
  output.switchTo(second);
  expect([second.volume, second.muted, second.loop, second.currentTime]).toEqual([
    0.3,
    true,
    true,
    12,
  ]);
  expect(output.current).toBe<AudioOutput>(second);
});

test("relays the events of the current output only", () => {
  const [first, second] = [createAudio(), createAudio()];
  const output = new ActiveOutput(first);
  const listener = vi.fn();
  output.addEventListener("timeupdate", listener);
  first.dispatchEvent(new Event("timeupdate"));
  output.switchTo(second);
  first.dispatchEvent(new Event("timeupdate"));
  expect(listener).toHaveBeenCalledTimes(1);
  second.dispatchEvent(new Event("timeupdate"));
  expect(listener).toHaveBeenCalledTimes(2);
});
