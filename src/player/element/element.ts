import { askDesk } from "../chunks/mixer-chunk.ts";
import { keepOnlyOne } from "./exclusive-playback.ts";
import { nearestLanguage } from "./nearest-language.ts";
import { MediaLike } from "./media-element.ts";
import { createPlayer } from "../controller/player.ts";
import type { StagedPlayer } from "../controller/player.ts";
import { reportEvents } from "./dispatch-events.ts";
import { clamp } from "../lib/clamp.ts";
import { showIn } from "../ui/mount.ts";
import { drawPlayer } from "../ui/view.ts";

const TAG = "earmark-player";

/**
 * `<earmark-player src="…">`: plays a shared track, a list of them, stems or any audio file on any page.
 * Attributes are the state: `src`, `type` (a MIME type, where `src` does not show it), `label` (what a mere file is called),
 * `lang`, `controls`, `loop`, `muted`, `volume`. Properties, methods and events are shaped like those of `<audio>`.
 * The page it stands on can read its `src`: a page that must not is given the player in a sandboxed frame.
 */
export class EarmarkPlayer extends MediaLike {
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

  /** Registers the element, unless another copy of the script already has. */
  static define(): void {
    if (!customElements.get(TAG)) customElements.define(TAG, this);
  }

  readonly #root = this.attachShadow({ mode: "closed", delegatesFocus: true });
  #life: AbortController | null = null;
  #stale = false;

  connectedCallback(): void {
    if (this.#life) return this.#readLanguage();
    this.#life = new AbortController();
    const { signal } = this.#life;
    const player = createPlayer(this.media, signal);
    this.player = player;
    this.#readLanguage();
    this.#readControls();
    showIn(this.#root, drawPlayer(player, signal), signal);
    reportEvents(this, player.stage, player.state, signal);
    keepOnlyOne(player.stage, this, () => player.request({ type: "pause" }), signal);
    this.#openSoon();
  }

  // A move is a disconnection and a connection in one go: only what is still out afterwards has left.
  disconnectedCallback(): void {
    queueMicrotask(() => this.isConnected || this.#end());
  }

  // A shadow root leaves its style sheets behind in the document it was in: in another one all is drawn anew.
  adoptedCallback(): void {
    this.#end();
  }

  attributeChangedCallback(name: string, _old: string | null, value: string | null): void {
    if (name === "lang") this.#readLanguage();
    else if (name === "controls") this.#readControls();
    else if (name === "loop" || name === "muted") this.sound[name] = value !== null;
    else if (name === "volume") this.volume = clamp(Number(value ?? 1), 1);
    else this.#openSoon();
  }

  #end(): void {
    this.player?.request({ type: "close" });
    this.#life?.abort();
    this.#life = null;
    this.player = null;
    this.#root.replaceChildren();
  }

  protected override openNow(): void {
    if (!this.#stale || !this.player) return;
    this.#stale = false;
    const owner = this.querySelector("earmark-stem") && this;
    this.player.request({
      type: "open",
      src: this.src,
      label: this.getAttribute("label"),
      mimeType: this.getAttribute("type"),
      element: owner,
    });
    if (owner) void this.#followStems(this.player, this.#life?.signal);
  }

  async #followStems({ request }: StagedPlayer, life?: AbortSignal): Promise<void> {
    (await askDesk())?.watchStemElements(this, () => this.#openSoon(), request, life);
  }

  #readLanguage(): void {
    if (this.player) this.player.state.lang.value = nearestLanguage(this);
  }

  #readControls(): void {
    if (!this.player) return;
    // On most pages none are picked, and no regular expression is compiled before the first paint.
    this.player.state.wanted.value = this.getAttribute("controls")?.match(/\S+/g) ?? null;
  }

  // Not at once: a page that connects the element first and sets `src` in the next line is not told that it has none.
  #openSoon(): void {
    this.#stale = true;
    queueMicrotask(() => this.openNow());
  }
}
