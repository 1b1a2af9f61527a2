import { isPlainObject } from "../../shared/is-plain-object.ts";
import { parseJson } from "../../shared/parse-json.ts";
import type { EarmarkPlayer } from "../element/element.ts";

/*
 * The player.js protocol, by which a page controls what is in a frame:
 * https://github.com/embedly/player.js/blob/master/SPEC.rst
 */

const CONTEXT = "player.js";
const VERSION = "0.0.11";

/** Error codes of the protocol. */
const NOT_PLAYABLE_CODE = 1;
const NO_SUCH_METHOD_CODE = 2;

const EVENTS = ["ready", "play", "pause", "ended", "timeupdate", "progress", "error"] as const;
type EventName = (typeof EVENTS)[number];

type Listener = string | null;
/** Returns the value of a getter; undefined for a method that only does something. */
type Method = (player: EarmarkPlayer, value: unknown) => unknown;

const asNumber = (value: unknown): number => (Number.isFinite(Number(value)) ? Number(value) : 0);

/** Volumes are 0 to 100 in the protocol, times are seconds. */
const METHODS: Readonly<Record<string, Method>> = {
  // A failure to play is sent as the protocol's `error` event.
  play: (player) => void player.play().catch(() => undefined),
  pause: (player) => player.pause(),
  getPaused: (player) => player.paused,
  mute: (player) => void (player.muted = true),
  unmute: (player) => void (player.muted = false),
  getMuted: (player) => player.muted,
  setVolume: (player, value) =>
    void (player.volume = Math.min(Math.max(asNumber(value) / 100, 0), 1)),
  getVolume: (player) => Math.round(player.volume * 100),
  getDuration: (player) => player.duration || 0,
  setCurrentTime: (player, value) => void (player.currentTime = asNumber(value)),
  getCurrentTime: (player) => player.currentTime,
  setLoop: (player, value) => void (player.loop = value === true),
  getLoop: (player) => player.loop,
};

interface Message {
  readonly method: string;
  readonly value: unknown;
  readonly listener: Listener;
}

/** A message of the protocol; null for anything else a page may post. */
export function readMessage(posted: unknown): Message | null {
  const message = typeof posted === "string" ? parseJson(posted) : posted;
  if (!isPlainObject(message)) return null;
  const { context, method, value, listener } = message;
  if (context !== CONTEXT || typeof method !== "string") return null;
  return { method, value, listener: typeof listener === "string" ? listener : null };
}

/** Lets the page that embeds `window`, and no other, control the player and receive its events. */
export function servePlayerJs(player: EarmarkPlayer, window: Window): void {
  const { parent } = window;
  if (parent === window) return;
  const listeners = new Map<string, Set<Listener>>();

  // To any origin of the parent: it may be the opaque "null", and the message has no secret. It never has the address of the
  // share, which a page that was redirected here does not know: `src` ends before the #.
  function send(event: string, value: unknown, listener: Listener): void {
    const told = value === undefined ? {} : { value };
    const to = listener === null ? {} : { listener };
    parent.postMessage(
      JSON.stringify({ context: CONTEXT, version: VERSION, event, ...told, ...to }),
      "*",
    );
  }
  function emit(event: EventName, value?: unknown): void {
    for (const listener of listeners.get(event) ?? []) send(event, value, listener);
  }
  function sendReady(listener: Listener): void {
    const methods = [...Object.keys(METHODS), "addEventListener", "removeEventListener"];
    send("ready", { src: window.location.href.split("#")[0], events: EVENTS, methods }, listener);
  }

  function handleMessage({ method, value, listener }: Message): void {
    const event = String(value);
    if (method === "addEventListener") {
      listeners.set(event, (listeners.get(event) ?? new Set()).add(listener));
      if (event === "ready") sendReady(listener);
    } else if (method === "removeEventListener") {
      if (listener === null) listeners.delete(event);
      else listeners.get(event)?.delete(listener);
    } else if (Object.hasOwn(METHODS, method)) {
      const result = METHODS[method]?.(player, value);
      if (result !== undefined) send(method, result, listener);
    } else emit("error", { code: NO_SUCH_METHOD_CODE, msg: `Invalid Method "${method}"` });
  }

  window.addEventListener("message", ({ source, data }) => {
    // Checked by window and not by origin: the origin of every sandboxed frame is "null".
    const message = source === parent ? readMessage(data) : null;
    if (message) handleMessage(message);
  });
  for (const type of ["play", "pause", "ended"] as const)
    player.addEventListener(type, () => emit(type));
  const getPosition = (seconds: number): object => ({ seconds, duration: player.duration || 0 });
  player.addEventListener("timeupdate", () => emit("timeupdate", getPosition(player.currentTime)));
  player.addEventListener("progress", () => {
    const { buffered } = player;
    emit("progress", getPosition(buffered.length > 0 ? buffered.end(buffered.length - 1) : 0));
  });
  player.addEventListener("error", () =>
    emit("error", { code: NOT_PLAYABLE_CODE, msg: player.error?.message ?? "" }),
  );
  sendReady(null);
}
