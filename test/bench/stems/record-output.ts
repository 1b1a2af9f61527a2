/** What reached a speaker: the left channel, with the time of each 128 samples. */
interface Block {
  readonly samples: Float32Array;
  /** Milliseconds since 1970, one for each 128 samples. */
  readonly at: Float64Array;
}

/** Listens to a page; lives in it under `benchTap`. */
export interface OutputRecorder {
  /** When silence last turned into sound, in milliseconds since 1970; set it to null to wait for the next time. */
  sound: number | null;
  /** What was heard since `heard` was last made empty; null: nothing is kept. */
  heard: Block[] | null;
  /** Samples a second. */
  rate: number;
  /** How many contexts are listened to, and how many of them can be heard by now. */
  contexts: number;
  listening: number;
}

declare global {
  var benchTap: OutputRecorder;
}

/** Runs in the audio thread: louder than -60 dB is sound. */
const worklet = `registerProcessor("bench-tap", class extends AudioWorkletProcessor {
  samples = new Float32Array(2048); at = new Float64Array(16); filled = 0; loud = false;
  process([[left]]) {
    if (left) this.samples.set(left, this.filled); else this.samples.fill(0, this.filled, this.filled + 128);
    this.at[this.filled / 128] = Date.now();
    const loud = left?.some((sample) => Math.abs(sample) > 1e-3) ?? false;
    if (loud && !this.loud) this.port.postMessage({ sound: Date.now() });
    this.loud = loud;
    this.filled = (this.filled + 128) % 2048;
    if (this.filled === 0) this.port.postMessage({ samples: this.samples, at: this.at });
    return true;
  }
});`;

/**
 * Runs in the page before its scripts: whatever an AudioContext sends to its speaker goes through a listener on the way.
 * The time is that of the audio thread, so the delay of a sound card is in nobody's figures.
 */
function listenToAll(source: string): void {
  const tap: OutputRecorder = { sound: null, heard: null, rate: 0, contexts: 0, listening: 0 };
  globalThis.benchTap = tap;
  const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const connect = AudioNode.prototype.connect as (this: AudioNode, ...to: unknown[]) => AudioNode;
  const doors = new WeakMap<BaseAudioContext, AudioNode>();

  async function open(context: AudioContext): Promise<void> {
    const door = new GainNode(context);
    doors.set(context, door);
    connect.call(door, context.destination);
    tap.contexts += 1;
    tap.rate = context.sampleRate;
    await context.audioWorklet.addModule(address);
    const listener = new AudioWorkletNode(context, "bench-tap", { numberOfOutputs: 0 });
    listener.port.addEventListener(
      "message",
      ({ data }: MessageEvent<Block | { sound: number }>) => {
        if ("sound" in data) tap.sound ??= data.sound;
        else tap.heard?.push(data);
      },
    );
    listener.port.start();
    connect.call(door, listener);
    tap.listening += 1;
  }

  const Native = globalThis.AudioContext;
  globalThis.AudioContext = class extends Native {
    constructor(options?: AudioContextOptions) {
      super(options);
      void open(this);
    }
  };
  AudioNode.prototype.connect = function through(this: AudioNode, ...to: unknown[]) {
    const door = to[0] instanceof AudioDestinationNode && doors.get(to[0].context);
    return connect.call(this, ...(door ? [door, ...to.slice(1)] : to));
  } as typeof AudioNode.prototype.connect;
  const disconnect = AudioNode.prototype.disconnect as (this: AudioNode, ...to: unknown[]) => void;
  AudioNode.prototype.disconnect = function through(this: AudioNode, ...to: unknown[]) {
    const door = to[0] instanceof AudioDestinationNode && doors.get(to[0].context);
    disconnect.call(this, ...(door ? [door, ...to.slice(1)] : to));
  } as typeof AudioNode.prototype.disconnect;
}

/** The script that listens to a page. */
export const outputRecorderScript = `(${listenToAll.toString()})(${JSON.stringify(worklet)});`;
