/** A note: MIDI number (69 = A4 = 440 Hz) and length in beats. */
export type Note = readonly [midi: number, beats: number];

/** A bar of harmony: the bass note and the chord above it, as MIDI numbers. */
export interface Bar {
  readonly root: number;
  readonly chord: readonly number[];
}

/** What is played. The first bar is the melody alone, on one pitch; `bars` begin after it. */
export interface Score {
  readonly piece: string;
  readonly beatsPerMinute: number;
  /** Semitones added to every note. */
  readonly transpose: number;
  readonly groove: "brushes" | "steady" | "none";
  readonly bars: readonly Bar[];
  readonly melody: readonly Note[];
}

/** The pitch of the pick-up before transposition: A4. */
export const pickUp = 69;

/** Reads a tune: MIDI numbers, `*` and a length in beats where it is not one; `|` is for the eye. */
function tune(text: string): Note[] {
  return text
    .split(/[ |]+/)
    .map((note) => note.split("*").map(Number))
    .map(([midi = pickUp, beats = 1]) => [midi, beats]);
}

const f: Bar = { root: 41, chord: [57, 60, 64, 65] };
const c: Bar = { root: 36, chord: [55, 60, 62, 64] };
const d: Bar = { root: 38, chord: [57, 60, 62, 65] };
const a: Bar = { root: 45, chord: [55, 60, 64, 69] };
const g: Bar = { root: 43, chord: [55, 59, 62, 64] };
const e: Bar = { root: 40, chord: [56, 59, 62, 64] };
const end: Bar = { root: 45, chord: [57, 59, 64, 72] };

/** One score per piece, written in A minor and C major and then moved. */
export const scores: readonly Score[] = [
  {
    piece: "lantern",
    beatsPerMinute: 96,
    transpose: 0,
    groove: "steady",
    bars: [f, c, d, a, f, g, end],
    melody: tune(
      "72*1.5 69*0.5 67 69 | 76*1.5 74*0.5 72*2 | 69 72*0.5 74*0.5 77 76 | 76 72 69*2 | 72 74*0.5 76*0.5 79*1.5 76*0.5 | 74*1.5 72*0.5 71 74 69*4",
    ),
  },
  {
    piece: "harbour",
    beatsPerMinute: 108,
    transpose: 5,
    groove: "steady",
    bars: [a, f, c, g, a, f, end],
    melody: tune(
      "64 69 71*0.5 72*1.5 | 69*2 67*0.5 65*0.5 64 | 67*1.5 64*0.5 62 64 | 67 71 74*2 | 72*0.5 71*0.5 69 64*2 | 65 69 67 65 64*4",
    ),
  },
  {
    piece: "meadow",
    beatsPerMinute: 84,
    transpose: -4,
    groove: "none",
    bars: [d, g, c, a, g, { root: 36, chord: [55, 59, 64, 67] }],
    melody: tune(
      "77*2 76 74 | 74*1.5 71*0.5 67*2 | 76 79 74*2 | 72*1.5 71*0.5 69*2 | 71 74 77 74 76*4",
    ),
  },
  {
    piece: "nightbus",
    beatsPerMinute: 112,
    transpose: 3,
    groove: "brushes",
    bars: [a, e, f, c, d, e, end],
    melody: tune(
      "72*0.5 76*1.5 74*0.5 72*1.5 | 71 68 64*2 | 69*0.5 72*1.5 77 76 | 76 74 67*2 | 69 74 77*0.5 76*0.5 74 | 71*1.5 74*0.5 68*2 69*4",
    ),
  },
];
