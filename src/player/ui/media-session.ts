import type { Player } from "../controller/player.ts";
import { watchSignals } from "../lib/watch-signals.ts";

const SKIP_SECONDS = 10;

type Handlers = Readonly<Partial<Record<MediaSessionAction, MediaSessionActionHandler | null>>>;

/** What the keys of a keyboard, a headset or a lock screen do. `at` and `last` are places in the list of tracks. */
function handlersFor({ state, request }: Player, at: number, last: number): Handlers {
  const skip = (by: number): void => request({ type: "skip", by });
  return {
    play: () => request({ type: "play" }),
    pause: () => request({ type: "pause" }),
    stop: () => request({ type: "pause" }),
    seekbackward: ({ seekOffset }) => skip(-(seekOffset ?? SKIP_SECONDS)),
    seekforward: ({ seekOffset }) => skip(seekOffset ?? SKIP_SECONDS),
    seekto: ({ seekTime }) => request({ type: "seek", to: seekTime ?? state.currentTime.peek() }),
    previoustrack: at > 0 ? () => request({ type: "track", index: at - 1 }) : null,
    nexttrack: at < last ? () => request({ type: "track", index: at + 1 }) : null,
  };
}

function listen(session: MediaSession, handlers: Handlers): void {
  for (const [action, handler] of Object.entries(handlers))
    session.setActionHandler(action as MediaSessionAction, handler);
}

/**
 * Shows the sounding track to the system and obeys its keys (https://w3c.github.io/mediasession/), until `life` ends.
 * A page has one session: the player that sounds takes it, and only its present owner clears it. The owner is told by the
 * metadata, which holds among several copies of the script too, and leaves alone what the page itself put there.
 */
export function tellSystem(player: Player, life: AbortSignal): void {
  const session = navigator.mediaSession;
  if (!session) return;
  const { state } = player;
  let mine: MediaMetadata | null = null;
  const owned = (): boolean => mine !== null && session.metadata === mine;

  function clear(): void {
    if (!owned()) return;
    session.metadata = mine = null;
    session.playbackState = "none";
    const nothing = Object.keys(handlersFor(player, 0, 0)).map((action) => [action, null]);
    listen(session, Object.fromEntries(nothing) as Handlers);
    session.setPositionState();
  }

  watchSignals(life, () => {
    const track = state.track.value;
    const { length } = state.tracks.value;
    if (!track || state.paused.value) return;
    const { title, artist, artwork } = track;
    mine = new MediaMetadata({
      title: title ?? "",
      artist: artist ?? "",
      album: state.shared.value?.name ?? "",
      artwork: artwork ? [{ src: artwork }] : [],
    });
    session.metadata = mine;
    listen(session, handlersFor(player, state.trackIndex.value, length - 1));
  });
  watchSignals(life, () => {
    const duration = state.duration.value;
    const position = state.currentTime.value;
    const playbackRate = state.rate.value;
    const playbackState = state.paused.value ? "paused" : "playing";
    if (state.ended.value) return clear();
    if (!owned()) return;
    session.playbackState = playbackState;
    // A position beyond the end is an error: https://w3c.github.io/mediasession/#dom-mediasession-setpositionstate
    if (duration !== null)
      session.setPositionState({ duration, playbackRate, position: Math.min(position, duration) });
  });
  life.addEventListener("abort", clear, { once: true });
}
