// @vitest-environment node
import { readdirSync, statSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { tracks } from "../accounts.ts";
import { decodeMp3, findDominantPitch, measurePeak, measureStrength } from "./measure.ts";
import { pieces } from "./pieces.ts";

const rate = 44_100;
const folder = new URL("./", import.meta.url);

describe.each(pieces)("$name", ({ name, expectedPitch, seconds, stems }) => {
  test("begins with its one pitch", () => {
    // Every eighth sample is enough for pitches below 2 kHz and makes the search quick.
    const opening = decodeMp3(name, 1)
      .subarray(0, 2 * rate)
      .filter((_, index) => index % 8 === 0);
    const { hertz, lead } = findDominantPitch(opening, rate / 8);
    expect(Math.abs(hertz - expectedPitch)).toBeLessThan(3);
    expect(lead).toBeGreaterThan(12);
  });

  test("is as long as the catalogue says, loud and not clipped", () => {
    const samples = decodeMp3(name, 2);
    expect(samples.length / 2 / rate).toBeCloseTo(seconds, 4);
    expect(measurePeak(samples)).toBeGreaterThan(-2);
    expect(measurePeak(samples)).toBeLessThan(-0.5);
    expect(measurePeak(samples.slice(-rate / 50))).toBeLessThan(-40);
    for (const track of tracks.filter(({ piece }) => piece === name))
      expect(track).toMatchObject({ durationSeconds: seconds, expectedPitch, stems });
  });
});

describe("stems", () => {
  const piece = pieces.find(({ stems }) => stems.length > 0);
  const parts = (piece?.stems ?? []).map((stem) => decodeMp3(`${piece?.name}-${stem}`, 1));

  test("add up to the mix", () => {
    const mix = decodeMp3(piece?.name ?? "", 1);
    let [difference, whole] = [0, 0];
    for (let i = 0; i < mix.length; i++) {
      const sum = parts.reduce((total, part) => total + (part[i] ?? 0), 0);
      difference += (sum - (mix[i] ?? 0)) ** 2;
      whole += (mix[i] ?? 0) ** 2;
    }
    // The encoder loses a little in each file; what is left is 20 dB below the music.
    expect(10 * Math.log10(difference / whole)).toBeLessThan(-20);
    for (const part of parts) expect(part.length).toBe(mix.length);
  });

  test("leaves the opening to the melody", () => {
    const strengths = parts.map((part) => measureStrength(part.subarray(0, 2 * rate), rate, 440));
    const [drums = 1, bass = 1, chords = 1, melody = 0] = strengths;
    expect(melody).toBeGreaterThan(100 * Math.max(drums, bass, chords));
  });
});

test("stays small", () => {
  const sizes = readdirSync(folder)
    .filter((name) => name.endsWith(".mp3"))
    .map((name) => statSync(new URL(name, folder)).size);
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(1_300_000);
});
