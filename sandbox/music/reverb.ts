import { SAMPLE_RATE_HZ } from "./synth.ts";
import type { Stereo } from "./synth.ts";

/** Delay lines of the two channels in samples: lengths without common factors keep the tail from ringing. */
const combs = [
  [1557, 1617, 1491, 1422],
  [1580, 1640, 1514, 1445],
] as const;
const passes = [556, 225] as const;

function comb(input: Float32Array, delay: number, out: Float32Array): void {
  const line = new Float32Array(delay);
  let damped = 0;
  for (let i = 0; i < input.length; i++) {
    const at = i % delay;
    const echo = line[at] ?? 0;
    damped += 0.55 * (echo - damped);
    line[at] = (input[i] ?? 0) + 0.8 * damped;
    out[i] = (out[i] ?? 0) + echo / 4;
  }
}

function allPass(samples: Float32Array, delay: number): void {
  const line = new Float32Array(delay);
  for (let i = 0; i < samples.length; i++) {
    const at = i % delay;
    const echo = line[at] ?? 0;
    const value = (samples[i] ?? 0) + 0.5 * echo;
    line[at] = value;
    samples[i] = echo - 0.5 * value;
  }
}

/** A small room after Schroeder: `wet` of it (0…1) is added to the dry sound. Linear, so stems still add up to the mix. */
export function addRoom(sound: Stereo, wet: number): void {
  for (const [channel, samples] of sound.entries()) {
    const tail = new Float32Array(samples.length);
    for (const delay of combs[channel] ?? []) comb(samples, delay, tail);
    for (const delay of passes) allPass(tail, delay);
    for (let i = 0; i < samples.length; i++) samples[i] = (samples[i] ?? 0) + wet * (tail[i] ?? 0);
  }
}

/** Echoes that change sides, `seconds` apart. */
export function addEcho([left, right]: Stereo, seconds: number, feedback: number): void {
  const delay = Math.round(seconds * SAMPLE_RATE_HZ);
  for (let i = delay; i < left.length; i++) {
    const [fromLeft, fromRight] = [left[i - delay] ?? 0, right[i - delay] ?? 0];
    left[i] = (left[i] ?? 0) + feedback * fromRight;
    right[i] = (right[i] ?? 0) + feedback * fromLeft;
  }
}

/** Fades in over 10 ms and out over the last `seconds`. */
export function fade(sound: Stereo, seconds: number): void {
  for (const samples of sound)
    for (let i = 0; i < samples.length; i++) {
      const rest = (samples.length - i) / (seconds * SAMPLE_RATE_HZ);
      samples[i] =
        (samples[i] ?? 0) * Math.min(1, i / (0.01 * SAMPLE_RATE_HZ)) * Math.min(1, rest) ** 1.5;
    }
}
