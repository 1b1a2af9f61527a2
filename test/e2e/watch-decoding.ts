import type { Page } from "@playwright/test";

declare global {
  var decodedSeconds: number[];
}

/** Notes the length of each sound that a page decodes from now on; the result tells them, in seconds. */
export async function watchDecoding(page: Page): Promise<() => Promise<number[]>> {
  await page.evaluate(() => {
    const { decodeAudioData } = BaseAudioContext.prototype;
    globalThis.decodedSeconds = [];
    BaseAudioContext.prototype.decodeAudioData = async function decode(bytes: ArrayBuffer) {
      const sound = await decodeAudioData.call(this, bytes);
      globalThis.decodedSeconds.push(sound.duration);
      return sound;
    };
  });
  return () => page.evaluate(() => globalThis.decodedSeconds);
}
