import { batch, untracked } from "@preact/signals-core";
import { aitronosSource } from "../../providers/aitronos/player-source.ts";
import type { ResolvedSource } from "../../providers/contract/player-source.ts";
import type { ActiveOutput } from "../audio/active-output.ts";
import { createPlaybackEngine } from "../audio/playback-engine.ts";
import { loadMixerChunk } from "../chunks/mixer-chunk.ts";
import { hasFailureText } from "../i18n/translations.ts";
import { FRESH_MS } from "../net/diagnose-failure.ts";
import { classifyStatus, fetchJson } from "../net/fetch-json.ts";
import { parseSourceUrl } from "../net/safe-urls.ts";
import type { SourceRequest } from "../sources/source.ts";
import { isPassing, noAnswer } from "../state/failure.ts";
import type { Failure } from "../state/failure.ts";
import type { State } from "../state/state.ts";

/** Loads what a `src` stands for and plays it, and loads it again when a signed URL has expired. */
export interface Loader {
  /** Loads another source; what played before stops. */
  open(request: SourceRequest): void;
  /** Stops the sound and its download, and cancels the request for the share. */
  close(): void;
  /** Fetches what a press of play would need, but no sound. */
  prefetch(): void;
  /** Plays now, or as soon as there is something to play. After a failure that may pass it first asks the service again. */
  play(): void;
  /** Goes to another track of the collection, and plays it if the current one plays. */
  selectTrack(index: number): void;
  /** Asks the service again and continues at the same position. */
  retry(): void;
}

// https://html.spec.whatwg.org/multipage/media.html#error-codes
const MEDIA_ERR_NETWORK_CODE = 2;

