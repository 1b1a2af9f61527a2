/** All copies of the player on a page share one, whatever their versions: a browser allows a page only a few. */
const NAME = Symbol.for("earmark-player.context");

interface Shelf {
  [NAME]?: AudioContext;
}

/**
 * The page's audio context, made in the press that needs it (before one it would not run). `rate` is samples a second:
 * another rate than the last one's makes a new context, so that nothing is resampled on its way out; 0 takes what is there.
 */
export function openContext(rate = 0): AudioContext {
  const shelf = document as unknown as Shelf;
  const last = shelf[NAME];
  const fits = last && last.state !== "closed" && (rate === 0 || last.sampleRate === rate);
  const context = fits ? last : new AudioContext(rate ? { sampleRate: rate } : {});
  shelf[NAME] = context;
  // Without this the ring/silent switch of a phone mutes it: https://www.w3.org/TR/audio-session/
  if (navigator.audioSession) navigator.audioSession.type = "playback";
  if (context.state !== "running") void context.resume().catch(() => undefined);
  return context;
}

declare global {
  interface Navigator {
    readonly audioSession?: { type: string };
  }
}
