// Makes the committed MP3 files again: `node sandbox/music/render.ts`. Needs ffmpeg with libmp3lame.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { perform } from "./perform.ts";
import { pieces } from "./pieces.ts";
import { scores } from "./scores.ts";
import { rate } from "./voices.ts";
import type { Stereo } from "./voices.ts";

function interleave([left, right]: Stereo): Buffer {
  const samples = new Float32Array(left.length * 2);
  for (let i = 0; i < left.length; i++) {
    samples[i * 2] = left[i] ?? 0;
    samples[i * 2 + 1] = right[i] ?? 0;
  }
  return Buffer.from(samples.buffer);
}

/** Constant bit rate, so that a player can seek by byte; no tags, so that the bytes repeat. */
function encode(sound: Stereo, name: string, kilobits: number): void {
  const input = ["-f", "f32le", "-ar", String(rate), "-ac", "2", "-i", "pipe:0"];
  const output = [
    "-c:a",
    "libmp3lame",
    "-b:a",
    `${kilobits}k`,
    "-map_metadata",
    "-1",
    "-id3v2_version",
    "0",
  ];
  const file = fileURLToPath(new URL(`${name}.mp3`, import.meta.url));
  const quiet = ["-y", "-v", "error", "-fflags", "+bitexact", "-flags:a", "+bitexact"];
  execFileSync("ffmpeg", [...input, ...output, ...quiet, file], { input: interleave(sound) });
}

for (const score of scores) {
  const { mix, stems } = perform(score);
  const piece = pieces.find(({ name }) => name === score.piece);
  encode(mix, score.piece, piece?.stems.length ? 80 : 64);
  for (const [name, sound] of Object.entries(stems))
    if (piece?.stems.includes(name)) encode(sound, `${score.piece}-${name}`, 64);
  console.log(score.piece, (mix[0].length / rate).toFixed(6), "s");
}
