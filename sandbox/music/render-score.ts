import { playHat, playKick, playSnare } from "./drums.ts";
import { stemNames } from "./pieces.ts";
import { addEcho, addRoom, fade } from "./reverb.ts";
import { pickUp } from "./scores.ts";
import type { Note, Score } from "./scores.ts";
import { getFrequency, playBass, playChord, playMelody, createSilence } from "./synth.ts";
import type { Stereo } from "./synth.ts";

type Stems = Record<(typeof stemNames)[number], Stereo>;

const beats = 4;
/** The pick-up bar, on one pitch. */
const lead: readonly Note[] = [
  [pickUp, 1.5],
  [pickUp, 0.5],
  [pickUp, 1],
  [pickUp, 1],
];
/** Just below -1 dBFS: the encoder adds a little. */
const ceiling = 0.93;

function drum(out: Stereo, groove: Score["groove"], bar: number, beat: number): void {
  if (groove === "none") return;
  for (let half = 0; half < beats * 2; half++)
    playHat(out, bar + (half * beat) / 2, half % 2 ? 0.6 : 1);
  if (groove === "brushes") {
    for (const at of [1, 3]) playSnare(out, bar + at * beat, 0.6);
    playKick(out, bar, 0.7);
    return;
  }
  for (const at of [0, 1.5, 2.5]) playKick(out, bar + at * beat, at === 0 ? 1 : 0.7);
  for (const at of [1, 3]) playSnare(out, bar + at * beat, 1);
}

function play(score: Score, stems: Stems): void {
  const { beatsPerMinute, transpose, groove, bars } = score;
  const beat = 60 / beatsPerMinute;
  let at = 0;
  for (const [midi, length] of [...lead, ...score.melody]) {
    playMelody(stems.melody, at * beat, length * beat, getFrequency(midi + transpose));
    at += length;
  }
  for (const [index, { root, chord }] of bars.entries()) {
    const start = (index + 1) * beats * beat;
    const last = index === bars.length - 1;
    playChord(
      stems.chords,
      start,
      beats * beat,
      chord.map((note) => note + transpose),
    );
    const low = getFrequency(root + transpose);
    if (last) {
      playBass(stems.bass, start, beats * beat, low);
      if (groove !== "none") playKick(stems.drums, start, 0.8);
      continue;
    }
    for (const [offset, length] of [
      [0, 1.5],
      [1.5, 1],
      [2.5, 1.5],
    ] as const)
      playBass(stems.bass, start + offset * beat, length * beat, low);
    drum(stems.drums, groove, start, beat);
  }
}

/** The stems of a score and their sum, all as loud as the peak of the sum allows. */
export function renderScore(score: Score): { mix: Stereo; stems: Stems } {
  const beat = 60 / score.beatsPerMinute;
  const seconds = (score.bars.length + 1) * beats * beat;
  const stems: Stems = {
    drums: createSilence(seconds),
    bass: createSilence(seconds),
    chords: createSilence(seconds),
    melody: createSilence(seconds),
  };
  play(score, stems);
  addEcho(stems.melody, beat * 0.75, 0.26);
  addRoom(stems.drums, 0.12);
  addRoom(stems.chords, 0.5);
  addRoom(stems.melody, 0.42);
  const mix = createSilence(seconds);
  for (const name of stemNames) {
    fade(stems[name], 2);
    for (const channel of [0, 1] as const)
      for (let i = 0; i < mix[channel].length; i++)
        mix[channel][i] = (mix[channel][i] ?? 0) + (stems[name][channel][i] ?? 0);
  }
  let peak = 0;
  for (const samples of mix) for (const sample of samples) peak = Math.max(peak, Math.abs(sample));
  for (const sound of [mix, ...Object.values(stems)])
    for (const samples of sound)
      for (let i = 0; i < samples.length; i++) samples[i] = ((samples[i] ?? 0) * ceiling) / peak;
  return { mix, stems };
}
