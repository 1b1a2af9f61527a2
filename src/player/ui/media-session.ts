import type { Player } from "../controller/player.ts";
import { watchSignals } from "../lib/watch-signals.ts";

const SKIP_SECONDS = 10;

type Handlers = Readonly<Partial<Record<MediaSessionAction, MediaSessionActionHandler | null>>>;

/** What the media keys of a keyboard, a headset or a lock screen do. `index` and `last` are indexes in the list of tracks. */
function createHandlers({ state, request }: Player, index: number, last: number): Handlers {
  const skip = (by: number): void => request({ type: "skip", by });
  return {
    play: () => request({ type: "play" }),
    pause: () => request({ type: "pause" }),
    stop: () => request({ type: "pause" }),
    seekbackward: ({ seekOffset }) => skip(-(seekOffset ?? SKIP_SECONDS)),
    seekforward: ({ seekOffset }) => skip(seekOffset ?? SKIP_SECONDS),
    seekto: ({ seekTime }) => request({ type: "seek", to: seekTime ?? state.currentTime.peek() }),
    previoustrack: index > 0 ? () => request({ type: "track", index: index - 1 }) : null,
    nexttrack: index < last ? () => request({ type: "track", index: index + 1 }) : null,
  };
}

function setHandlers(session: MediaSession, handlers: Handlers): void {
  for (const [action, handler] of Object.entries(handlers))
    session.setActionHandler(action as MediaSessionAction, handler);
}

/**
 * Shows the playing track in the system's media controls and handles their keys (https://w3c.github.io/mediasession/), until
 * `life` is aborted. A page has one media session: the player that plays takes it, and only the player that has it clears it.
 * Which player has it is seen by its metadata. That works with several copies of the script too, and leaves alone what the
 * page itself put there.
 */
export function bindMediaSession(player: Player, life: AbortSignal): void {
  const session = navigator.mediaSession;
  if (!session) return;
  const { state } = player;
  let metadata: MediaMetadata | null = null;
  const ownsSession = (): boolean => metadata !== null && session.metadata === metadata;

  function clear(): void {
    if (!ownsSession()) return;
    session.metadata = metadata = null;
    session.playbackState = "none";
    const noHandlers = Object.keys(createHandlers(player, 0, 0)).map((action) => [action, null]);
    setHandlers(session, Object.fromEntries(noHandlers) as Handlers);
    session.setPositionState();
  }

  watchSignals(life, () => {
    const track = state.track.value;
    const { length } = state.tracks.value;
    if (!track || state.paused.value) return;
    const { title, artist, artwork } = track;
    metadata = new MediaMetadata({
      title: title ?? "",
      artist: artist ?? "",
      album: state.shared.value?.name ?? "",
      artwork: artwork ? [{ src: artwork }] : [],
    });
    session.metadata = metadata;
    setHandlers(session, createHandlers(player, state.trackIndex.value, length - 1));
  });
  watchSignals(life, () => {
    const duration = state.duration.value;
    const position = state.currentTime.value;
    const playbackRate = state.rate.value;
    const playbackState = state.paused.value ? "paused" : "playing";
    if (state.ended.value) return clear();
    if (!ownsSession()) return;
    session.playbackState = playbackState;
    // A position beyond the end is an error: https://w3c.github.io/mediasession/#dom-mediasession-setpositionstate
    if (duration !== null)
      session.setPositionState({ duration, playbackRate, position: Math.min(position, duration) });
  });
  life.addEventListener("abort", clear, { once: true });
}
