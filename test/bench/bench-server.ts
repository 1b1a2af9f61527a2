import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { parseRange } from "../../sandbox/audio/audio.ts";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".json": "application/json",
  ".m3u8": "application/vnd.apple.mpegurl",
  ".mp3": "audio/mpeg",
  ".aac": "audio/aac",
};
const sound = new Set([".mp3", ".aac"]);

/** A server of files on 127.0.0.1. */
export interface BenchServer {
  readonly port: number;
  close(): Promise<void>;
}

/** Serves `folder` as a good host would: text compressed, sound in ranges, to every origin; but nothing is cached. */
export async function startBenchServer(folder: string): Promise<BenchServer> {
  const compressed = new Map<string, Buffer>();

  function answer({ method, url = "", headers }: IncomingMessage, outgoing: ServerResponse): void {
    const fixed = {
      "Access-Control-Allow-Origin": "*",
      "Access-Control-Allow-Headers": "authorization",
      "Cache-Control": "no-store",
    };
    if (method === "OPTIONS") return void outgoing.writeHead(204, fixed).end();
    const path = decodeURIComponent(new URL(url, "http://site").pathname);
    const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
    if (!existsSync(file) || !statSync(file).isFile())
      return void outgoing.writeHead(404, fixed).end();
    const kind = extname(file);
    const type = { ...fixed, "Content-Type": types[kind] ?? "application/json" };
    if (!sound.has(kind)) {
      const body = compressed.get(file) ?? gzipSync(readFileSync(file), { level: 9 });
      // Pages are written anew for every visit.
      if (kind !== ".html") compressed.set(file, body);
      return void outgoing.writeHead(200, { ...type, "Content-Encoding": "gzip" }).end(body);
    }
    const bytes = readFileSync(file);
    const ranged = { ...type, "Accept-Ranges": "bytes" };
    const range = parseRange(headers.range, bytes.length);
    if (range === null) return void outgoing.writeHead(200, ranged).end(bytes);
    if (range === "none") return void outgoing.writeHead(416, ranged).end();
    const [start, end] = range;
    const place = { "Content-Range": `bytes ${start}-${end}/${bytes.length}` };
    outgoing.writeHead(206, { ...ranged, ...place }).end(bytes.subarray(start, end + 1));
  }

  const server = createServer(answer);
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
