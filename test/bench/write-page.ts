import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { site } from "./paths.ts";
import type { Player, PlayerFiles } from "./player.ts";

// Enough that a player which grows moves something.
const TEXT = "A paragraph that stands after the player, and must not move. ".repeat(20);

/** Writes the page that holds a player once for each of `around` into the site; gives its path. */
export function writePage(player: Player, around: readonly PlayerFiles[]): string {
  const { id, entry, markup, head } = player;
  const [first] = around;
  const css = existsSync(join(site, id, "app.css"));
  const html = [
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>',
    '<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">',
    css ? `<link rel="stylesheet" href="/${id}/app.css">` : "",
    entry === undefined ? "" : `<script type="module" src="/${id}/app.js"></script>`,
    first && head ? head(first) : "",
    '</head><body style="font: 16px/1.5 sans-serif; margin: 16px"><h1>A page</h1>',
    ...around.map((each) => `<div class="place">${markup(each)}</div><p>${TEXT}</p>`),
    "</body></html>",
  ];
  const path = `/pages/${id}-${around.length}/`;
  mkdirSync(join(site, path), { recursive: true });
  writeFileSync(join(site, path, "index.html"), html.join("\n"));
  return path;
}
