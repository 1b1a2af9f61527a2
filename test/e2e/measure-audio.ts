import type { BrowserContext, Frame, Page } from "@playwright/test";
import { installAudioProbe } from "./audio-probe.ts";

/** What was heard: the loudest pitch, and the level (RMS; a full-scale sine is -3 dBFS, silence -120). */
export interface AudioLevels {
  readonly hz: number;
  readonly dbfs: number;
}

/** Installs the audio probe in every page that is opened from now on. */
export async function installAudioProbes(target: BrowserContext | Page): Promise<void> {
  await target.addInitScript(installAudioProbe);
}

/**
 * Listen for `ms` to what a page (or one frame of it) plays; right within 1 % from 40 Hz up.
 * With patience, in milliseconds, it waits for something to sound; without, silence is an answer.
 */
export async function measureAudio(
  page: Page | Frame,
  ms = 800,
  patience = 0,
): Promise<AudioLevels> {
  const until = Date.now() + patience;
  let heard = await page.evaluate(hear, ms);
  while (heard.dbfs <= -100 && Date.now() < until) heard = await page.evaluate(hear, ms);
  return heard;
}

// Runs in the page.
async function hear(ms: number): Promise<AudioLevels> {
  const ear = globalThis.earmarkEar;
  const context = new AudioContext();
  const outputs = [...ear.analysers.values()].map((analyser) => ({ analyser, volume: 1 }));
  for (const element of ear.elements) {
    if (element.paused || element.readyState < 2) continue;
    const stream = (element as HTMLMediaElement & { captureStream(): MediaStream }).captureStream();
    if (stream.getAudioTracks().length === 0) continue;
    const analyser = new AnalyserNode(context, { fftSize: 32_768, smoothingTimeConstant: 0 });
    context.createMediaStreamSource(stream).connect(analyser);
    // captureStream is taken before the volume control.
    outputs.push({ analyser, volume: element.muted ? 0 : element.volume });
  }
  await context.resume();
  await new Promise((resolve) => setTimeout(resolve, ms));
  let loudest: AudioLevels = { hz: 0, dbfs: -120 };
  for (const { analyser, volume } of outputs) {
    const rate = analyser.context.sampleRate;
    const wave = new Float32Array(analyser.fftSize);
    analyser.getFloatTimeDomainData(wave);
    const recent = wave.subarray(-Math.min(wave.length, Math.floor((rate * ms) / 2000)));
    const power = recent.reduce((sum, value) => sum + value * value, 0) / recent.length;
    const dbfs = Math.max(-120, 10 * Math.log10(power * volume * volume));
    if (dbfs <= loudest.dbfs) continue;
    const spectrum = new Float32Array(analyser.frequencyBinCount);
    analyser.getFloatFrequencyData(spectrum);
    const peak = spectrum.reduce(
      (best, value, bin) => (value > (spectrum[best] ?? 0) ? bin : best),
      1,
    );
    loudest = { hz: (peak * rate) / analyser.fftSize, dbfs };
  }
  await context.close();
  return loudest;
}
