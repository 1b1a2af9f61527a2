/** What the page's ear has noticed; lives in the page under `earmarkEar`. */
export interface AudioProbe {
  readonly elements: Set<HTMLMediaElement>;
  readonly analysers: Map<BaseAudioContext, AnalyserNode>;
}

declare global {
  var earmarkEar: AudioProbe;
}

/**
 * Runs in every page before its scripts: notices media elements (also those in a closed shadow root, or in no tree)
 * and puts an analyser beside whatever an audio graph connects to its destination. The product is not changed by it,
 * except that its audio is asked for with CORS, which lets sound of another origin be measured.
 */
export function installAudioProbe(): void {
  const ear: AudioProbe = { elements: new Set(), analysers: new Map() };
  Object.defineProperty(globalThis, "earmarkEar", { value: ear });
  const media = HTMLMediaElement.prototype;
  const notice = (element: HTMLMediaElement): void => {
    ear.elements.add(element);
    if (!element.src) element.crossOrigin ??= "anonymous";
  };

  const source = Object.getOwnPropertyDescriptor(media, "src") as PropertyDescriptor;
  Object.defineProperty(media, "src", {
    ...source,
    set(this: HTMLMediaElement, address: string) {
      notice(this);
      source.set?.call(this, address);
    },
  });
  const setAttribute = Element.prototype.setAttribute;
  Element.prototype.setAttribute = function set(name, value) {
    if (name === "src" && this instanceof HTMLMediaElement) notice(this);
    setAttribute.call(this, name, value);
  };
  const NativeAudio = globalThis.Audio;
  const NoticedAudio = function create(address?: string): HTMLAudioElement {
    const element = new NativeAudio();
    if (address !== undefined) element.src = address;
    return element;
  };
  NoticedAudio.prototype = NativeAudio.prototype;
  globalThis.Audio = NoticedAudio as unknown as typeof Audio;
  const play = media.play;
  media.play = function start() {
    notice(this);
    return play.call(this);
  };

  const connect = AudioNode.prototype.connect as (this: AudioNode, ...to: unknown[]) => AudioNode;
  const tapped = function tapped(this: AudioNode, ...to: unknown[]): AudioNode {
    if (to[0] instanceof AudioDestinationNode && !(this.context instanceof OfflineAudioContext)) {
      const analyser = ear.analysers.get(this.context) ?? this.context.createAnalyser();
      analyser.fftSize = 32_768;
      analyser.smoothingTimeConstant = 0;
      ear.analysers.set(this.context, analyser);
      connect.call(this, analyser);
    }
    return connect.apply(this, to);
  };
  AudioNode.prototype.connect = tapped as typeof connect;
  const fromElement = AudioContext.prototype.createMediaElementSource;
  AudioContext.prototype.createMediaElementSource = function feed(element) {
    const node = fromElement.call(this, element);
    // From here on it sounds through the graph only.
    ear.elements.delete(element);
    return node;
  };
}
