/**
 * Runs in the page: how many milliseconds after `begun` the tap first heard the place `to` (seconds); null: not at all.
 * The pitch tells the place: the first stem has 200 + 10 t Hz after t seconds. It is read from where 1,024 samples rise
 * through zero, which is right within a second there.
 */
export function findFirstSoundTime({ to, begun }: { to: number; begun: number }): number | null {
  const { heard, rate } = globalThis.benchTap;
  const blocks = heard ?? [];
  const samples = new Float32Array(2048 * blocks.length);
  for (const [index, block] of blocks.entries()) samples.set(block.samples, 2048 * index);

  function placeAt(start: number): number | null {
    let loudest = 0;
    const rises: number[] = [];
    for (let at = start + 1; at < start + 1024; at += 1) {
      const [before, now] = [samples[at - 1] ?? 0, samples[at] ?? 0];
      loudest = Math.max(loudest, Math.abs(now));
      if (before < 0 && now >= 0) rises.push(at - now / (now - before));
    }
    const [first, last] = [rises[0], rises.at(-1)];
    if (loudest < 0.2 || first === undefined || last === undefined || first === last) return null;
    return (((rises.length - 1) * rate) / (last - first) - 200) / 10;
  }

  for (let start = 0; start + 1024 <= samples.length; start += 128) {
    const at = blocks[Math.floor(start / 2048)]?.at[(start % 2048) / 128] ?? 0;
    if (at < begun) continue;
    const place = placeAt(start);
    if (place !== null && Math.abs(place - to) < 1.5) return at - begun;
  }
  return null;
}
