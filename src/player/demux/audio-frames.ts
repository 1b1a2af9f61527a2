/** Encoded audio that can be cut without decoding it: a sequence of frames, each of the same number of samples. */
export interface AudioFrames {
  /** Samples per second. */
  readonly sampleRate: number;
  /** Samples per frame. */
  readonly frameSize: number;
  /** Number of frames. */
  readonly count: number;
  /** Frames that must be decoded before one, and discarded, for its samples to be exact. */
  readonly preroll: number;
  /** Samples at the start (encoder delay) that are not part of the music, according to the file itself. */
  readonly delay: number;
  /** The same at the end. */
  readonly padding: number;
  /** The bytes of the frames with these indexes, in one or more pieces. */
  slice(from: number, to: number): readonly Uint8Array[];
  /** A file that a decoder accepts, made of such slices. */
  assemble(slices: readonly Uint8Array[]): Uint8Array<ArrayBuffer>;
}
