import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  computeIntegrity,
  pinPlayerUrl,
  formatPlayerHashes,
  publishPlayer,
  getPlayerVersion,
} from "./publish-player.ts";

let folder = "";
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "earmark-player-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("keeps every script under a name that changes with its content, and says all hashes", () => {
  writeFileSync(join(folder, "earmark-player.js"), "one");
  writeFileSync(join(folder, "earmark-desk.js"), "two");
  const integrity = publishPlayer(folder);

  // As `printf one | openssl dgst -sha384 -binary | base64` gives it.
  expect(integrity).toBe("sha384-Xby+2wDRMaKeBZP5dvK0N5QpOSORmtQnZt6Bf+yCSmJieZ/sjQTLmxfEjo6ukSZY");
  const version = getPlayerVersion(integrity);
  expect(version).toMatch(/^\d+\.\d+\.\d+-[0-9a-f]{8}$/);
  expect(readdirSync(join(folder, "v", version))).toEqual(
    expect.arrayContaining([
      "custom-elements.json",
      "earmark-desk.js",
      "earmark-player.d.ts",
      "earmark-player.js",
    ]),
  );
  expect(JSON.parse(readFileSync(join(folder, "integrity.json"), "utf8"))).toEqual({
    version,
    integrity: {
      "earmark-desk.js": computeIntegrity(Buffer.from("two")),
      "earmark-player.js": integrity,
    },
  });
  expect(formatPlayerHashes(folder)).toContain(`earmark-player.js  ${integrity}`);

  writeFileSync(join(folder, "earmark-player.js"), "three");
  publishPlayer(folder);
  expect(readdirSync(join(folder, "v"))).toHaveLength(2);
});

test("says what is missing", () => {
  expect(() => publishPlayer(join(folder, "nowhere"))).toThrow();
});

test("pins the address that was set", () => {
  const integrity = computeIntegrity(Buffer.from("one"));
  const version = getPlayerVersion(integrity);
  expect(pinPlayerUrl("earmark-player.js", integrity)).toBe(`v/${version}/earmark-player.js`);
  expect(pinPlayerUrl("https://a.example/p/earmark-player.js", integrity)).toBe(
    `https://a.example/p/v/${version}/earmark-player.js`,
  );
  expect(pinPlayerUrl("https://a.example/own-name.js", integrity)).toBe(
    "https://a.example/own-name.js",
  );
  expect(pinPlayerUrl("earmark-player.js", "")).toBe("earmark-player.js");
});
