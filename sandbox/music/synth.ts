/** Samples per second of everything here. */
export const SAMPLE_RATE_HZ = 44_100;

/** Left and right. */
export type Stereo = readonly [Float32Array, Float32Array];

/** Silence of this many seconds. */
export function createSilence(seconds: number): Stereo {
  const length = Math.round(seconds * SAMPLE_RATE_HZ);
  return [new Float32Array(length), new Float32Array(length)];
}

/** Hertz of a MIDI number. */
export function getFrequency(midi: number): number {
  return 440 * 2 ** ((midi - 69) / 12);
}

/** Repeatable noise in -1…1 (mulberry32): the same music on every machine. */
export function createNoise(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 31 - 1;
  };
}

/** Adds `wave(t)` from `start` for `seconds`; `pan` is -1 (left) … 1 (right). */
export function addWave(
  [left, right]: Stereo,
  start: number,
  seconds: number,
  pan: number,
  wave: (t: number) => number,
): void {
  const first = Math.round(start * SAMPLE_RATE_HZ);
  const last = Math.min(left.length, first + Math.round(seconds * SAMPLE_RATE_HZ));
  const angle = ((pan + 1) * Math.PI) / 4;
  for (let i = first; i < last; i++) {
    const value = wave((i - first) / SAMPLE_RATE_HZ);
    left[i] = (left[i] ?? 0) + value * Math.cos(angle);
    right[i] = (right[i] ?? 0) + value * Math.sin(angle);
  }
}

/** Rises in `attack` seconds and is back at zero, without a click, `release` seconds after `length`. */
function swell(t: number, length: number, attack: number, release: number): number {
  if (t < attack) return (1 - Math.cos((Math.PI * t) / attack)) / 2;
  if (t < length) return 1;
  return Math.max(0, 1 + Math.cos((Math.PI * Math.min(t - length, release)) / release)) / 2;
}

const turn = 2 * Math.PI;

/** A mallet with a round tone: its fundamental leads by 12 dB, so that a test can measure it. */
export function playMelody(out: Stereo, start: number, length: number, frequency: number): void {
  addWave(out, start, length + 0.6, 0.12, (t) => {
    const fade = 0.35 + 0.65 * Math.exp(-2.2 * t);
    const bright = Math.exp(-7 * t);
    const phase = turn * frequency * t;
    const tone =
      Math.sin(phase) + 0.22 * bright * Math.sin(2 * phase) + 0.1 * bright * Math.sin(4 * phase);
    return 0.5 * tone * fade * swell(t, length * 0.9, 0.008, 0.5);
  });
}

/** Slow and warm: each note twice, a little apart in pitch and place. */
export function playChord(
  out: Stereo,
  start: number,
  length: number,
  notes: readonly number[],
): void {
  for (const [index, note] of notes.entries()) {
    for (const side of [-1, 1]) {
      const frequency = getFrequency(note) * (1 + side * 0.0016);
      addWave(out, start, length + 0.9, side * (0.35 + 0.12 * index), (t) => {
        const phase = turn * frequency * t;
        const tone =
          Math.sin(phase) +
          0.3 * Math.sin(2 * phase) * Math.exp(-1.5 * t) +
          0.08 * Math.sin(3 * phase);
        const tremble = 1 + 0.06 * side * Math.sin(turn * 4.4 * t);
        return 0.1 * tone * tremble * swell(t, length * 0.92, 0.09, 0.8);
      });
    }
  }
}

/** A sine pushed a little, so that small loudspeakers show it too. */
export function playBass(out: Stereo, start: number, length: number, frequency: number): void {
  addWave(out, start, length + 0.12, 0, (t) => {
    const phase = turn * frequency * t;
    const tone = Math.tanh(1.5 * (Math.sin(phase) + 0.25 * Math.sin(2 * phase)));
    return 0.4 * tone * (0.55 + 0.45 * Math.exp(-3 * t)) * swell(t, length * 0.85, 0.012, 0.1);
  });
}
