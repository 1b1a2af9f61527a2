import { failureOf } from "../net/playback-error.ts";
import type { Failure } from "../state/failure.ts";
import type { BufferSlice } from "./buffer-scheduler.ts";
import type { NextJump } from "./loop-region.ts";
import type { Chunk } from "./segment-chunks.ts";
import { createStemCaches } from "./stem-caches.ts";
import { createStemDecoder } from "./stem-decoder.ts";
import type { StemDecoder } from "./stem-decoder.ts";

/** The decoded audio of all stems of a track. Positions are samples at the rate of the mixer. */
export interface StemBuffer {
  readonly stems: readonly StemDecoder[];
  /** The audio of every stem from a position on, at most `max` samples; null while that of any stem is missing. */
  sliceAt(
    position: number,
    max: number,
  ): { readonly slices: readonly (BufferSlice | null)[]; readonly length: number } | null;
  /**
   * Starts decoding what is missing of the next `ahead` samples that will be played from a position on. `isLong` allows
   * long chunks, where the audio is not needed soon.
   */
  decodeAhead(
    position: number,
    ahead: number,
    findJump: (position: number) => NextJump,
    isLong: boolean,
  ): void;
  /** Caches what is decoded at a position for longer, because playback was started there. */
  retain(position: number): void;
}

/** Failures that may pass before the decoded audio runs out, so the chunk is requested again. */
const retryable: ReadonlySet<Failure["kind"]> = new Set<Failure["kind"]>([
  "unreachable",
  "too-slow",
  "offline",
  "refused",
  "too-many",
]);
/** Milliseconds before that. */
const RETRY_DELAY_MS = 1000;

/** `onDecoded` is called after each decoded chunk, `onFailure` when one cannot be fetched or decoded. Ends with `life`. */
export function createStemBuffer(
  urls: readonly string[],
  life: AbortSignal,
  onDecoded: () => void,
  onFailure: (failure: Failure, willRetry: boolean) => void,
): StemBuffer {
  const caches = createStemCaches();
  const stems = urls.map((url, index) => createStemDecoder(url, String(index), caches));
  // One chunk at a time for each stem, so that a seek does not wait for chunks that are no longer needed.
  const busy = new Set<StemDecoder>();

  async function decode(stem: StemDecoder, chunk: Chunk): Promise<void> {
    if (busy.has(stem)) return;
    busy.add(stem);
    try {
      await stem.decode(chunk, life);
      busy.delete(stem);
      onDecoded();
    } catch (error) {
      if (life.aborted) return;
      const failure = failureOf(error);
      const willRetry = retryable.has(failure.kind);
      setTimeout(() => busy.delete(stem), willRetry ? RETRY_DELAY_MS : 0);
      onFailure(failure, willRetry);
    }
  }

  return {
    stems,
    sliceAt(position, max) {
      let length = max;
      const slices: (BufferSlice | null)[] = [];
      for (const stem of stems) {
        const decoded = stem.decodedAt(position);
        if (!decoded && stem.chunkAt(position, false)) return null;
        slices.push(decoded && { buffer: decoded.buffer, offset: position - decoded.from });
        if (decoded) length = Math.min(length, decoded.to - position);
      }
      return { slices, length };
    },
    decodeAhead(position, ahead, findJump, isLong) {
      for (const stem of stems) {
        let at = position;
        for (let left = ahead; left > 0;) {
          const decoded = stem.decodedAt(at);
          const missing = decoded ? null : stem.chunkAt(at, isLong);
          if (missing) {
            void decode(stem, missing);
            break;
          }
          const { distance, target } = findJump(at);
          const step = Math.min((decoded?.to ?? Infinity) - at, distance);
          if (!(step > 0) || (step === distance && target === null)) break;
          left -= step;
          at = step === distance && target !== null ? target : at + step;
        }
      }
    },
    retain(position) {
      for (const stem of stems) stem.retain(position);
    },
  };
}
