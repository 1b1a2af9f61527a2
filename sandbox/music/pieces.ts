/** One piece of music as it lies in this folder, encoded. */
export interface Piece {
  /** File name without `.mp3`; stems are `{name}-{stem}.mp3`. */
  readonly name: string;
  /** The one pitch that leads in the first two seconds of the mix, in hertz. */
  readonly expectedPitch: number;
  /** Length of the encoded file in seconds, as decoded by ffmpeg and as shown by Chromium. */
  readonly seconds: number;
  readonly stems: readonly string[];
}

export const stemNames = ["drums", "bass", "chords", "melody"] as const;

export const lantern: Piece = {
  name: "lantern",
  expectedPitch: 440,
  seconds: 20,
  stems: stemNames,
};
export const harbour: Piece = {
  name: "harbour",
  expectedPitch: 587.33,
  seconds: 17.777778,
  stems: [],
};
export const meadow: Piece = {
  name: "meadow",
  expectedPitch: 349.23,
  seconds: 20,
  stems: [],
};
export const nightbus: Piece = {
  name: "nightbus",
  expectedPitch: 523.25,
  seconds: 17.142857,
  stems: [],
};

export const pieces: readonly Piece[] = [lantern, harbour, meadow, nightbus];
