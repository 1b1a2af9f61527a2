import { expect, test } from "vitest";
import { mixthatStemTrack } from "../../sandbox/accounts.ts";
import { shareMixthat } from "../../sandbox/test-client.ts";
import { inEachBrowser, sleep, player as nth } from "./kit.ts";
import type { Kit } from "./kit.ts";
import { findLeftovers } from "./page-functions.ts";
import type { ReceivedRequest } from "./servers.ts";

/** What may be fetched of the player itself, and nothing twice as much as once. */
const OWN =
  /^\/(?:v\/[\w.-]+\/)?(?:earmark-[\w-]+\.m?js|listen\/(?:index|frame)\.html|listen\/(?:page|frame)\.(?:js|css))$/;

/** Each kind of link: how to make one, and what its service may be asked for. */
const sources: Readonly<
  Record<string, { make(kit: Kit): Promise<string>; asks: readonly RegExp[] }>
> = {
  "a share of Aitronos": {
    make: (kit) => kit.share(),
    asks: [/^GET \/v1\/music\/shared\/shr_\w+$/, /^GET \/audio\/lantern\.mp3\?/],
  },
  "a track of Mix That": {
    async make({ servers }) {
      const { token } = await shareMixthat(servers.sandbox);
      return `${servers.service}/tracks/${mixthatStemTrack.id}?auth_token=${token}`;
    },
    asks: [
      /^(?:GET|OPTIONS) \/api\/v1\/tracks\/\w+\?v=1$/,
      /^GET \/audio\/.+\.(?:m3u8|mp3|json)\?/,
    ],
  },
  "a file": {
    async make(kit) {
      const answer = await fetch(await kit.share());
      const { track } = (await answer.json()) as { track: { playback_url: string } };
      kit.servers.came.length = 0;
      return track.playback_url;
    },
    asks: [/^(?:GET|HEAD) \/audio\/lantern\.mp3\?/],
  },
};

/** Each way to put the player somewhere: the address to open, and in which frame the player then is. */
const forms: Readonly<Record<string, { open(kit: Kit, link: string): string; frame?: number }>> = {
  "the script": { open: (kit, link) => kit.servers.page(kit.code(link)) },
  "the module": {
    open: ({ servers }, link) =>
      servers.page(
        `<script type="module" src="${servers.player}/earmark-player.mjs"></script><earmark-player src="${link}"></earmark-player>`,
      ),
  },
  "the listening page": {
    open: ({ servers }, link) =>
      `${servers.player}/listen/index.html#src=${encodeURIComponent(link)}`,
  },
  "the sandboxed frame": {
    open: (kit, link) => kit.servers.page(kit.frame(link)),
    frame: 0,
  },
};

const isSound = ({ path }: ReceivedRequest): boolean => path.startsWith("/audio/");
const line = ({ method, path }: ReceivedRequest): string => `${method} ${path}`;

/** All of them together; where not in Chromium, only in the long run. */
const isLong = process.env["EARMARK_FORMS"] === "all";

inEachBrowser("what is sent and kept", (kit, browser) => {
  const cases = Object.keys(forms).flatMap((form, row) =>
    Object.keys(sources)
      // Else each form once and each source once.
      .filter((_, column) => browser === "chromium" || isLong || row % 3 === column)
      .map((source) => [form, source] as const),
  );

  test.each(cases)("%s, with %s", async (formName, sourceName) => {
    const [form, source] = [forms[formName], sources[sourceName]];
    if (!form || !source) throw new Error("Not in the list");
    const link = await source.make(kit);
    // A visitor who was at the service before: what it then put into the browser is to stay there.
    // With an icon: for a page without one the browser asks by itself, whenever it likes.
    const body = '<!doctype html><link rel="icon" href="data:,">';
    kit.servers.answers.set("/plant", { kind: ".html", body });
    await kit.driver.open(`${kit.servers.service}/plant`);
    await kit.driver.evaluate('void (document.cookie = "planted=1; path=/")');
    kit.servers.came.length = 0;

    await kit.driver.open(form.open(kit, link));
    await kit.controls.until(`${nth()}?.tracks.length`, 1, form.frame);
    await sleep(300);
    const before = kit.servers.came.filter(
      ({ path }) => !path.startsWith("/page/") && !path.startsWith("/listen/"),
    );
    await kit.controls.click("button", "Play", { frame: form.frame });
    await kit.controls.until(`${nth()}.currentTime > 0.5`, true, form.frame);
    await sleep(200);

    const { came, site, player } = kit.servers;
    const [token = ""] = /shr_\w+|auth_token=[\w.-]+|sig=\w+/.exec(link) ?? [];
    const asked = (place: ReceivedRequest["place"]): ReceivedRequest[] =>
      came.filter((each) => each.place === place);
    const service = asked("service");
    expect(
      service.map(line).filter((each) => !source.asks.some((pattern) => pattern.test(each))),
    ).toEqual([]);
    expect(asked("player").filter(({ path }) => !OWN.test(path))).toEqual([]);
    expect(asked("site").filter(({ path }) => !path.startsWith("/page/"))).toEqual([]);
    // From nowhere. Only what a browser fetches by itself, for a script tag or a media element, names the site, and no path.
    expect(service.filter((each) => each.referer !== null && !isSound(each))).toEqual([]);
    // (The listening page's own files may name that page: WebKit asks for some before it has read that it shall not.)
    const mayName = (each: ReceivedRequest): readonly (string | null)[] =>
      each.place === "player"
        ? [null, `${site}/`, `${player}/listen/index.html`]
        : [null, `${site}/`];
    expect(came.filter((each) => !mayName(each).includes(each.referer))).toEqual([]);
    // Nobody is recognised: what the service planted comes back at most to the sound of a media element.
    expect(service.filter((each) => each.cookie !== null && !isSound(each))).toEqual([]);
    // The link itself is known to its own service only.
    expect(
      [...asked("player"), ...asked("site")].filter((each) => JSON.stringify(each).includes(token)),
    ).toEqual([]);
    expect(
      before.filter(({ path }) => path.startsWith("/audio/") && path.includes(".mp3")),
    ).toEqual([]);
    // The question that a browser asks before one with an Authorization header is its own.
    expect(before.filter(({ method }) => method !== "OPTIONS").length).toBeLessThanOrEqual(3);

    const kept = (await kit.driver.evaluate(
      `(${findLeftovers.toString()})()`,
      form.frame,
    )) as Record<string, unknown>;
    // The listening page and the service are on one machine here, so it can see what was planted; nothing was added.
    const cookie = kept["cookie"] === "planted=1" ? null : kept["cookie"];
    expect({ ...kept, cookie }).toEqual({
      cookie: null,
      local: null,
      session: null,
      databases: null,
      caches: null,
      workers: null,
    });
    await kit.driver
      .evaluate('void (document.cookie = "planted=; path=/; max-age=0")')
      .catch(() => undefined);
  });
});
