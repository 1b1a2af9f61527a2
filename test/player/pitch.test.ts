import { expect, test } from "vitest";
import { findFirstSound, measurePitch, measureLevel } from "./pitch.ts";
import { SAMPLE_RATE_HZ } from "./record-audio.ts";

const wave = (hz: number, at: number): number => Math.sin((2 * Math.PI * hz * at) / SAMPLE_RATE_HZ);

/** `quiet` seconds of silence, then two of two tones, the first the louder. */
function tones(loud: number, soft: number, quiet: number): Float32Array {
  return Float32Array.from({ length: Math.round((quiet + 2) * SAMPLE_RATE_HZ) }, (_, at) =>
    at < quiet * SAMPLE_RATE_HZ ? 0 : 0.4 * wave(loud, at) + 0.2 * wave(soft, at),
  );
}

test.each([
  [440, 880],
  [587.33, 220],
  [60, 3000],
])("finds %s Hz beside %s Hz within 1 %%", (loud, soft) => {
  const heard = measurePitch(tones(loud, soft, 0.3), 0.1);
  expect(Math.abs(heard.hz / loud - 1)).toBeLessThan(0.0125);
  expect(heard.dbfs).toBeCloseTo(-10, 0);
});

test("knows silence, and where it ends", () => {
  expect(measurePitch(new Float32Array(SAMPLE_RATE_HZ))).toEqual({ hz: 0, dbfs: -120 });
  expect(measureLevel(new Float32Array(SAMPLE_RATE_HZ))).toBe(-120);
  expect(findFirstSound(tones(440, 880, 0.5)) / SAMPLE_RATE_HZ).toBeCloseTo(0.5, 2);
  expect(() => measurePitch(tones(440, 880, 0), 1.9)).toThrow(/recorded/);
});
