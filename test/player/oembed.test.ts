import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { stemTrack } from "../../sandbox/accounts.ts";
import { inEachBrowser, player } from "./kit.ts";

const template = fileURLToPath(new URL("../../.output/widget/listen/oembed.json", import.meta.url));

inEachBrowser("the oEmbed template", (kit) => {
  test("is a rich answer whose frame plays, once its two places are filled", async () => {
    const listen = `${kit.servers.player}/listen/`;
    const text = readFileSync(template, "utf8")
      .replaceAll("{listen}", listen)
      .replaceAll("{address}", encodeURIComponent(await kit.share()));
    const answer = JSON.parse(text) as Record<string, unknown>;
    // What https://oembed.com asks of this type.
    expect(answer).toMatchObject({ version: "1.0", type: "rich", provider_url: listen });
    expect([typeof answer["html"], answer["width"], answer["height"]]).toEqual([
      "string",
      600,
      160,
    ]);
    await kit.driver.open(kit.servers.page(String(answer["html"])));
    await kit.controls.read(stemTrack.title, 0);
    await kit.controls.click("button", "Play", { frame: 0 });
    await kit.controls.until(`${player()}.currentTime > 0.3`, true, 0);
  });
});
