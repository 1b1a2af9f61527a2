// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { EarmarkPlayer } from "../element/element.ts";
import { readMessage, servePlayerJs } from "./player-js-protocol.ts";

const address = "https://player.example/listen/frame.html";

/** A frame's window: what it posts to its parent, and a way to post to it. */
function makeFrame() {
  const posted: Record<string, unknown>[] = [];
  const parent = { postMessage: (text: string) => posted.push(JSON.parse(text)) };
  const events = new EventTarget();
  const frame = Object.assign(events, { parent, location: { href: `${address}#src=secret` } });
  const post = (message: unknown, source: unknown = parent): void => {
    events.dispatchEvent(Object.assign(new Event("message"), { source, data: message }));
  };
  return { posted, post, frame: frame as unknown as Window };
}

function makePlayer() {
  const state = {
    paused: true,
    muted: false,
    volume: 1,
    currentTime: 0,
    loop: false,
    duration: 20,
  };
  const error = null as { message: string } | null;
  const buffered = { length: 1, end: () => 12 };
  const [play, pause] = [vi.fn(async () => undefined), vi.fn()];
  return Object.assign(new EventTarget(), { ...state, error, buffered, play, pause });
}

let player: ReturnType<typeof makePlayer>;
let frame: ReturnType<typeof makeFrame>;
const say = (method: string, value?: unknown, listener?: string): void =>
  frame.post(JSON.stringify({ context: "player.js", version: "0.0.11", method, value, listener }));
const told = (): unknown[] => frame.posted.splice(0);

beforeEach(() => {
  player = makePlayer();
  frame = makeFrame();
  servePlayerJs(player as unknown as EarmarkPlayer, frame.frame);
});

describe("player.js", () => {
  test("says that it is ready, without the share's address", () => {
    const [ready] = told() as [{ event: string; value: { src: string; methods: string[] } }];
    expect(ready).toMatchObject({ context: "player.js", event: "ready", value: { src: address } });
    expect(ready.value.methods).toHaveLength(15);
    say("addEventListener", "ready", "late");
    expect(told()).toMatchObject([{ event: "ready", listener: "late", value: { src: address } }]);
  });

  test("does what it is told", () => {
    say("play");
    say("pause");
    expect([player.play.mock.calls.length, player.pause.mock.calls.length]).toEqual([1, 1]);
    say("setVolume", 40);
    say("mute");
    say("setCurrentTime", 7.5);
    say("setLoop", true);
    expect(player).toMatchObject({ volume: 0.4, muted: true, currentTime: 7.5, loop: true });
    say("setVolume", 900);
    say("unmute");
    say("setCurrentTime", "soon");
    expect(player).toMatchObject({ volume: 1, muted: false, currentTime: 0 });
  });

  test.each([
    ["getPaused", true],
    ["getMuted", false],
    ["getVolume", 100],
    ["getDuration", 20],
    ["getCurrentTime", 0],
    ["getLoop", false],
  ])("%s answers whoever asked", (method, value) => {
    told();
    say(method, undefined, "me");
    expect(told()).toMatchObject([{ event: method, value, listener: "me" }]);
  });

  test("tells each event to those who asked for it, until they have had enough", () => {
    told();
    player.dispatchEvent(new Event("timeupdate"));
    expect(told()).toEqual([]);
    for (const [event, listener] of [
      ["timeupdate", "a"],
      ["timeupdate", "b"],
      ["progress", "c"],
    ] as const)
      say("addEventListener", event, listener);
    player.currentTime = 3;
    player.dispatchEvent(new Event("timeupdate"));
    player.dispatchEvent(new Event("progress"));
    expect(told()).toMatchObject([
      { event: "timeupdate", listener: "a", value: { seconds: 3, duration: 20 } },
      { event: "timeupdate", listener: "b" },
      { event: "progress", listener: "c", value: { seconds: 12, duration: 20 } },
    ]);
    say("removeEventListener", "timeupdate", "a");
    player.dispatchEvent(new Event("timeupdate"));
    expect(told()).toMatchObject([{ listener: "b" }]);
  });

  test("tells what is wrong by code and in words", () => {
    told();
    say("addEventListener", "error", "me");
    say("selfDestruct");
    player.error = { message: "This link no longer works." };
    player.dispatchEvent(new Event("error"));
    expect(told()).toMatchObject([
      { event: "error", value: { code: 2 } },
      { event: "error", value: { code: 1, msg: "This link no longer works." } },
    ]);
  });

  test("listens to its parent only", () => {
    told();
    const message = JSON.stringify({ context: "player.js", method: "getVolume", listener: "x" });
    for (const stranger of [null, {}, frame.frame]) frame.post(message, stranger);
    expect(told()).toEqual([]);
    frame.post(message);
    expect(told()).toHaveLength(1);
  });
});

describe("readMessage", () => {
  test.each([
    null,
    5,
    "",
    "{",
    "[]",
    "null",
    [],
    {},
    { context: "player.js" },
    { method: "play" },
    { context: "other", method: "play" },
    { context: "player.js", method: 5 },
  ])("takes no notice of %j", (posted) => {
    expect(readMessage(posted)).toBeNull();
  });

  test("reads an object as it reads its text", () => {
    const message = { context: "player.js", method: "__proto__", listener: 7 };
    expect(readMessage(message)).toEqual({ method: "__proto__", value: undefined, listener: null });
    expect(readMessage(JSON.stringify(message))).toEqual(readMessage(message));
  });
});
