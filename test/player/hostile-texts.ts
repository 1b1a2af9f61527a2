/* `probe` is sent to the page as text, so it stands by itself. */
/* oxlint-disable unicorn/consistent-function-scoping */

const RUN = "globalThis.pwned=(globalThis.pwned||0)+1";

/** Texts that run something where they are taken for markup, for an address, for a template or for part of a script. */
export const payloads: readonly string[] = [
  `<script>${RUN}</script>`,
  `<SCRIPT SRC=/pwned></SCRIPT>`,
  `<img src=x onerror="${RUN}">`,
  `<img src=/pwned>`,
  `<svg onload="${RUN}">`,
  `<svg><script>${RUN}</script></svg>`,
  `<svg><animate onbegin="${RUN}" attributeName=x dur=1s>`,
  `<svg><a xlink:href="javascript:${RUN}"><text>x</text></a></svg>`,
  `<math><mtext></form><form><mglyph><style></math><img src onerror="${RUN}">`,
  `<iframe srcdoc="<script>parent.pwned=1</script>"></iframe>`,
  `<iframe src="javascript:parent.pwned=1"></iframe>`,
  `<object data="javascript:${RUN}"></object>`,
  `<embed src="javascript:${RUN}">`,
  `<body onload="${RUN}">`,
  `<details open ontoggle="${RUN}">`,
  `<video><source onerror="${RUN}"></video>`,
  `<audio src=x onerror="${RUN}"></audio>`,
  `<input autofocus onfocus="${RUN}">`,
  `<select autofocus onfocus="${RUN}">`,
  `<marquee onstart="${RUN}">`,
  `<div style="animation:x" onanimationstart="${RUN}">`,
  `<style>@import "/pwned"</style>`,
  `<link rel=stylesheet href=/pwned>`,
  `<base href="/pwned/">`,
  `<meta http-equiv=refresh content="0;url=javascript:${RUN}">`,
  `<form action="javascript:${RUN}"><button>x</button></form>`,
  `<template><img src=x onerror="${RUN}"></template>`,
  `<noscript><p title="</noscript><img src=x onerror=${RUN}>">`,
  `<a href="javascript:${RUN}">x</a>`,
  `"><img src=x onerror="${RUN}">`,
  `'><img src=x onerror='${RUN}'>`,
  `" onmouseover="${RUN}" x="`,
  `" onfocus="${RUN}" autofocus="`,
  `</title><script>${RUN}</script>`,
  `</textarea><script>${RUN}</script>`,
  `</style><script>${RUN}</script>`,
  `--><script>${RUN}</script>`,
  `]]><script>${RUN}</script>`,
  `javascript:${RUN}`,
  `JaVaScRiPt:${RUN}`,
  `java\tscript:${RUN}`,
  ` \u0001javascript:${RUN}`,
  `javascript://%0a${RUN}//https://x.example/a.mp3`,
  `data:text/html,<script>parent.pwned=1</script>`,
  `data:text/javascript,${RUN}`,
  `vbscript:${RUN}`,
  `\${${RUN}}`,
  `{{constructor.constructor('${RUN}')()}}`,
  `';${RUN};//`,
  `\\u003cscript\\u003e${RUN}\\u003c/script\\u003e`,
  `%3Cscript%3E${RUN}%3C/script%3E`,
  `&lt;script&gt;${RUN}&lt;/script&gt;`,
  `\u202E<script>${RUN}</script>\u0000`,
  `){}*{background:url(/pwned)}`,
];

/** Where Aitronos puts such a text, by what it is there: the answer to a path, and how many texts are in it. */
export const fields: Readonly<Record<string, readonly [(text: string) => string, number]>> = {
  "title and licence": [
    (title) => share({ title, licence: { licence_class: title, requires_attribution: true } }),
    2,
  ],
  "address of the sound": [(url) => share({ playback_url: url }), 1],
  "names in a collection": [
    (title) => {
      const tracks = [track({ title }), track({ title })];
      const collection = { name: title };
      return JSON.stringify({ available: true, kind: "collection", collection, tracks });
    },
    3,
  ],
  "sharer's message": [(message) => JSON.stringify({ available: false, message }), 1],
  kind: [(kind) => JSON.stringify({ available: true, kind, track: track({}) }), 1],
  error: [
    (text) => JSON.stringify({ success: false, error: { status: 503, code: text, message: text } }),
    2,
  ],
  "whole answer": [(text) => text, 1],
};

/** The same for Mix That, which has stems. */
export const stemFields: typeof fields = {
  "labels, and address of a waveform": [
    (label) => JSON.stringify({ label, files: [stem({ label }, "/list.m3u8", label)] }),
    3,
  ],
  "address of a playlist": [(href) => JSON.stringify({ label: "x", files: [stem({}, href)] }), 1],
};

function track(more: object): object {
  return {
    title: "x",
    measured_duration_seconds: 9,
    playback_url: "http://127.0.0.1:9/none.mp3",
    ...more,
  };
}
function share(more: object): string {
  return JSON.stringify({ available: true, kind: "track", track: track(more) });
}
function stem(more: object, list = "/list.m3u8", waveform = "/waveform"): object {
  const $links = [
    { rel: "m3u8", href: list },
    { rel: "waveform", href: waveform },
  ];
  return { label: "x", type: "STEM", index: 0, $links, ...more };
}

/** A player, to the page's scripts. */
interface Listed extends HTMLAudioElement {
  readonly tracks: readonly unknown[];
}

/** Runs in the page: opens all that opens in every player, asks each to play, and counts what should not be. */
export async function probe(): Promise<Record<string, unknown>> {
  const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
  const players = [...document.querySelectorAll<Listed>("earmark-player")];
  const all = <T extends Element>(selector: string): T[] =>
    players.flatMap((each) => [
      ...(globalThis.earmarkRoots.get(each)?.querySelectorAll<T>(selector) ?? []),
    ]);
  const until = async (done: () => boolean): Promise<void> => {
    for (let tries = 0; tries < 200 && !done(); tries++) await wait(50);
  };
  const settled = (): number =>
    players.filter(({ error, tracks }) => error !== null || tracks?.length > 0).length;
  await until(() => settled() === players.length);
  const answered = settled();

  for (const card of all(".card")) card.dispatchEvent(new Event("pointerenter"));
  for (const each of players) each.play().catch(() => undefined);
  await wait(300);
  const buttons = all<HTMLButtonElement>(".toggle:not([hidden])");
  for (const button of buttons) button.click();
  await until(() => all(".panel").length >= buttons.length);

  const inside = all<HTMLElement>("*");
  const addresses = inside.flatMap((each) =>
    ["href", "src", "xlink:href", "action", "data"].map((name) => each.getAttribute(name) ?? ""),
  );
  const hasHandler = (each: Element): boolean =>
    each.getAttributeNames().some((name) => name.startsWith("on"));
  return {
    settled: answered,
    shut: buttons.length - all(".panel").length,
    ran: (globalThis as { pwned?: number }).pwned ?? 0,
    handlers: inside.filter(hasHandler).length,
    addresses: addresses.filter((address) => /^\W*(?:java|vb|data:)/i.test(address)).length,
    foreign: all(
      "script, iframe, object, embed, link, meta, base, form, template, style, video, audio, img:not(.artwork)",
    ).length,
  };
}
