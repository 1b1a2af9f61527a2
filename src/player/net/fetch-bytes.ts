import { fetchOptions } from "./fetch-json.ts";
import { refusedSound, unreached } from "./diagnose.ts";
import { Failed } from "./playback-error.ts";

/** Bytes from and up to, as HLS has them. */
export type ByteRange = readonly [from: number, to: number];

/** Largest file or segment, in bytes: 20 minutes of uncompressed sound. */
const MOST = 256 * 1024 * 1024;
/** Milliseconds without a single byte. */
const SILENCE = 20_000;

async function readAll(response: Response, alive: () => void): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    alive();
    size += next.value.length;
    chunks.push(next.value);
    if (size > MOST) {
      await reader?.cancel();
      throw new Failed({ kind: "not-playable" });
    }
  }
  return joinBytes(chunks);
}

/** One after the other. */
export function joinBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * Fetches sound or a playlist: no credentials, no referrer, no redirect, at most 256 MB, 20 s without a byte.
 * Throws `Failed`, or what `signal` aborted with.
 */
export async function fetchBytes(
  url: string,
  signal: AbortSignal,
  range: ByteRange | null = null,
): Promise<Uint8Array<ArrayBuffer>> {
  const late = new AbortController();
  let timer = setTimeout(() => late.abort(), SILENCE);
  const alive = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => late.abort(), SILENCE);
  };
  const init: RequestInit = {
    ...fetchOptions,
    headers: range ? { range: `bytes=${range[0]}-${range[1] - 1}` } : {},
    // The same segment is asked for again when it has been let go, and its address may say that it can be kept.
    cache: "default",
    signal,
  };
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.any([signal, late.signal]) });
    if (response.ok) {
      const bytes = await readAll(response, alive);
      return range && response.status === 200 ? bytes.slice(range[0], range[1]) : bytes;
    }
    await response.body?.cancel();
    throw new Failed(refusedSound(response.status, response.headers));
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof Failed) throw error;
    throw new Failed(late.signal.aborted ? { kind: "too-slow" } : await unreached(url, init));
  } finally {
    clearTimeout(timer);
  }
}
