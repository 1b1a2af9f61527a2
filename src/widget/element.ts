import { keepOnlyOne } from "./only-one.ts";
import { nearestLanguage } from "./language.ts";
import { createPlayer } from "./player.ts";
import type { Player } from "./player.ts";
import { reportEvents } from "./report-events.ts";
import { showIn } from "./show-in.ts";
import { started } from "./started.ts";
import { failureText, wordsFor } from "./text.ts";
import { drawPlayer } from "./view.ts";

// A page rendered on a server may import this file where there is no DOM.
const Parent = globalThis.HTMLElement ?? (Object as unknown as typeof HTMLElement);

/**
 * `<earmark-player src="…/v1/music/shared/{token}">`: plays a shared track on any page.
 * Attributes are the state (`src`, `lang`); properties, methods and events are shaped like those of `<audio>`.
 * The page it stands on can read its `src`: a page that must not is given the player in a sandboxed frame.
 */
export class EarmarkPlayer extends Parent {
  static readonly observedAttributes: readonly string[] = ["src", "lang"];

  /** Registers the element, unless another copy of the script already has. */
  static define(tag = "earmark-player", registry = customElements): void {
    if (!registry.get(tag)) registry.define(tag, this);
  }

  // Never in the document: a media element that is taken out of it for a moment is paused by the browser.
  readonly #media = document.createElement("audio");
  readonly #root = this.attachShadow({ mode: "closed", delegatesFocus: true });
  #life: AbortController | null = null;
  #player: Player | null = null;
  #stale = false;

  get src(): string {
    return this.getAttribute("src") ?? "";
  }
  set src(value: string) {
    this.setAttribute("src", value);
  }

  get paused(): boolean {
    return this.#media.paused;
  }
  get ended(): boolean {
    return this.#media.ended;
  }

  /** Seconds. */
  get currentTime(): number {
    return this.#media.currentTime;
  }
  set currentTime(to: number) {
    this.#player?.request({ type: "seek", to });
  }

  /** Seconds; NaN until it is known. */
  get duration(): number {
    return this.#player?.state.duration.peek() ?? Number.NaN;
  }

  /** 0 to 1. */
  get volume(): number {
    return this.#media.volume;
  }
  set volume(to: number) {
    this.#media.volume = to;
  }

  get muted(): boolean {
    return this.#media.muted;
  }
  set muted(on: boolean) {
    this.#media.muted = on;
  }

  /** Why there is nothing to hear, as a word for programs and a sentence for people; null when all is well. */
  get error(): { readonly kind: string; readonly message: string } | null {
    const failure = this.#player?.state.failure.peek();
    if (!failure) return null;
    return { kind: failure.kind, message: failureText(failure, wordsFor(nearestLanguage(this))) };
  }

  /** Resolves when it sounds; rejects when it cannot, or is paused before it does. */
  play(): Promise<void> {
    const player = this.#player;
    if (!player) return Promise.reject(new DOMException("Not in a document", "InvalidStateError"));
    this.#open();
    player.request({ type: "play" });
    return started(player);
  }

  pause(): void {
    this.#player?.request({ type: "pause" });
  }

  connectedCallback(): void {
    if (this.#life) return this.#readLanguage();
    this.#life = new AbortController();
    const { signal } = this.#life;
    const player = createPlayer(this.#media, signal);
    this.#player = player;
    this.#readLanguage();
    showIn(this.#root, drawPlayer(player, signal));
    reportEvents(this, this.#media, player.state, signal);
    keepOnlyOne(this.#media, this, () => player.request({ type: "pause" }), signal);
    this.#openSoon();
  }

  // A move is a disconnection and a connection in one go: only what is still out afterwards has left.
  disconnectedCallback(): void {
    queueMicrotask(() => {
      if (this.isConnected || !this.#life) return;
      this.#player?.request({ type: "close" });
      this.#life.abort();
      this.#life = null;
      this.#player = null;
      this.#root.replaceChildren();
    });
  }

  attributeChangedCallback(name: string): void {
    if (name === "lang") this.#readLanguage();
    else this.#openSoon();
  }

  #readLanguage(): void {
    if (this.#player) this.#player.state.lang.value = nearestLanguage(this);
  }

  // Not at once: a page that connects the element first and sets `src` in the next line is not told that it has none.
  #openSoon(): void {
    this.#stale = true;
    queueMicrotask(() => this.#open());
  }

  #open(): void {
    if (!this.#stale || !this.#player) return;
    this.#stale = false;
    this.#player.request({ type: "open", src: this.src });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "earmark-player": EarmarkPlayer;
  }
}
