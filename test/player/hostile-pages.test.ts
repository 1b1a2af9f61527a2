import { expect, test } from "vitest";
import { mixthatStemTrack, stemTrack } from "../../sandbox/accounts.ts";
import { shareMixthat } from "../../sandbox/test-client.ts";
import { built } from "../built.ts";
import { score } from "../kits/scorecard.ts";
import { poisonedBuiltIns, wrapper } from "./hostile-built-ins.ts";
import { inEachBrowser, player } from "./kit.ts";
import type { Kit } from "./kit.ts";

/*
 * Pages with a policy as strict as docs/embedding.md allows, and pages with scripts that were there first: changed
 * built-ins, and other copies of the player.
 */

/** What such a policy allows scripts: where they come from, or the one hash that the page knows. */
const scripts: Readonly<Record<string, (kit: Kit, hash: string) => string>> = {
  "by host": ({ servers }) => servers.player,
  "by hash": (_kit, hash) => `'${hash}' 'strict-dynamic'`,
};

const element = (link: string): string => `<earmark-player src="${link}"></earmark-player>`;

inEachBrowser("among other scripts", (kit, browser) => {
  const errors = (): Promise<unknown> => kit.driver.evaluate("earmarkErrors");
  /** Presses the nth "Play" that there still is, and sees that this player and no other sounds. */
  async function playAlone(index: number, nth = index): Promise<void> {
    await kit.controls.click("button", "Play", { nth });
    await kit.controls.until(`${player(index)}.currentTime > 0.2`, true);
    await kit.controls.until(
      `[...document.querySelectorAll("earmark-player")].map((each) => each.paused).indexOf(false)`,
      index,
    );
    await kit.controls.until(
      `[...document.querySelectorAll("earmark-player")].filter((each) => !each.paused).length`,
      1,
    );
  }

  test.each(Object.entries(poisonedBuiltIns))("plays in spite of %s", async (how, ways) => {
    const head = `<script>${wrapper}${Object.values(ways).join("\n")}</script>`;
    await kit.driver.open(kit.servers.page(kit.code(await kit.share()), head));
    await kit.controls.until(`${player()}?.duration > 0`, true);
    await playAlone(0);
    await kit.driver.evaluate(`void (${player()}.currentTime = 3)`);
    await kit.controls.until(`${player()}.currentTime > 3.1`, true);
    await kit.controls.click("button", "More controls");
    await kit.controls.click("button", "Forward 10 seconds");
    await kit.controls.until(`${player()}.currentTime > 12`, true);
    expect(await kit.driver.evaluate(`${player()}.play().then(() => "sounds")`)).toBe("sounds");
    score(`changed built-ins in ${browser}: ${how}`, { ways: Object.keys(ways).length });
    expect(await errors()).toEqual([]);
  });

  /** The script as it is, as a module, and another version of it: the same one but for its name on the stage of the page. */
  const copies: Readonly<Record<string, () => string>> = {
    classic: () => `<script src="${kit.servers.player}/earmark-player.js"></script>`,
    module: () => `<script type="module" src="${kit.servers.player}/earmark-player.mjs"></script>`,
    "another version": () => {
      const body = `/* 0.0.9 */${built("widget/earmark-player.js").replace("Music player", "Old music player")}`;
      for (const name of ["controls", "desk", "words"])
        kit.servers.answers.set(`/v/0.0.9/earmark-${name}.js`, {
          kind: ".js",
          body: built(`widget/earmark-${name}.js`),
        });
      kit.servers.answers.set("/v/0.0.9/earmark-player.js", { kind: ".js", body });
      return `<script src="${kit.servers.player}/v/0.0.9/earmark-player.js"></script>`;
    },
  };

  test.each([
    ["classic", "module"],
    ["module", "classic"],
    ["classic", "another version"],
    ["another version", "classic"],
  ] as const)("is defined once by two: %s, %s", async (first, second) => {
    const [one = "", two = ""] = [first, second].map((each) => copies[each]?.());
    const links = [await kit.share(), await kit.share()];
    await kit.driver.open(kit.servers.page(one + links.map(element).join("") + two));
    await kit.controls.until(`${player(1)}?.duration > 0`, true);
    await playAlone(0);
    await playAlone(1, 0);
    await kit.controls.click("button", "More controls");
    await kit.controls.click("button", "Forward 10 seconds");
    expect(await errors()).toEqual([]);
  });

  test("is there however its element was made, and wherever it was moved", async () => {
    const link = await kit.share();
    const page = `<div id="place"></div><div id="other"></div>${element(link)}`;
    // So narrow that all of them are in sight.
    await kit.driver.open(kit.servers.page(page, "<style>body { width: 220px }</style>"));
    await kit.driver.evaluate(
      `(async () => {
        const script = Object.assign(document.createElement("script"), { src: "${kit.servers.player}/earmark-player.js" });
        place.innerHTML = ${JSON.stringify(element(link))};
        await new Promise((done) => { script.onload = done; document.head.append(script); });
        const made = document.createElement("earmark-player");
        other.append(made);
        made.src = "${link}";
        place.insertAdjacentHTML("beforeend", ${JSON.stringify(element(link))});
        const elsewhere = document.implementation.createHTMLDocument();
        const adopted = elsewhere.body.appendChild(elsewhere.createElement("earmark-player"));
        adopted.setAttribute("src", "${link}");
        document.body.append(document.adoptNode(adopted));
      })()`,
    );
    for (const index of [0, 1, 2, 3, 4])
      await kit.controls.until(`${player(index)}?.duration > 0`, true);
    await playAlone(0);
    for (const index of [1, 2, 3, 4]) await playAlone(index, index - 1);
    // A move is no end: it sounds on. In another document it starts anew, and looks as it did.
    await kit.driver.evaluate(`void document.body.prepend(${player(4)})`);
    await kit.controls.until(`${player()}.paused`, false);
    await kit.driver.evaluate(
      `(async () => {
        const frame = document.body.appendChild(document.createElement("iframe"));
        const moved = ${player()};
        frame.contentDocument.body.append(moved);
        await new Promise((done) => setTimeout(done, 50));
        frame.replaceWith(moved);
      })()`,
    );
    await kit.controls.until(`${player(4)}.duration > 0`, true);
    await playAlone(4);
    await kit.controls.until(`${player(4)}.offsetHeight`, 56);
    expect(await errors()).toEqual([]);
  });

  function headFor(allowed: string): string {
    const { service } = kit.servers;
    const policy = [
      "default-src 'none'",
      `script-src ${allowed}`,
      "style-src 'none'",
      `connect-src ${service}`,
      `media-src ${service}`,
      "img-src data:",
      "require-trusted-types-for 'script'",
      "trusted-types earmark",
    ];
    return `<meta http-equiv="Content-Security-Policy" content="${policy.join("; ")}">`;
  }

  test.each(Object.keys(scripts))(
    "plays, with all that is fetched later; scripts allowed %s",
    async (way) => {
      const { token } = await shareMixthat(kit.servers.sandbox);
      const stems = `${kit.servers.service}/tracks/${mixthatStemTrack.id}?auth_token=${token}`;
      const [code, other] = [kit.code(await kit.share()), kit.code(stems)];
      const [hash = ""] = /sha384-[^"]+/.exec(code) ?? [];
      const head = headFor(scripts[way]?.(kit, hash) ?? "");
      // Each snippet brings its script: the second copy has to put up with the first.
      await kit.driver.open(
        kit.servers.page(`<section lang="de">${code}</section><section>${other}</section>`, head),
      );
      await kit.controls.until(`${player()}?.duration > 0`, true);
      await kit.controls.click("button", "Abspielen");
      await kit.controls.until(`${player()}.currentTime > 0.3`, true);
      await kit.controls.click("button", "Weitere Bedienelemente");
      await kit.controls.click("button", "10 Sekunden vor");
      await kit.controls.until(`${player()}.currentTime > 10`, true);

      await kit.controls.until(`${player(1)}.stems.length`, stemTrack.stems.length);
      await kit.controls.click("button", "Play");
      await kit.controls.until(`${player(1)}.currentTime > 0.3`, true);
      await kit.controls.until(`${player()}.paused`, true);

      const refused = (await kit.driver.evaluate("earmarkRefused")) as string[];
      score(`strict policy ${way} in ${browser}`, { refused: refused.length });
      expect(refused).toEqual([]);
      expect(await kit.driver.evaluate("earmarkErrors")).toEqual([]);
      // That the page is as strict as it says: a string is no address for a script there.
      const takesStrings = `(() => { try { document.createElement("script").src = "/a.js"; return true } catch { return false } })()`;
      expect(await kit.driver.evaluate(takesStrings)).toBe(false);
    },
  );
});
