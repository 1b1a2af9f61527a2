import { afterAll, expect, test } from "vitest";
import { score } from "../kits/scorecard.ts";
import { fields, payloads, probe, stemFields } from "./hostile-texts.ts";
import { inChromium } from "./kit.ts";

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

const playerFor = (src: string, more = ""): string =>
  `<earmark-player src="${escaped(src)}" ${more}></earmark-player>`;
const named = (names: readonly string[], text: string): string =>
  names.map((name) => `${name}="${escaped(text)}"`).join(" ");
const list = (text: string): string =>
  `#EXTM3U\n#EXT-X-MAP:URI="${text}"\n#EXTINF:4,${text}\n${text}\n#EXT-X-ENDLIST`;
const parts = (text: string): string =>
  `<earmark-player><earmark-stem ${named(["src", "label"], text)}></earmark-stem></earmark-player>`;

let sent = 0;
let run = 0;

inChromium("whatever text a service or a page gives", (kit) => {
  afterAll(() => score("hostile texts", { sent, run }));

  /** Opens a player for each of these tags, and sees that none of what they bring runs or becomes more than text. */
  async function see(tags: readonly string[], each = 1): Promise<void> {
    const script = `<script src="${kit.servers.player}/earmark-player.js"></script>`;
    const here = kit.servers.page(script + tags.join(""));
    await kit.driver.open(here);
    const seen = (await kit.driver.evaluate(`(${probe.toString()})()`)) as Record<string, number>;
    sent += each * tags.length;
    run += seen["ran"] ?? 0;
    expect(seen).toEqual({
      settled: tags.length,
      shut: 0,
      ran: 0,
      handlers: 0,
      addresses: 0,
      foreign: 0,
    });
    // Nor has it led anywhere, nor fetched what a text names.
    expect(await kit.driver.evaluate("location.href")).toBe(here);
    expect(kit.servers.came.filter(({ path }) => path.startsWith("/pwned"))).toEqual([]);
  }

  /** The same for what the service answers to these paths, one for each text. */
  async function answered(
    paths: readonly string[],
    answer: (text: string) => string,
    count: number,
  ): Promise<void> {
    for (const [index, path] of paths.entries())
      kit.servers.answers.set(path, { kind: ".json", body: answer(payloads[index] ?? "") });
    await see(
      paths.map((path) => playerFor(kit.servers.service + path)),
      count,
    );
  }

  test.each(Object.entries(fields))("as %s", async (_field, [answer, count]) => {
    const paths = payloads.map((_text, index) => `/v1/music/shared/x${index}`);
    await answered(paths, answer, count);
  });

  test.each(Object.entries(stemFields))("as %s", async (_field, [answer, count]) => {
    const paths = payloads.map((_text, index) => `/api/v1/tracks/stem${index + 10}`);
    await answered(paths, answer, count);
  });

  test("as a playlist", async () => {
    const paths = payloads.map((_text, index) => `/list${index}.m3u8`);
    await answered(paths, list, 3);
  });

  test("as attributes of the page's own", async () => {
    const link = await kit.share();
    await see(
      payloads.map((text) => playerFor(link, named(["label", "type", "controls", "lang"], text))),
      4,
    );
    await see(payloads.map((text) => playerFor(text)));
    await see(payloads.map(parts), 2);
  });
});
