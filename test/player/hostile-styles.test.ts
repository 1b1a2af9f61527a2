import { expect, test } from "vitest";
import { mixthatStemTrack, stemTrack } from "../../sandbox/accounts.ts";
import { shareMixthat } from "../../sandbox/test-client.ts";
import { score } from "../kits/scorecard.ts";
import { wrapInStyles, sheets } from "./hostile-sheets.ts";
import { inEachBrowser, player } from "./kit.ts";
import { changedPixels } from "./read-png.ts";

const inline = (more: string): string =>
  `${wrapInStyles};${more}`.replaceAll(/([\w-]+) ([^;]+);?/g, "$1:$2 !important;");

const element = (link: string): string => `<earmark-player src="${link}"></earmark-player>`;

/** A place that stays where it is, as wide as it is. */
const at = (top: number, width: number, inside: string): string =>
  `<div style="${inline(`position absolute;inset ${top}px auto auto 0;width ${width}px`)}">${inside}</div>`;

inEachBrowser("whatever the page's styles are", (kit, browser) => {
  test("the player looks the same to the pixel", async () => {
    const { token } = await shareMixthat(kit.servers.sandbox);
    const stems = `${kit.servers.service}/tracks/${mixthatStemTrack.id}?auth_token=${token}`;
    const dead = await kit.share();
    await kit.revoke(dead);
    const [script = ""] = /^.*<\/script>/.exec(kit.code(stems)) ?? [];
    await kit.driver.open(
      kit.servers.page(
        `${script}<div id="stage" style="${inline("height 600px;width 620px;position fixed;inset 0 auto auto 0;z-index 9")}">
          ${at(0, 620, element(stems))}${at(400, 280, element(dead))}</div>`,
      ),
    );
    await kit.driver.evaluate(
      `void [document.documentElement, document.body].forEach((each) => each.setAttribute("style", ${JSON.stringify(inline(""))}))`,
    );
    await kit.controls.until(`${player()}.stems.length`, stemTrack.stems.length);
    await kit.controls.click("button", "Stems");
    await kit.controls.click("button", "More controls");
    await kit.controls.read(/Save to Earmark|Copy link|no longer works/);
    await kit.controls.until(`${player(1)}.error.kind`, "gone");
    // So that nothing of it has the focus or the pointer, which show.
    await kit.driver.clickAt(800, 650);

    const wear = async (css: string): Promise<Buffer> => {
      await kit.driver.evaluate(
        `(async () => {
          const sheet = document.querySelector("#sheet") ?? document.head.appendChild(Object.assign(document.createElement("style"), { id: "sheet" }));
          const frames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
          // Drawn wholly anew: what is repainted in part has other edges, by one shade.
          stage.style.setProperty("display", "none", "important");
          sheet.textContent = ${JSON.stringify(css)};
          void stage.offsetHeight;
          stage.style.setProperty("display", "block", "important");
          await frames();
        })()`,
      );
      return kit.driver.picture("#stage");
    };
    const before = await wear("");
    const changed: Record<string, number> = {};
    for (const [name, css] of Object.entries(sheets)) {
      const pixels = changedPixels(before, await wear(css));
      if (pixels > 0) changed[name] = pixels;
    }
    score(`hostile styles in ${browser}`, {
      sheets: Object.keys(sheets).length,
      "sheets that changed a pixel": Object.keys(changed).length,
    });
    expect(changed).toEqual({});
    // That a picture of it does change when something does.
    await kit.driver.evaluate(`void ${player()}.setAttribute("lang", "de")`);
    await kit.controls.read("Zum Anhören");
    expect(changedPixels(before, await wear(""))).toBeGreaterThan(100);
  });
});
