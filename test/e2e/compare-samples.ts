import type { Page } from "@playwright/test";

/** How what was heard differs from what should have been, in dB below it, over the last 0.7 s. */
export interface Comparison {
  readonly residual: number;
  /** Seconds into the sound at which the window ended. */
  readonly at: number;
}

interface Wanted {
  /** Address of the whole sound. */
  readonly url: string;
  /** Seconds that are repeated; null when it plays straight on. */
  readonly region: { readonly from: number; readonly to: number } | null;
}

/**
 * Compares the last 32,768 samples that a page sent to its speaker with a decoded file, sample by sample. The page needs
 * audio probes (`installAudioProbes`). The place is found by a probe in the middle of the window; from there on every sample has to fit.
 */
export async function compareSamples(page: Page, wanted: Wanted): Promise<Comparison> {
  return page.evaluate(async ({ url, region }) => {
    const [analyser] = globalThis.earmarkEar.analysers.values();
    if (!analyser) throw new Error("Nothing has been connected to a speaker.");
    const heard = new Float32Array(analyser.fftSize);
    analyser.getFloatTimeDomainData(heard);
    const bytes = await (await fetch(url)).arrayBuffer();
    const rate = analyser.context.sampleRate;
    const file = await new OfflineAudioContext(1, 1, rate).decodeAudioData(bytes);
    // An analyser mixes its channels down to one.
    const channels = Array.from({ length: file.numberOfChannels }, (_, at) =>
      file.getChannelData(at),
    );
    const mono = channels[0]?.map((_, at) =>
      channels.reduce((sum, channel) => sum + (channel[at] ?? 0) / channels.length, 0),
    );
    if (!mono) throw new Error("The file is empty.");
    let sound = mono;
    if (region) {
      const turn = mono.slice(Math.round(region.from * rate), Math.round(region.to * rate));
      sound = new Float32Array(turn.length * 6);
      for (let round = 0; round < 6; round += 1) sound.set(turn, round * turn.length);
    }
    const middle = heard.length / 2;
    const probe = heard.subarray(middle, middle + 400);
    let best = Number.POSITIVE_INFINITY;
    let place = 0;
    for (let at = middle; at + middle < sound.length; at += 1) {
      let sum = 0;
      for (let index = 0; index < probe.length && sum < best; index += 1)
        sum += ((sound[at + index] ?? 0) - (probe[index] ?? 0)) ** 2;
      if (sum < best) [best, place] = [sum, at];
    }
    let fault = 0;
    let power = 0;
    for (let index = 0; index < heard.length; index += 1) {
      const right = sound[place - middle + index] ?? 0;
      fault += ((heard[index] ?? 0) - right) ** 2;
      power += right ** 2;
    }
    return { residual: 10 * Math.log10(fault / power + 1e-15), at: (place + middle) / rate };
  }, wanted);
}
