import { openContext } from "./audio-context.ts";

/** Milliseconds a context is given to start; a browser that holds it back never says so. */
const PATIENCE = 1000;
/** The same where the visitor has pressed something: then it is only a slow device, such as a headset that wakes up. */
const PRESSED_PATIENCE = 10_000;
/** Milliseconds without sound after which a context rests, to spare the battery. */
const REST = 10_000;

const users = new WeakMap<AudioContext, number>();

const patience = (): number =>
  navigator.userActivation?.hasBeenActive ? PRESSED_PATIENCE : PATIENCE;

async function runs(context: AudioContext, milliseconds: number): Promise<boolean> {
  const started = context.resume().then(
    () => true,
    () => false,
  );
  const late = new Promise<boolean>((done) => setTimeout(() => done(false), milliseconds));
  return context.state === "running" || Promise.race([started, late]);
}

/**
 * A running context of that many samples a second. Where the browser allows no second one without a press of its own, the
 * one made in the press: it resamples. Null when none may sound.
 */
export async function runningContext(rate: number): Promise<AudioContext | null> {
  const pressed = openContext();
  if (rate === 0 || pressed.sampleRate === rate)
    return (await runs(pressed, patience())) ? pressed : null;
  const exact = openContext(rate);
  if (await runs(exact, PATIENCE / 3)) {
    if (pressed.state !== "closed" && !users.get(pressed)) void pressed.close();
    return exact;
  }
  return (await runs(pressed, patience())) ? pressed : null;
}

/**
 * Says that a context is in use, until the result is called; when nobody uses it for a while it rests. `stopped` is called
 * when something else stops it: a phone call, another application, a device that went away.
 */
export function useContext(context: AudioContext, stopped: () => void): () => void {
  users.set(context, (users.get(context) ?? 0) + 1);
  let inUse = true;
  const look = (): void => {
    if (context.state !== "running") stopped();
  };
  context.addEventListener("statechange", look);
  return () => {
    if (!inUse) return;
    inUse = false;
    context.removeEventListener("statechange", look);
    users.set(context, (users.get(context) ?? 1) - 1);
    setTimeout(() => {
      if (!users.get(context) && context.state === "running") void context.suspend();
    }, REST);
  };
}
