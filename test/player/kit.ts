import { afterAll, beforeAll, beforeEach, describe } from "vitest";
import { ada, stemTrack } from "../../sandbox/accounts.ts";
import { pinPlayerUrl } from "../../scripts/publish-player.ts";
import { createEmbedCode, createFrameCode } from "../../src/app/text/embed-code.ts";
import { built } from "../built.ts";
import type { Driver, Launch } from "./browser-driver.ts";
import { browsers } from "./browsers.ts";
import { createControlFinder } from "./find-controls.ts";
import type { ControlFinder } from "./find-controls.ts";
import { chromium } from "./playwright-driver.ts";
import type { PageDriver } from "./playwright-driver.ts";
import { openSpeaker } from "./record-audio.ts";
import type { Speaker } from "./record-audio.ts";
import { startServers } from "./servers.ts";
import type { TestServers } from "./servers.ts";

/** What a test in a browser works with; the fields are there once the test runs. */
export interface Kit<D extends Driver = Driver> {
  readonly driver: D;
  readonly controls: ControlFinder;
  readonly servers: TestServers;
  readonly speaker: Speaker;
  /** A fresh link of Ada's to one of her tracks or collections, as the service gives it. */
  share(id?: string): Promise<string>;
  /** Takes a link back. */
  revoke(link: string): Promise<void>;
  /** What "Copy embed code" gives for these links, one after the other. */
  code(...links: readonly string[]): string;
  /** The same as a frame. */
  frame(link: string): string;
}

export const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** The nth player of a page, as an expression. */
export const player = (index = 0): string =>
  `document.querySelectorAll("earmark-player")[${index}]`;

/** The built player at an origin, as a build for that origin knows it. */
function hosted(origin: string): { playerUrl: string; playerIntegrity: string } {
  const { integrity } = JSON.parse(built("widget/integrity.json")) as {
    integrity: Record<string, string>;
  };
  const playerIntegrity = integrity["earmark-player.js"] ?? "";
  return {
    playerUrl: pinPlayerUrl(`${origin}/earmark-player.js`, playerIntegrity),
    playerIntegrity,
  };
}

/** Writes the same tests down for each browser. */
export function inEachBrowser(about: string, tests: (kit: Kit, browser: string) => void): void {
  inBrowsers(about, browsers, tests);
}

/** Writes tests down for Chromium alone, which tells more of a page than the others do. */
export function inChromium(about: string, tests: (kit: Kit<PageDriver>) => void): void {
  inBrowsers(about, [["chromium", chromium]], tests);
}

function inBrowsers<D extends Driver>(
  about: string,
  launches: readonly (readonly [name: string, launch: Launch<D>])[],
  tests: (kit: Kit<D>, browser: string) => void,
): void {
  describe.each(launches)(`${about} in %s`, (name, launch) => {
    const kit = {} as { -readonly [K in keyof Kit<D>]: Kit<D>[K] };
    const ids = new Map<string, string>();
    const call = async (method: string, path: string): Promise<Record<string, unknown>> => {
      // Sent straight to the sandbox, because it is the sharer's request and not the page's.
      const answer = await fetch(`${kit.servers.sandbox.origin}/v1/music/${ada.org}${path}`, {
        method,
        headers: { "X-API-Key": ada.key },
      });
      return (await answer.json()) as Record<string, unknown>;
    };
    kit.share = async (id = stemTrack.id) => {
      const kind = id.startsWith("mcoll_") ? "collections" : "tracks";
      return shared(await call("POST", `/${kind}/${id}/share`));
    };
    const shared = ({ id, url }: Record<string, unknown>): string => {
      const link = kit.servers.service + new URL(String(url)).pathname;
      ids.set(link, String(id));
      return link;
    };
    kit.revoke = async (link) => void (await call("DELETE", `/share/${ids.get(link)}`));
    kit.code = (...links) =>
      links.map((link) => createEmbedCode(link, hosted(kit.servers.player))).join("\n");
    kit.frame = (link) =>
      createFrameCode(link, { listenUrl: `${kit.servers.player}/listen/`, title: "Music" });

    beforeAll(async () => {
      kit.servers = await startServers();
      kit.speaker = await openSpeaker();
      kit.driver = await launch(kit.speaker);
      kit.controls = createControlFinder(kit.driver);
    });
    beforeEach(() => {
      kit.servers.sandbox.reset();
      kit.servers.came.length = 0;
      kit.servers.answers.clear();
    });
    afterAll(async () => {
      try {
        await kit.driver?.close();
      } finally {
        // Only then, as the browser's home is the speaker's folder.
        await Promise.all([kit.speaker?.close(), kit.servers?.close()]);
      }
    });
    tests(kit, name);
  });
}
