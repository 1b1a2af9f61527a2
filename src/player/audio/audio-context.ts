/** The property of `document` that holds the context. All copies of the player on a page share it, of whatever version. */
const CONTEXT = Symbol.for("earmark-player.context");

interface ContextHolder {
  [CONTEXT]?: AudioContext;
}

/** Milliseconds a context is given to start; a browser that blocks it never says so. */
const START_TIMEOUT_MS = 1000;
/** The same after a user gesture: then it is only a slow device, such as a headset that wakes up. */
const GESTURE_START_TIMEOUT_MS = 10_000;
/** Milliseconds of silence after which a context is suspended, to save battery. */
const IDLE_MS = 10_000;

/** How many players use each context. */
const users = new WeakMap<AudioContext, number>();

/**
 * The page's one audio context (browsers allow a page only a few), created if needed: call it in a user gesture, or it will
 * not run. `rate` is samples per second; for another rate than that of the last context a new one is made, so that nothing
 * is resampled on output. 0 accepts any rate.
 */
function getAudioContext(rate = 0): AudioContext {
  const holder = document as unknown as ContextHolder;
  const last = holder[CONTEXT];
  const fits = last && last.state !== "closed" && (rate === 0 || last.sampleRate === rate);
  const context = fits ? last : new AudioContext(rate ? { sampleRate: rate } : {});
  holder[CONTEXT] = context;
  // Without this the ring/silent switch of a phone mutes it: https://www.w3.org/TR/audio-session/
  if (navigator.audioSession) navigator.audioSession.type = "playback";
  if (context.state !== "running") void context.resume().catch(() => undefined);
  return context;
}

const startTimeout = (): number =>
  navigator.userActivation?.hasBeenActive ? GESTURE_START_TIMEOUT_MS : START_TIMEOUT_MS;

/** Whether the context runs within so many milliseconds. */
async function starts(context: AudioContext, milliseconds: number): Promise<boolean> {
  const started = context.resume().then(
    () => true,
    () => false,
  );
  const timeout = new Promise<boolean>((done) => setTimeout(() => done(false), milliseconds));
  return context.state === "running" || Promise.race([started, timeout]);
}

/**
 * A running context of `rate` samples per second; 0 accepts any rate. Where the browser does not let a second context start
 * without a gesture of its own, it is the one made in the gesture, which resamples. Null when the browser blocks audio.
 */
export async function startAudioContext(rate: number): Promise<AudioContext | null> {
  const current = getAudioContext();
  if (rate === 0 || current.sampleRate === rate)
    return (await starts(current, startTimeout())) ? current : null;
  const exact = getAudioContext(rate);
  if (await starts(exact, START_TIMEOUT_MS / 3)) {
    if (current.state !== "closed" && !users.get(current)) void current.close();
    return exact;
  }
  return (await starts(current, startTimeout())) ? current : null;
}

/**
 * Marks a context as used until the returned function is called; some time after its last use it is suspended. `onStop` is
 * called when something else stops it: a phone call, another application, a device that was removed.
 */
export function acquireContext(context: AudioContext, onStop: () => void): () => void {
  users.set(context, (users.get(context) ?? 0) + 1);
  let inUse = true;
  const handleStateChange = (): void => {
    if (context.state !== "running") onStop();
  };
  context.addEventListener("statechange", handleStateChange);
  return () => {
    if (!inUse) return;
    inUse = false;
    context.removeEventListener("statechange", handleStateChange);
    users.set(context, (users.get(context) ?? 1) - 1);
    setTimeout(() => {
      if (!users.get(context) && context.state === "running") void context.suspend();
    }, IDLE_MS);
  };
}

declare global {
  interface Navigator {
    readonly audioSession?: { type: string };
  }
}
