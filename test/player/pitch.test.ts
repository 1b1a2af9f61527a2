import { expect, it } from "vitest";
import { firstSound, hear, level } from "./pitch.ts";
import { RATE } from "./record-audio.ts";

const wave = (hz: number, at: number): number => Math.sin((2 * Math.PI * hz * at) / RATE);

/** `quiet` seconds of silence, then two of two tones, the first the louder. */
function tones(loud: number, soft: number, quiet: number): Float32Array {
  return Float32Array.from({ length: Math.round((quiet + 2) * RATE) }, (_, at) =>
    at < quiet * RATE ? 0 : 0.4 * wave(loud, at) + 0.2 * wave(soft, at),
  );
}

it.each([
  [440, 880],
  [587.33, 220],
  [60, 3000],
])("finds %s Hz beside %s Hz within 1 %%", (loud, soft) => {
  const heard = hear(tones(loud, soft, 0.3), 0.1);
  expect(Math.abs(heard.hz / loud - 1)).toBeLessThan(0.0125);
  expect(heard.dbfs).toBeCloseTo(-10, 0);
});

it("knows silence, and where it ends", () => {
  expect(hear(new Float32Array(RATE))).toEqual({ hz: 0, dbfs: -120 });
  expect(level(new Float32Array(RATE))).toBe(-120);
  expect(firstSound(tones(440, 880, 0.5)) / RATE).toBeCloseTo(0.5, 2);
  expect(() => hear(tones(440, 880, 0), 1.9)).toThrow(/recorded/);
});
