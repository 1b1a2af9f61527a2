import { parseSourceUrl } from "../net/safe-urls.ts";
import { askDesk } from "../chunks/mixer-chunk.ts";
import { isPassing, noAnswer } from "../state/failure.ts";
import type { Failure } from "../state/failure.ts";
import { FRESH_MS } from "../net/diagnose-failure.ts";
import { createPlaybackEngine } from "../audio/playback-engine.ts";
import { batch, untracked } from "@preact/signals-core";
import type { ActiveOutput } from "../audio/active-output.ts";
import { aitronosSource } from "../../providers/aitronos/player-source.ts";
import type { ResolvedSource } from "../../providers/contract/player-source.ts";
import { classifyStatus, fetchJson } from "../net/fetch-json.ts";
import type { SourceRequest } from "../sources/source.ts";
import type { State } from "../state/state.ts";
import { canSay } from "../i18n/text.ts";

/** From an address to something that sounds, again whenever a signed URL has died. */
export interface Link {
  open(asked: SourceRequest): void;
  /** Ends the download; nothing is asked any more. */
  close(): void;
  /** Fetches what a press would need, but no sound. */
  warm(): void;
  play(): void;
  /** Goes to another track of the list; it sounds if this one does. */
  track(index: number): void;
  /** Asks the service again and goes on at the same place. */
  retry(): void;
}

// https://html.spec.whatwg.org/multipage/media.html#error-codes
const NETWORK = 2;

/** Binds a stage, on which `media` stands first, to what addresses lead to, until `life` ends. */
export function createLink(
  media: HTMLMediaElement,
  stage: ActiveOutput,
  state: State,
  life: AbortSignal,
): Link {
  let asked: SourceRequest = { src: "" };
  let question = new AbortController();
  let renewedAt = -Infinity;
  /** It stopped because the network was gone, and goes on when that is back. */
  let resumes = false;
  const cast = createPlaybackEngine(media, stage, state, life);

  function fail(failure: Failure): void {
    resumes = failure.kind === "offline" && (!stage.current.paused || state.startsWhenHere.value);
    // Said before it stops: who hears that it stopped asks why.
    batch(() => {
      state.asking.value = false;
      state.startsWhenHere.value = false;
      state.failure.value = failure;
    });
    stage.current.pause();
  }

  function start(again = false): void {
    const current = state.track.value;
    if (!current) return;
    if (state.failure.value?.kind === "blocked") state.failure.value = null;
    cast.play(current, again).catch((error: unknown) => {
      if (!(error instanceof Error)) throw error;
      // Any other refusal is told by the sound itself.
      if (error.name === "NotAllowedError") fail({ kind: "blocked" });
    });
  }

  /** What is no share of Aitronos: how to open it, or why not. */
  async function find(isAddress: boolean): Promise<ResolvedSource | Failure> {
    const desk = await askDesk();
    if (!desk && (isAddress || asked.element)) return noAnswer();
    return desk?.resolveSource(asked, document.baseURI) ?? { kind: "not-an-address" };
  }

  async function ask(): Promise<void> {
    question.abort();
    question = new AbortController();
    const signal = AbortSignal.any([life, question.signal]);
    batch(() => {
      state.asking.value = true;
      state.failure.value = null;
    });
    const address = parseSourceUrl(asked.src, document.baseURI);
    // That needs no further file.
    const known =
      !asked.element && address && aitronosSource(address, { classifyStatus, fetchJson });
    const opening = known || (await find(address !== null));
    if (signal.aborted) return;
    if ("kind" in opening) return fail(opening);
    batch(() => {
      state.linkAddress.value = opening.linkAddress;
      state.document.value = opening.document ?? null;
      state.asking.value = !opening.document;
    });
    if (opening.document) return;
    const answer = await opening.fetchShare(signal);
    if (signal.aborted) return;
    if (!answer.ok) {
      const desk = canSay(answer.failure) ? null : await askDesk();
      const why =
        known && (await desk?.diagnoseRequest(answer.failure, address.url.href, { signal }));
      if (!signal.aborted) fail(why || answer.failure);
      return;
    }
    const sounds = state.startsWhenHere.value || !stage.current.paused;
    batch(() => {
      state.asking.value = false;
      state.shared.value = answer.shared;
      cast.prepare(state.track.value);
    });
    if (sounds) start(true);
  }

  function renew(): void {
    renewedAt = performance.now();
    void ask();
  }

  // A signed URL "expires quickly", and a media element does not say why a request failed: a fresh one is the test.
  async function mend(): Promise<void> {
    const { current: sound } = stage;
    const code = sound.error?.code;
    if (!state.shared.value || !code) return;
    if (sound === media && code !== NETWORK && cast.fallBackToMixer(state.track.value)) {
      // What cannot play is not paused, and would pass for something that does.
      media.pause();
      return start();
    }
    const { signal } = question;
    const since = performance.now() - renewedAt;
    const desk = await askDesk();
    const failure = desk
      ? await desk.diagnosePlayback(sound, code, since, signal)
      : since < FRESH_MS && noAnswer();
    if (signal.aborted) return;
    if (failure) fail(failure);
    else renew();
  }

  function close(): void {
    question.abort();
    cast.unload();
  }

  media.preload = "none";
  stage.addEventListener("error", () => void mend(), { signal: life });
  addEventListener(
    "online",
    () => {
      if (state.failure.value?.kind !== "offline") return;
      state.startsWhenHere.value = resumes;
      renew();
    },
    { signal: life },
  );
  stage.addEventListener(
    "ended",
    // After everybody has heard that it ended.
    () => queueMicrotask(() => track(state.trackIndex.peek() + 1, true)),
    { signal: life },
  );

  function track(
    index: number,
    sounds = !stage.current.paused || state.startsWhenHere.value,
  ): void {
    if (!state.tracks.value[index] || index === state.trackIndex.value) return;
    cast.unload();
    batch(() => {
      state.trackIndex.value = index;
      cast.prepare(state.track.value);
    });
    if (sounds) start(true);
  }

  return {
    close,
    open(request) {
      close();
      asked = request;
      renewedAt = -Infinity;
      batch(() => {
        state.shared.value = state.document.value = state.linkAddress.value = null;
        state.trackIndex.value = 0;
        state.startsWhenHere.value = false;
        cast.prepare(null);
      });
      void ask();
    },
    warm: () => void (state.track.value && cast.prefetch(state.track.value)),
    play() {
      const failure = state.failure.value;
      if (state.asking.value) state.startsWhenHere.value = true;
      else if (!failure || failure.kind === "blocked") start();
      else if (isPassing(failure) && state.mayRetry.value) {
        state.startsWhenHere.value = true;
        renew();
      }
    },
    track: (index) => untracked(() => track(index)),
    retry() {
      state.startsWhenHere.value = state.shared.value !== null;
      renew();
    },
  };
}
