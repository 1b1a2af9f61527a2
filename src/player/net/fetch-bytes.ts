import { concatBytes } from "../lib/concat-bytes.ts";
import { classifyMediaStatus, diagnoseUnreachable } from "./diagnose-failure.ts";
import { fetchOptions } from "./fetch-json.ts";
import { PlaybackError } from "./playback-error.ts";

/** First byte, and the byte after the last one. */
export type ByteRange = readonly [from: number, to: number];

/** Largest file or segment, in bytes: 20 minutes of uncompressed audio. */
const MAX_BYTES = 256 * 1024 * 1024;
/** Milliseconds without a single byte after which a request is given up. */
const IDLE_TIMEOUT_MS = 20_000;

async function readAll(
  response: Response,
  onProgress: () => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    onProgress();
    size += next.value.length;
    chunks.push(next.value);
    if (size > MAX_BYTES) {
      await reader?.cancel();
      throw new PlaybackError({ kind: "not-playable" });
    }
  }
  return concatBytes(chunks);
}

/**
 * Fetches audio or a playlist: no credentials, no referrer, no redirect, at most 256 MB, 20 s without a byte.
 * Throws `PlaybackError`, or the reason of `signal` when that aborts.
 */
export async function fetchBytes(
  url: string,
  signal: AbortSignal,
  range: ByteRange | null = null,
): Promise<Uint8Array<ArrayBuffer>> {
  const idle = new AbortController();
  let timer = setTimeout(() => idle.abort(), IDLE_TIMEOUT_MS);
  const restartTimer = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => idle.abort(), IDLE_TIMEOUT_MS);
  };
  const init: RequestInit = {
    ...fetchOptions,
    headers: range ? { range: `bytes=${range[0]}-${range[1] - 1}` } : {},
    // A segment is requested again after it was evicted from our cache; the browser's cache may still have it.
    cache: "default",
    signal,
  };
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.any([signal, idle.signal]) });
    if (response.ok) {
      const bytes = await readAll(response, restartTimer);
      // A server without support for ranges sends the whole file with status 200.
      return range && response.status === 200 ? bytes.slice(range[0], range[1]) : bytes;
    }
    await response.body?.cancel();
    throw new PlaybackError(classifyMediaStatus(response.status, response.headers));
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof PlaybackError) throw error;
    throw new PlaybackError(
      idle.signal.aborted ? { kind: "too-slow" } : await diagnoseUnreachable(url, init),
    );
  } finally {
    clearTimeout(timer);
  }
}
