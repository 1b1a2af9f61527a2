import { readFile } from "node:fs/promises";
import { extname, join, sep } from "node:path";
import { Hono } from "hono";
import type { HonoEnv } from "./environment.ts";

const types: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".svg": "image/svg+xml",
};

/** `/widget/*`: the built player out of `folder`, for pages of any origin. */
export function createPlayerRoutes(folder: string): Hono<HonoEnv> {
  return new Hono<HonoEnv>().get("/*", async (c) => {
    c.header("Access-Control-Allow-Origin", "*");
    c.header("Cache-Control", "no-cache");
    try {
      const asked = decodeURIComponent(c.req.path.replace(/^\/widget\//, ""));
      // As any static host has it: the listening page's address is that of its folder.
      const path = join(folder, asked.endsWith("/") ? `${asked}index.html` : asked);
      // An encoded "../" survives the URL parser and would lead out of the folder.
      if (!path.startsWith(folder + sep)) return c.text("Not found", 404);
      const bytes = await readFile(path);
      c.header("Content-Type", types[extname(path)] ?? "application/octet-stream");
      return c.body(new Uint8Array(bytes));
    } catch (problem) {
      return c.text(`No such file in the built player: ${String(problem)}`, 404);
    }
  });
}
