import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Decodes one of the MP3 files here with ffmpeg: samples of -1…1, `channels` of them interleaved, at 44,100 Hz. */
export function decodeMp3(name: string, channels: 1 | 2): Float32Array {
  const file = fileURLToPath(new URL(`${name}.mp3`, import.meta.url));
  const output = ["-f", "f32le", "-ar", "44100", "-ac", String(channels), "pipe:1"];
  const bytes = execFileSync("ffmpeg", ["-v", "error", "-i", file, ...output], {
    maxBuffer: 64 * 1024 * 1024,
  });
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
}

/** The largest absolute sample, in dB below full scale (0 = full scale). */
export function measurePeak(samples: Float32Array): number {
  let peak = 0;
  for (const sample of samples) peak = Math.max(peak, Math.abs(sample));
  return 20 * Math.log10(peak);
}

/** The strength of one frequency (Hz) in samples taken `rate` times a second, through a Hann window (Goertzel). */
export function measureStrength(samples: Float32Array, rate: number, frequency: number): number {
  const coefficient = 2 * Math.cos((2 * Math.PI * frequency) / rate);
  let [one, two] = [0, 0];
  for (let i = 0; i < samples.length; i++) {
    const hann = 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / samples.length);
    const next = (samples[i] ?? 0) * hann + coefficient * one - two;
    two = one;
    one = next;
  }
  return Math.sqrt(Math.max(0, one * one + two * two - coefficient * one * two)) / samples.length;
}

/** The strongest frequency from 30 Hz to 2 kHz and how much stronger (dB) it is than any 50 Hz or more away. */
export function findDominantPitch(
  samples: Float32Array,
  rate: number,
): { hertz: number; lead: number } {
  const strengths: [hertz: number, strength: number][] = [];
  for (let hertz = 30; hertz < 2000; hertz += 1)
    strengths.push([hertz, measureStrength(samples, rate, hertz)]);
  const strongest = (list: typeof strengths) =>
    list.reduce((best, next) => (next[1] > best[1] ? next : best), [0, 0] as [number, number]);
  const [hertz, top] = strongest(strengths);
  const [, other] = strongest(strengths.filter(([away]) => Math.abs(away - hertz) >= 50));
  return { hertz, lead: 20 * Math.log10(top / Math.max(other, 1e-12)) };
}
