import { gzipSync } from "node:zlib";

const known = new Map<string, number>();

async function weighOne(url: string): Promise<number> {
  const old = known.get(url);
  if (old !== undefined) return old;
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} was asked for and answered with ${answer.status}.`);
  const size = gzipSync(Buffer.from(await answer.arrayBuffer()), { level: 9 }).length;
  known.set(url, size);
  return size;
}

const here = /^http:\/\/(?:localhost|127\.0\.0\.1):\d+\/.*\.(?:m?js|css|svg)$/;

/** What the scripts, styles and icons among these addresses weigh, each compressed by itself (gzip -9), in bytes. */
export async function weighCode(asked: readonly string[]): Promise<number> {
  // What would come from elsewhere did not come.
  const code = [...new Set(asked)].filter((url) => here.test(url));
  const sizes = await Promise.all(code.map(weighOne));
  return sizes.reduce((sum, size) => sum + size, 0);
}
