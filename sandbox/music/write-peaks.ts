// Makes the committed `*.peaks.json` again: `node sandbox/music/write-peaks.ts`. Needs ffmpeg. Then `npx oxfmt`.
import { writeFileSync } from "node:fs";
import { decodeMp3 } from "./measure.ts";
import { pieces } from "./pieces.ts";

/** Twenty pairs a second at 44,100 Hz, which is what stemplayer-js asks for. */
const samplesPerPixel = 2205;

/** 8-bit pairs of minimum and maximum: https://github.com/bbc/audiowaveform/blob/master/doc/DataFormat.md */
function measurePeaks(samples: Float32Array): number[] {
  const pairs: number[] = [];
  for (let at = 0; at < samples.length; at += samplesPerPixel) {
    const pixel = samples.subarray(at, at + samplesPerPixel);
    const [low, high] = [Math.min(...pixel), Math.max(...pixel)];
    pairs.push(Math.round(low * 127), Math.round(high * 127));
  }
  return pairs;
}

for (const { name, stems } of pieces) {
  for (const file of [name, ...stems.map((stem) => `${name}-${stem}`)]) {
    const pairs = measurePeaks(decodeMp3(file, 1));
    const waveform = {
      version: 2,
      channels: 1,
      sample_rate: 44_100,
      samples_per_pixel: samplesPerPixel,
      bits: 8,
      length: pairs.length / 2,
      data: pairs,
    };
    writeFileSync(new URL(`${file}.peaks.json`, import.meta.url), `${JSON.stringify(waveform)}\n`);
  }
}
