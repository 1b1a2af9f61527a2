import { mixthatStemTrack, readyRender } from "../../sandbox/accounts.ts";
import type { Fault, FaultAct } from "../../sandbox/faults/faults.ts";
import { shareCraftkit, shareMixthat } from "../../sandbox/test-client.ts";
import { player } from "./kit.ts";
import type { Kit } from "./kit.ts";

/** How the page around the player is. */
export interface PageOptions {
  readonly lang?: string;
  readonly dir?: string;
  readonly head?: string;
  /** Attributes of the player, as in HTML. */
  readonly attributes?: string;
  readonly before?: string;
  readonly after?: string;
}

/** Brings a player into a state by what happens in life: what a service answers, and what a listener presses. */
export interface TestPage {
  readonly kit: Kit;
  /** Opens a page with one player. */
  open(src: string, around?: PageOptions): Promise<void>;
  /** Opens a page with a fresh share of a track, and waits for it. */
  openShare(around?: PageOptions): Promise<void>;
  /** Waits until an expression of the player's has a value. */
  is(expression: string, value?: unknown): Promise<void>;
  /** Does something with the player's properties. */
  set(statement: string): Promise<void>;
  press(name: string): Promise<void>;
  /** Waits until something in the player fits a selector. */
  shows(selector: string): Promise<void>;
  /** From now on requests for this path end so; the first words of a path, or a regular expression. */
  fault(path: string, act: FaultAct, when?: Fault["when"]): void;
  /** A fresh link to a track with stems, as Mix That gives it, and the way to end it. */
  stems(): Promise<{ link: string; id: string }>;
  paper(): Promise<string>;
  /** The address of a mere audio file. */
  file(): Promise<string>;
}

export const SHARED = "/v1/music/shared/";
export const SOUND = "/audio/";

export function createTestPage(kit: Kit): TestPage {
  const is = (expression: string, value: unknown = true): Promise<void> =>
    kit.controls.until(`${player()}?.${expression}`, value);

  async function open(src: string, around: PageOptions = {}): Promise<void> {
    const {
      lang = "en",
      dir = "ltr",
      head = "",
      attributes = "",
      before = "",
      after = "",
    } = around;
    const code = kit.code(src).replace("<earmark-player", `$& ${attributes}`);
    const main = `<main id="place" lang="${lang}" dir="${dir}"><h1>A site</h1>${before}${code}${after}</main>`;
    await kit.driver.open(kit.servers.page(main, head));
  }

  return {
    kit,
    is,
    open,
    async openShare(around) {
      await open(await kit.share(), around);
      await is("duration > 0");
    },
    set: async (statement) => void (await kit.driver.evaluate(`void (${player()}.${statement})`)),
    shows: (selector) =>
      kit.controls.until(
        `earmarkRoots.get(${player()}).querySelector("${selector}")?.checkVisibility() ?? false`,
        true,
      ),
    press: (name) => kit.controls.click("button", name),
    fault: (path, act, when = "before") =>
      kit.servers.sandbox.faults.add({ path, do: act, when, times: 1000 }),
    async stems() {
      const { token, id } = await shareMixthat(kit.servers.sandbox);
      return {
        link: `${kit.servers.service}/tracks/${mixthatStemTrack.id}?auth_token=${token}`,
        id,
      };
    },
    async paper() {
      const { token } = await shareCraftkit(kit.servers.sandbox, {}, readyRender.id);
      return `${kit.servers.service}/share/${token}`;
    },
    async file() {
      const answer = await fetch(await kit.share());
      const { track } = (await answer.json()) as { track: { playback_url: string } };
      return track.playback_url;
    },
  };
}
