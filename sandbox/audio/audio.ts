import { readFileSync } from "node:fs";
import { Hono } from "hono";
import type { Context } from "hono";
import type { HonoEnv, Environment } from "../environment.ts";
import { pieces } from "../music/pieces.ts";

const folder = new URL("../music/", import.meta.url);
const names = new Set(
  pieces.flatMap(({ name, stems }) => [name].concat(stems.map((stem) => `${name}-${stem}`))),
);

/** The first and last byte that a `Range` header asks for; null = the whole file; "none" = outside of it. */
export function parseRange(
  header: string | undefined,
  size: number,
): [number, number] | "none" | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? "");
  if (!match || (match[1] === "" && match[2] === "")) return null;
  const [, first = "", last = ""] = match;
  if (first === "") {
    const length = Number(last);
    return length === 0 ? "none" : [Math.max(0, size - length), size - 1];
  }
  const start = Number(first);
  const end = last === "" ? size - 1 : Math.min(Number(last), size - 1);
  return start >= size || end < start ? "none" : [start, end];
}

/** Answers with a file, or with the part of it that the `Range` header asks for. */
export function sendBytes(c: Context<HonoEnv>, bytes: Buffer, type: string): Response {
  c.header("Content-Type", type);
  c.header("Accept-Ranges", "bytes");
  // Lets a page with COEP play it; a storage host for embeds has to send this.
  c.header("Cross-Origin-Resource-Policy", "cross-origin");
  const range = parseRange(c.req.header("Range"), bytes.length);
  if (range === null) return c.body(new Uint8Array(bytes));
  if (range === "none") {
    c.header("Content-Range", `bytes */${bytes.length}`);
    return c.body(null, 416);
  }
  const [start, end] = range;
  c.header("Content-Range", `bytes ${start}-${end}/${bytes.length}`);
  return c.body(new Uint8Array(bytes.subarray(start, end + 1)), 206);
}

/** `/audio/{name}.mp3`: only with a signature that is right and not expired; answers `Range`. */
export function createAudioRoutes(env: Environment): Hono<HonoEnv> {
  return new Hono<HonoEnv>().get("/:file", (c) => {
    c.header("Access-Control-Allow-Origin", "*");
    const name = c.req.param("file").replace(/\.mp3$/, "");
    const { expires = "", sig = "" } = c.req.query();
    if (!names.has(name) || !env.links.allows(name, expires, sig))
      return c.text("The signature is wrong or has expired.", 403);
    c.header("Cache-Control", "private, no-store");
    return sendBytes(c, readFileSync(new URL(`${name}.mp3`, folder)), "audio/mpeg");
  });
}
