import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** How long everything sounds, in seconds. */
const LENGTH = 180;
const RATE = 44_100;
/** Twenty pairs a second. */
const SAMPLES_PER_PIXEL = RATE / 20;

export const STEMS = 8;

// The first stem tells where it is: at t seconds it has 200 + 10 t Hz. The others are quiet noise, as a mix has it.
const chirp = "0.5*sin(2*PI*(200*t+5*t*t))";
const sources = Array.from({ length: STEMS }, (_, index) =>
  index === 0
    ? `aevalsrc=exprs='${chirp}|${chirp}':s=${RATE}`
    : `anoisesrc=c=pink:seed=${index}:a=0.02:r=${RATE},pan=stereo|c0=c0|c1=c0`,
);

const ffmpeg = (...args: readonly string[]): Buffer =>
  execFileSync("ffmpeg", ["-v", "error", "-y", ...args], { maxBuffer: 64 * 1024 * 1024 });

/** 8-bit pairs of minimum and maximum: https://github.com/bbc/audiowaveform/blob/master/doc/DataFormat.md */
function waveformOf(file: string): object {
  const bytes = ffmpeg("-i", file, "-f", "s16le", "-ac", "1", "pipe:1");
  const samples = new Int16Array(bytes.buffer, bytes.byteOffset, bytes.length >> 1);
  const data: number[] = [];
  for (let at = 0; at < samples.length; at += SAMPLES_PER_PIXEL) {
    const pixel = samples.subarray(at, at + SAMPLES_PER_PIXEL);
    data.push(Math.min(...pixel) >> 8, Math.max(...pixel) >> 8);
  }
  const shape = {
    version: 2,
    channels: 1,
    sample_rate: RATE,
    samples_per_pixel: SAMPLES_PER_PIXEL,
  };
  return { ...shape, bits: 8, length: data.length / 2, data };
}

/**
 * Renders what is played into `folder`, once: `track.mp3`, and for n from 1 to 8 `stem-n.m3u8` with segments of 6 s of AAC
 * (as the README of stemplayer-js makes them) and `stem-n.json`, its waveform. Three minutes, stereo, 44,100 Hz.
 */
export function renderMedia(folder: string): void {
  const last = join(folder, `stem-${STEMS}.json`);
  if (existsSync(last)) return;
  console.log("Rendering the music …");
  mkdirSync(folder, { recursive: true });
  const track = join(folder, "track.mp3");
  ffmpeg("-f", "lavfi", "-i", sources[0] ?? "", "-t", `${LENGTH}`, "-b:a", "128k", track);
  for (const [index, source] of sources.entries()) {
    const name = join(folder, `stem-${index + 1}`);
    const input = ["-f", "lavfi", "-i", source, "-t", `${LENGTH}`];
    const cut = ["-f", "segment", "-segment_format", "adts", "-segment_time", "6"];
    const list = ["-segment_list", `${name}.m3u8`, "-segment_list_type", "m3u8"];
    ffmpeg(...input, "-c:a", "aac", "-b:a", "128k", ...cut, ...list, `${name}-%03d.aac`);
    writeFileSync(`${name}.json`, JSON.stringify(waveformOf(`${name}.m3u8`)));
  }
}
