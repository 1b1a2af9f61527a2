import { createNoise, addWave } from "./synth.ts";
import type { Stereo } from "./synth.ts";

const turn = 2 * Math.PI;
/** One per drum, so that the strokes differ as a hand's do and yet are the same in every rendering. */
const noises = { hat: createNoise(11), snare: createNoise(29) };

/** Falls from 130 Hz to 48 Hz; the phase is the integral of the falling frequency. */
export function playKick(out: Stereo, start: number, strength: number): void {
  addWave(out, start, 0.5, 0, (t) => {
    const phase = turn * (48 * t + (82 / 26) * (1 - Math.exp(-26 * t)));
    return 0.75 * strength * Math.sin(phase) * Math.exp(-9 * t) * Math.min(1, t * 900);
  });
}

/** Noise with its lows taken off by a difference of neighbours. */
export function playHat(out: Stereo, start: number, strength: number): void {
  let before = 0;
  addWave(out, start, 0.12, 0.3, (t) => {
    const now = noises.hat();
    const sharp = now - before;
    before = now;
    return 0.09 * strength * sharp * Math.exp(-48 * t) * Math.min(1, t * 1500);
  });
}

/** A brushed snare: soft noise over a short tone. */
export function playSnare(out: Stereo, start: number, strength: number): void {
  let smooth = 0;
  addWave(out, start, 0.3, -0.15, (t) => {
    smooth += 0.45 * (noises.snare() - smooth);
    const tone = 0.35 * Math.sin(turn * 186 * t) * Math.exp(-26 * t);
    return 0.4 * strength * (smooth * Math.exp(-15 * t) + tone) * Math.min(1, t * 700);
  });
}