/** Creates the loader of one player, which works until `life` is aborted. `media` is what `output` plays at first. */
export function createLoader(
  media: HTMLMediaElement,
  output: ActiveOutput,
  state: State,
  life: AbortSignal,
): Loader {
  let request: SourceRequest = { src: "" };
  /** Cancels the request for the share that is under way. */
  let pending = new AbortController();
  /** When the share was last asked for again, on the clock of `performance.now()`. */
  let refreshedAt = -Infinity;
  /** Playback stopped because the network was gone, and continues when it is back. */
  let resumesOnline = false;
  const engine = createPlaybackEngine(media, output, state, life);

  const isStarted = (): boolean => !output.current.paused || state.playWhenReady.value;

  function fail(failure: Failure): void {
    resumesOnline = failure.kind === "offline" && isStarted();
    // Before the sound stops, because a listener for its "pause" event may read why.
    batch(() => {
      state.loading.value = false;
      state.playWhenReady.value = false;
      state.failure.value = failure;
    });
    output.current.pause();
  }

  function startTrack(hasNewUrls = false): void {
    const track = state.track.value;
    if (!track) return;
    if (state.failure.value?.kind === "blocked") state.failure.value = null;
    engine.play(track, hasNewUrls).catch((error: unknown) => {
      if (!(error instanceof Error)) throw error;
      // Any other reason comes with an "error" event of the output.
      if (error.name === "NotAllowedError") fail({ kind: "blocked" });
    });
  }

  /** Resolves a source that is no share of Aitronos, or says why it cannot. */
  async function resolveWithChunk(isUrl: boolean): Promise<ResolvedSource | Failure> {
    const chunk = await loadMixerChunk();
    if (!chunk && (isUrl || request.element)) return noAnswer();
    return chunk?.resolveSource(request, document.baseURI) ?? { kind: "not-an-address" };
  }

  /** From the request to a share in the state, or to a failure. Each call cancels the one before. */
  async function loadShare(): Promise<void> {
    pending.abort();
    pending = new AbortController();
    const signal = AbortSignal.any([life, pending.signal]);
    batch(() => {
      state.loading.value = true;
      state.failure.value = null;
    });
    const address = parseSourceUrl(request.src, document.baseURI);
    // Aitronos shares need no chunk, so that they play with a single script.
    const known =
      !request.element && address && aitronosSource(address, { classifyStatus, fetchJson });
    const source = known || (await resolveWithChunk(address !== null));
    if (signal.aborted) return;
    if ("kind" in source) return fail(source);
    batch(() => {
      state.linkUrl.value = source.linkAddress;
      state.document.value = source.document ?? null;
      state.loading.value = !source.document;
    });
    if (source.document) return;
    const answer = await source.fetchShare(signal);
    if (signal.aborted) return;
    if (!answer.ok) {
      const chunk = hasFailureText(answer.failure) ? null : await loadMixerChunk();
      const diagnosed =
        known && (await chunk?.diagnoseRequest(answer.failure, address.url.href, { signal }));
      if (!signal.aborted) fail(diagnosed || answer.failure);
      return;
    }
    const playsOn = isStarted();
    batch(() => {
      state.loading.value = false;
      state.shared.value = answer.shared;
      engine.prepare(state.track.value);
    });
    if (playsOn) startTrack(true);
  }

  function refresh(): void {
    refreshedAt = performance.now();
    void loadShare();
  }

  /**
   * After an error of the output: lets the mixer play what the element cannot play, asks for new URLs, or fails. A signed URL
   * "expires quickly", and a media element does not say why a request failed: only a fresh URL shows whether that was it.
   */
  async function recoverFromError(): Promise<void> {
    const { current } = output;
    const code = current.error?.code;
    if (!state.shared.value || !code) return;
    if (
      current === media &&
      code !== MEDIA_ERR_NETWORK_CODE &&
      engine.fallBackToMixer(state.track.value)
    ) {
      // An element that failed does not count as paused, and its player would be taken for one that plays.
      media.pause();
      return startTrack();
    }
    const { signal } = pending;
    const sinceRefresh = performance.now() - refreshedAt;
    const chunk = await loadMixerChunk();
    const failure = chunk
      ? await chunk.diagnosePlayback(current, code, sinceRefresh, signal)
      : sinceRefresh < FRESH_MS && noAnswer();
    if (signal.aborted) return;
    if (failure) fail(failure);
    else refresh();
  }

  function close(): void {
    pending.abort();
    engine.unload();
  }

  function selectTrack(index: number, plays = isStarted()): void {
    if (!state.tracks.value[index] || index === state.trackIndex.value) return;
    engine.unload();
    batch(() => {
      state.trackIndex.value = index;
      engine.prepare(state.track.value);
    });
    if (plays) startTrack(true);
  }

  media.preload = "none";
  output.addEventListener("error", () => void recoverFromError(), { signal: life });
  addEventListener(
    "online",
    () => {
      if (state.failure.value?.kind !== "offline") return;
      state.playWhenReady.value = resumesOnline;
      refresh();
    },
    { signal: life },
  );
  output.addEventListener(
    "ended",
    // After all other listeners for "ended".
    () => queueMicrotask(() => selectTrack(state.trackIndex.peek() + 1, true)),
    { signal: life },
  );

  return {
    close,
    open(next) {
      close();
      request = next;
      refreshedAt = -Infinity;
      batch(() => {
        state.shared.value = state.document.value = state.linkUrl.value = null;
        state.trackIndex.value = 0;
        state.playWhenReady.value = false;
        engine.prepare(null);
      });
      void loadShare();
    },
    prefetch: () => void (state.track.value && engine.prefetch(state.track.value)),
    play() {
      const failure = state.failure.value;
      if (state.loading.value) state.playWhenReady.value = true;
      else if (!failure || failure.kind === "blocked") startTrack();
      else if (isPassing(failure) && state.canRetry.value) {
        state.playWhenReady.value = true;
        refresh();
      }
    },
    selectTrack: (index) => untracked(() => selectTrack(index)),
    retry() {
      state.playWhenReady.value = state.shared.value !== null;
      refresh();
    },
  };
}
