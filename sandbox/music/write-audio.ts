// Makes the committed audio files again: `npx node sandbox/music/write-audio.ts`. Needs ffmpeg with libmp3lame and libopus.
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { pieces } from "./pieces.ts";
import { renderScore } from "./render-score.ts";
import { scores } from "./scores.ts";
import { SAMPLE_RATE_HZ } from "./synth.ts";
import type { Stereo } from "./synth.ts";

function interleave([left, right]: Stereo): Buffer {
  const samples = new Float32Array(left.length * 2);
  for (let i = 0; i < left.length; i++) {
    samples[i * 2] = left[i] ?? 0;
    samples[i * 2 + 1] = right[i] ?? 0;
  }
  return Buffer.from(samples.buffer);
}

/** Options that make ffmpeg write the same bytes each time, without tags. */
const repeatable = ["-map_metadata", "-1", "-fflags", "+bitexact", "-flags:a", "+bitexact"];

/** Encodes with these options of ffmpeg into a file beside this one; ffmpeg takes the container from its name. */
function encode(sound: Stereo, file: string, codec: readonly string[]): void {
  const input = ["-f", "f32le", "-ar", String(SAMPLE_RATE_HZ), "-ac", "2", "-i", "pipe:0"];
  const path = fileURLToPath(new URL(file, import.meta.url));
  const output = [...codec, ...repeatable, "-y", "-v", "error", path];
  execFileSync("ffmpeg", [...input, ...output], { input: interleave(sound) });
}

/** A constant bit rate, so that a player can seek by byte. */
const mp3 = (kilobits: number): string[] =>
  `-c:a libmp3lame -b:a ${kilobits}k -id3v2_version 0`.split(" ");

/** One track in other formats, for the demo page of plain audio files. */
const formats = {
  "formats/lantern.m4a": ["-c:a", "aac", "-b:a", "64k", "-movflags", "+faststart"],
  "formats/lantern.ogg": ["-ar", "48000", "-c:a", "libopus", "-b:a", "48k"],
  "formats/lantern.wav": ["-ac", "1", "-ar", "12000", "-c:a", "pcm_s16le"],
};

mkdirSync(new URL("formats/", import.meta.url), { recursive: true });
for (const score of scores) {
  const { mix, stems } = renderScore(score);
  const piece = pieces.find(({ name }) => name === score.piece);
  encode(mix, `${score.piece}.mp3`, mp3(piece?.stems.length ? 80 : 64));
  if (score.piece === "lantern")
    for (const [file, codec] of Object.entries(formats)) encode(mix, file, codec);
  for (const [name, sound] of Object.entries(stems))
    if (piece?.stems.includes(name)) encode(sound, `${score.piece}-${name}.mp3`, mp3(64));
  console.log(score.piece, (mix[0].length / SAMPLE_RATE_HZ).toFixed(6), "s");
}
