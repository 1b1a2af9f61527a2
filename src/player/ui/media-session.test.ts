// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { share } from "../../../test/kits/render-player.ts";
import type { Request } from "../controller/requests.ts";
import { createState } from "../state/state.ts";
import { bindMediaSession } from "./media-session.ts";

type Action = (details: object) => void;

class Session {
  metadata: object | null = null;
  playbackState = "none";
  readonly actions = new Map<string, Action | null>();
  readonly setPositionState = vi.fn();
  setActionHandler(name: string, action: Action | null): void {
    this.actions.set(name, action);
  }
}

let session = new Session();
beforeEach(() => {
  session = new Session();
  vi.stubGlobal("navigator", { mediaSession: session });
  vi.stubGlobal("MediaMetadata", function MediaMetadata(this: object, init: object) {
    Object.assign(this, init);
  });
});
afterEach(() => vi.unstubAllGlobals());

function player() {
  const state = createState();
  share(state, { artwork: "https://x.example/a.png" }, { title: "Ebb" });
  const asked: Request[] = [];
  const life = new AbortController();
  bindMediaSession({ state, request: (one) => void asked.push(one) }, life.signal);
  return { state, asked, life };
}

test("shows nothing before it plays, then the track and the position", () => {
  const { state } = player();
  expect(session.metadata).toBeNull();
  state.paused.value = false;
  expect(session.metadata).toMatchObject({
    title: "Tide",
    artist: "Ada",
    album: "Harbour",
    artwork: [{ src: "https://x.example/a.png" }],
  });
  state.currentTime.value = 500;
  expect(session.playbackState).toBe("playing");
  expect(session.setPositionState).toHaveBeenLastCalledWith({
    duration: 184,
    playbackRate: 1,
    position: 184,
  });
});

test("handles the media keys", () => {
  const { state, asked } = player();
  state.paused.value = false;
  state.currentTime.value = 30;
  const act = (name: string, details = {}): void => session.actions.get(name)?.(details);
  act("pause");
  act("play");
  act("seekbackward");
  act("seekforward", { seekOffset: 30 });
  act("seekto", { seekTime: 12 });
  act("nexttrack");
  expect(asked).toEqual([
    { type: "pause" },
    { type: "play" },
    { type: "skip", by: -10 },
    { type: "skip", by: 30 },
    { type: "seek", to: 12 },
    { type: "track", index: 1 },
  ]);
  expect(session.actions.get("previoustrack")).toBeNull();
  state.trackIndex.value = 1;
  act("previoustrack");
  expect(asked.at(-1)).toEqual({ type: "track", index: 0 });
  expect(session.actions.get("nexttrack")).toBeNull();
});

test("gives the session to another player, and does not clear that player's", () => {
  const [first, second] = [player(), player()];
  first.state.paused.value = false;
  first.state.paused.value = true;
  second.state.paused.value = false;
  const theirs = session.metadata;
  first.state.currentTime.value = 9;
  first.life.abort();
  expect(session.metadata).toBe(theirs);
  expect(session.playbackState).toBe("playing");
  second.life.abort();
  expect([session.metadata, session.playbackState]).toEqual([null, "none"]);
  expect([...session.actions.values()].filter(Boolean)).toEqual([]);
});

test("clears at the end of the track", () => {
  const { state } = player();
  state.paused.value = false;
  state.ended.value = true;
  expect(session.metadata).toBeNull();
});
