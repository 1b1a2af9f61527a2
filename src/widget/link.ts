import { batch } from "./signal.ts";
import { shareAddress } from "./address.ts";
import type { ShareAddress } from "./address.ts";
import { isPassing } from "./failure.ts";
import type { Failure } from "./failure.ts";
import { resolveShare } from "./resolve.ts";
import type { State } from "./state.ts";

/** From a share link to a sounding element, again whenever the signed URL has died. */
export interface Link {
  open(src: string): void;
  /** Ends the download; nothing is asked any more. */
  close(): void;
  play(): void;
  /** Asks the service again and goes on at the same place. */
  retry(): void;
}

/** Milliseconds within which a second media error is not blamed on an expired URL. */
const FRESH = 10_000;

// https://html.spec.whatwg.org/multipage/media.html#error-codes
const NETWORK = 2;
const DECODE = 3;

/** Binds a media element to share links until `life` ends. */
export function createLink(media: HTMLMediaElement, state: State, life: AbortSignal): Link {
  let address: ShareAddress | null = null;
  let question = new AbortController();
  let renewedAt = -Infinity;

  function fail(failure: Failure): void {
    media.pause();
    batch(() => {
      state.asking.value = false;
      state.startsWhenHere.value = false;
      state.failure.value = failure;
    });
  }

  function start(again = false): void {
    const url = state.track.value?.playbackUrl;
    if (!url) return;
    const at = media.currentTime;
    if (again || media.error || media.src !== url) {
      media.src = url;
      media.currentTime = at;
    }
    if (state.failure.value?.kind === "blocked") state.failure.value = null;
    media.play().catch((error: unknown) => {
      // Any other refusal is told by the element itself, with `pause` or `error`.
      if (error instanceof DOMException && error.name === "NotAllowedError")
        fail({ kind: "blocked" });
    });
  }

  async function ask(): Promise<void> {
    question.abort();
    question = new AbortController();
    if (!address) return fail({ kind: "not-an-address" });
    batch(() => {
      state.asking.value = true;
      state.failure.value = null;
    });
    const signal = AbortSignal.any([life, question.signal]);
    const answer = await resolveShare(address, signal);
    if (signal.aborted) return;
    if (!answer.ok) return fail(answer.failure);
    const sounds = state.startsWhenHere.value || !media.paused;
    batch(() => {
      state.asking.value = false;
      state.shared.value = answer.shared;
    });
    if (sounds) start(true);
  }

  function renew(): void {
    renewedAt = performance.now();
    void ask();
  }

  // A signed URL "expires quickly", and a media element does not say why a request failed: a fresh one is the test.
  function mend(): void {
    if (!state.shared.value) return;
    const code = media.error?.code;
    const fresh = performance.now() - renewedAt < FRESH;
    if (!fresh && code !== DECODE) return renew();
    if (navigator.onLine === false) return fail({ kind: "offline" });
    fail({ kind: code === NETWORK ? "unreachable" : "not-playable" });
  }

  media.preload = "none";
  media.addEventListener("error", mend, { signal: life });

  function close(): void {
    question.abort();
    media.removeAttribute("src");
    media.load();
  }

  return {
    close,
    open(src) {
      close();
      address = shareAddress(src, document.baseURI);
      renewedAt = -Infinity;
      batch(() => {
        state.shared.value = null;
        state.startsWhenHere.value = false;
      });
      void ask();
    },
    play() {
      const failure = state.failure.value;
      if (state.asking.value) state.startsWhenHere.value = true;
      else if (!failure || failure.kind === "blocked") start();
      else if (isPassing(failure) && state.mayRetry.value) {
        state.startsWhenHere.value = true;
        renew();
      }
    },
    retry() {
      state.startsWhenHere.value = state.shared.value !== null;
      renew();
    },
  };
}
