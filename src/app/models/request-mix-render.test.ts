import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createFakeSend, trackAt } from "../../../test/kits/app.ts";
import type { Result } from "../../model/failure.ts";
import type { MixJob } from "../../model/stem-mix.ts";
import { createRenderMixModel } from "./request-mix-render.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const files = [{ id: "bass", volume: 1, muted: false }];
const working = { ok: true, value: { state: "working" } } as const;
const offline = { ok: false, failure: { kind: "offline" } } as const;

function rendering(jobs: Result<MixJob>[], start: Result<string> = { ok: true, value: "j1" }) {
  const { send, sent } = createFakeSend({
    "render-mix": start,
    "get-mix-job": () => jobs.shift() ?? working,
  });
  const count = (name: string) => sent.filter((each) => each.name === name).length;
  return { ...createRenderMixModel(send, "a", trackAt("mixthat", { id: "t1" })), sent, count };
}

test("polls every two seconds, also while offline, until there is a file", async () => {
  const done = { ok: true, value: { state: "done", url: "https://x.example/m.mp3" } } as const;
  const { state, start, sent, count } = rendering([working, offline, done]);
  void start(files, "mp3");
  void start(files, "wav"); // a second press
  await vi.advanceTimersByTimeAsync(0);
  expect(state.value).toMatchObject({ is: "working", format: "mp3" });
  expect(sent).toEqual([
    { name: "render-mix", payload: { account: "a", track: "t1", files, format: "mp3" } },
  ]);
  await vi.advanceTimersByTimeAsync(4_000);
  expect(count("get-mix-job")).toBe(2);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(count("get-mix-job")).toBe(3);
  expect(count("render-mix")).toBe(1);
  expect(state.value).toEqual({ is: "done", format: "mp3", url: done.value.url });
});

test.each([
  [[{ ok: true, value: { state: "failed" } }], "The mix could not be rendered. Try again."],
  [[{ ok: false, failure: { kind: "not-yours" } }], "does not show this track to this account"],
] as [Result<MixJob>[], string][])("ends with %j", async (jobs, words) => {
  const { state, start, count } = rendering(jobs);
  void start(files, "mp3");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(state.value).toMatchObject({ is: "failed", text: expect.stringContaining(words) });
  expect([count("render-mix"), count("get-mix-job")]).toEqual([1, 1]);
});

test("says why rendering cannot start", async () => {
  const gone = { ok: false, failure: { kind: "gone" } } as const;
  const { state, start, count } = rendering([], gone);
  await start(files, "mp3");
  const text = expect.stringContaining("no longer kept at Mix That, so no mix can be rendered");
  expect(state.value).toEqual({ is: "failed", text });
  expect(count("get-mix-job")).toBe(0);
});

test("gives up after ten minutes", async () => {
  const { state, start, count } = rendering([]);
  void start(files, "mp3");
  await vi.advanceTimersByTimeAsync(11 * 60_000);
  expect(state.value).toMatchObject({ text: expect.stringContaining("in 10 minutes") });
  expect(count("get-mix-job")).toBe(300);
});

test("stops polling after stop()", async () => {
  const { state, start, stop, count } = rendering([]);
  void start(files, "mp3");
  await vi.advanceTimersByTimeAsync(2_500);
  stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(count("get-mix-job")).toBe(1);
  expect(state.value).toEqual({ is: "idle" });
});
