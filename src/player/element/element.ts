import { loadMixerChunk } from "../chunks/mixer-chunk.ts";
import { createPlayer } from "../controller/player.ts";
import type { Player } from "../controller/player.ts";
import { clamp } from "../lib/clamp.ts";
import { mountView } from "../ui/mount.ts";
import { createView } from "../ui/view.ts";
import { dispatchEvents } from "./dispatch-events.ts";
import { pauseOtherPlayers } from "./exclusive-playback.ts";
import { MediaElement } from "./media-element.ts";

const TAG = "earmark-player";

/** The language tag of an element: its own `lang` or the nearest one around it, across shadow roots; "" for none. */
function findLanguage(element: Element): string {
  const tag = element.closest("[lang]")?.getAttribute("lang");
  if (tag) return tag;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? findLanguage(root.host) : "";
}

/**
 * `<earmark-player src="…">`: plays a shared track, a collection, stems or any audio file on any page.
 * Its attributes are `src`, `type` (a MIME type, where `src` does not show it), `label` (the title of a plain audio file),
 * `lang`, `controls`, `loop`, `muted`, `volume`. Its properties, methods and events are those of `<audio>`, and a few more.
 * A page can read the `src` of its players: one that must not know it embeds the player in a sandboxed frame.
 */
export class EarmarkPlayer extends MediaElement {
  static readonly observedAttributes: readonly string[] = [
    "src",
    "type",
    "label",
    "lang",
    "controls",
    "loop",
    "muted",
    "volume",
  ];

  /** Defines the element, unless another copy of the script has done so. */
  static define(): void {
    if (!customElements.get(TAG)) customElements.define(TAG, this);
  }

  readonly #root = this.attachShadow({ mode: "closed", delegatesFocus: true });
  /** Aborted when the element leaves the document; null while it is in none. */
  #life: AbortController | null = null;
  /** The source has changed since it was last opened. */
  #needsOpen = false;

  connectedCallback(): void {
    if (this.#life) return this.#updateLanguage();
    this.#life = new AbortController();
    const { signal } = this.#life;
    const player = createPlayer(this.media, signal);
    this.player = player;
    this.#updateLanguage();
    this.#updateControls();
    mountView(this.#root, createView(player, signal), signal);
    dispatchEvents(this, player.output, player.state, signal);
    pauseOtherPlayers(player.output, this, () => player.request({ type: "pause" }), signal);
    this.#scheduleOpen();
  }

  // Moving an element disconnects and connects it in the same task: only one that is still disconnected afterwards has left.
  disconnectedCallback(): void {
    queueMicrotask(() => this.isConnected || this.#disconnect());
  }

  // The style sheets of a shadow root belong to its old document, so the player is created anew in another one.
  adoptedCallback(): void {
    this.#disconnect();
  }

  attributeChangedCallback(name: string, _old: string | null, value: string | null): void {
    if (name === "lang") this.#updateLanguage();
    else if (name === "controls") this.#updateControls();
    else if (name === "loop" || name === "muted") this.output[name] = value !== null;
    else if (name === "volume") this.volume = clamp(Number(value ?? 1), 1);
    else this.#scheduleOpen();
  }

  #disconnect(): void {
    this.player?.request({ type: "close" });
    this.#life?.abort();
    this.#life = null;
    this.player = null;
    this.#root.replaceChildren();
  }

  protected override openChangedSource(): void {
    if (!this.#needsOpen || !this.player) return;
    this.#needsOpen = false;
    const element = this.querySelector("earmark-stem") && this;
    this.player.request({
      type: "open",
      src: this.src,
      label: this.getAttribute("label"),
      mimeType: this.getAttribute("type"),
      element,
    });
    if (element) void this.#watchStemElements(this.player, this.#life?.signal);
  }

  async #watchStemElements({ request }: Player, life?: AbortSignal): Promise<void> {
    const chunk = await loadMixerChunk();
    chunk?.watchStemElements(this, () => this.#scheduleOpen(), request, life);
  }

  #updateLanguage(): void {
    if (this.player) this.player.state.lang.value = findLanguage(this);
  }

  #updateControls(): void {
    if (!this.player) return;
    // Most pages request none, and then no regular expression is compiled before the first paint.
    this.player.state.requestedControls.value =
      this.getAttribute("controls")?.match(/\S+/g) ?? null;
  }

  // Not at once, so that a page may connect the element first and set `src` in the next line without a failure in between.
  #scheduleOpen(): void {
    this.#needsOpen = true;
    queueMicrotask(() => this.openChangedSource());
  }
}
