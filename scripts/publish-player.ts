import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./run-program.ts";

/** Type declarations and the element's manifest, which are copied beside the scripts. */
const described = /^custom-elements\.json$|^earmark-player\S*\.d\.ts$/;

/** The subresource-integrity hash of some bytes. */
export function computeIntegrity(bytes: Buffer): string {
  return `sha384-${createHash("sha384").update(bytes).digest("base64")}`;
}

/**
 * The name a player is kept under for ever: the version of the project and the first 8 digits of its hash. The player
 * knows the hashes of the files that it fetches later, so this one stands for all of them.
 */
export function getPlayerVersion(integrity: string): string {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    version: string;
  };
  const digest = Buffer.from(integrity.replace(/^sha384-/, ""), "base64").toString("hex");
  return `${version}-${digest.slice(0, 8)}`;
}

/**
 * Where embed codes find the player: the address that was set, but in the folder of this very version, whose files never
 * change. A host that has named the file otherwise keeps its name.
 */
export function pinPlayerUrl(playerUrl: string, integrity: string): string {
  if (integrity === "") return playerUrl;
  return playerUrl.replace(
    /(^|\/)earmark-player\.js$/,
    `$1v/${getPlayerVersion(integrity)}/earmark-player.js`,
  );
}

/**
 * Completes a built player in `folder`: types and the manifest of the element beside it, all scripts once more under
 * `v/<version>/`, and `integrity.json` with the hash of each. Gives the hash of `earmark-player.js`.
 */
export function publishPlayer(folder: string): string {
  const from = join(root, "types");
  for (const name of readdirSync(from).filter((each) => described.test(each)))
    copyFileSync(join(from, name), join(folder, name));

  const names = readdirSync(folder)
    .filter((name) => /\.(?:m?js|json|ts)$/.test(name))
    .toSorted();
  const hashes = Object.fromEntries(
    names
      .filter((name) => /\.m?js$/.test(name))
      .map((name) => [name, computeIntegrity(readFileSync(join(folder, name)))]),
  );
  const integrity = hashes["earmark-player.js"];
  if (!integrity) throw new Error(`The player's build left no earmark-player.js in ${folder}.`);
  const version = getPlayerVersion(integrity);
  const kept = join(folder, "v", version);
  mkdirSync(kept, { recursive: true });
  for (const name of names) copyFileSync(join(folder, name), join(kept, name));
  const listed = JSON.stringify({ version, integrity: hashes }, null, 2);
  for (const place of [folder, kept]) writeFileSync(join(place, "integrity.json"), `${listed}\n`);
  return integrity;
}

/** The snippet for a page, and the hash of every script, for people. */
export function formatPlayerHashes(folder: string): string {
  const { version, integrity } = JSON.parse(
    readFileSync(join(folder, "integrity.json"), "utf8"),
  ) as {
    version: string;
    integrity: Record<string, string>;
  };
  const width = Math.max(...Object.keys(integrity).map((name) => name.length));
  const rows = Object.entries(integrity).map(([name, hash]) => `  ${name.padEnd(width)}  ${hash}`);
  return [`Player ${version}, kept under .output/widget/v/${version}/`, ...rows].join("\n");
}
