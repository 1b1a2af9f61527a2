import { SAMPLE_RATE_HZ } from "./record-audio.ts";

/** What was heard: the loudest pitch, and the level (RMS; a full-scale sine is -3 dBFS, silence -120). */
export interface Sound {
  readonly hz: number;
  readonly dbfs: number;
}

/** Samples that are looked at together: 0.74 s, so that neighbouring pitches are 1.3 Hz apart. */
const SPAN = 32_768;

/** The first sample louder than -50 dBFS; -1 when there is none. */
export function findFirstSound(samples: Float32Array): number {
  return samples.findIndex((value) => Math.abs(value) > 0.003);
}

/** Listens to 0.74 s, from the first sound plus `after` seconds on. Silence is an answer; too short a recording is an error. */
export function measurePitch(samples: Float32Array, after = 0): Sound {
  const start = findFirstSound(samples);
  if (start < 0) return { hz: 0, dbfs: -120 };
  const from = start + Math.round(after * SAMPLE_RATE_HZ);
  const part = samples.slice(from, from + SPAN);
  if (part.length < SPAN)
    throw new Error(
      `Only ${(part.length / SAMPLE_RATE_HZ).toFixed(2)} s were recorded after the first sound.`,
    );
  return { hz: loudestPitch(part), dbfs: measureLevel(part) };
}

/** RMS in dBFS, at least -120. */
export function measureLevel(samples: Float32Array): number {
  const power = samples.reduce((sum, value) => sum + value * value, 0) / samples.length;
  return Math.max(-120, 10 * Math.log10(power));
}

function loudestPitch(samples: Float32Array): number {
  const size = samples.length;
  const re = samples.map((value, at) => value * (0.5 - 0.5 * Math.cos((2 * Math.PI * at) / size)));
  const im = new Float32Array(size);
  transform(re, im);
  let best = 1;
  for (let bin = Math.ceil((40 * size) / SAMPLE_RATE_HZ); bin < size / 2; bin++)
    if (Math.hypot(re[bin] ?? 0, im[bin] ?? 0) > Math.hypot(re[best] ?? 0, im[best] ?? 0))
      best = bin;
  return (best * SAMPLE_RATE_HZ) / size;
}

/** Fourier transform in place (Cooley and Tukey); the length is a power of two. */
function transform(re: Float32Array, im: Float32Array): void {
  const size = re.length;
  for (let at = 0, mirror = 0; at < size; at++) {
    if (at < mirror) {
      [re[at], re[mirror]] = [re[mirror] ?? 0, re[at] ?? 0];
      [im[at], im[mirror]] = [im[mirror] ?? 0, im[at] ?? 0];
    }
    let bit = size >> 1;
    for (; mirror & bit; bit >>= 1) mirror ^= bit;
    mirror |= bit;
  }
  for (let span = 2; span <= size; span *= 2)
    for (let start = 0; start < size; start += span)
      for (let k = 0; k < span / 2; k++) {
        const angle = (-2 * Math.PI * k) / span;
        const [low, high] = [start + k, start + k + span / 2];
        const [c, s] = [Math.cos(angle), Math.sin(angle)];
        const [hr, hi] = [re[high] ?? 0, im[high] ?? 0];
        const [tr, ti] = [hr * c - hi * s, hr * s + hi * c];
        [re[high], im[high]] = [(re[low] ?? 0) - tr, (im[low] ?? 0) - ti];
        [re[low], im[low]] = [(re[low] ?? 0) + tr, (im[low] ?? 0) + ti];
      }
}
