// @vitest-environment node
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ada, adaTracks, ben, benTrack, stemTrack } from "../accounts.ts";
import { startSandbox } from "../sandbox.ts";
import type { Sandbox } from "../sandbox.ts";

let sandbox: Sandbox;
beforeAll(async () => (sandbox = await startSandbox()));
afterAll(() => sandbox.stop());

async function open(path: string): Promise<string> {
  const answer = await fetch(sandbox.origin + path);
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.text();
}

describe("demo pages", () => {
  test("explains itself and shows both accounts", async () => {
    const text = await open("/");
    for (const word of [ada.key, ada.org, ben.key, ben.org, sandbox.origin])
      expect(text).toContain(word);
  });

  test("lists twenty tracks that each have a page", async () => {
    const text = await open("/tracks");
    const links = [...text.matchAll(/href="(\/tracks\/mtrack_\w+)"/g)].map(([, path]) => path);
    expect(links).toEqual(adaTracks.map(({ id }) => `/tracks/${id}`));
    expect(links).toHaveLength(20);
    for (const path of links) await open(path ?? "");
    await open(`/tracks/${benTrack.id}`);
  });

  test("plays a track and names its stems", async () => {
    const text = await open(`/tracks/${stemTrack.id}`);
    expect(text).toContain(`<h1>${stemTrack.title}</h1>`);
    for (const stem of stemTrack.stems) expect(text).toContain(`<li>${stem}</li>`);
    const audio = /src="([^"]+\.mp3[^"]+)"/.exec(text)?.[1]?.replaceAll("&amp;", "&");
    expect((await fetch(audio ?? "")).status).toBe(200);
  });

  test("escapes titles and embed codes", async () => {
    const odd = adaTracks.find(({ title }) => title.includes("<b>"));
    for (const path of [`/tracks/${odd?.id}`, "/tracks", "/app"]) {
      const text = await open(path);
      expect(text).toContain("Salt &amp; Tin &lt;b&gt;&quot;Demo&quot;&lt;/b&gt;");
      expect(text).not.toContain("<b>");
    }
    const code = `</textarea><script>alert(1)</script>`;
    const text = await open(`/embed?code=${encodeURIComponent(code)}`);
    expect(text).toContain("&lt;/textarea&gt;&lt;script&gt;alert(1)");
    expect(text).not.toContain(code);
  });

  test("opens the app at any of its tracks", async () => {
    for (const path of ["/app", `/app/tracks/${stemTrack.id}`])
      expect(await open(path)).toContain(`href="/app/tracks/${stemTrack.id}"`);
    const track: unknown = JSON.parse(await open(`/app/tracks/${stemTrack.id}.json`));
    expect(track).toMatchObject({ title: stemTrack.title, stems: stemTrack.stems });
  });

  test("asks nobody else for anything", async () => {
    for (const path of ["/", "/tracks", `/tracks/${stemTrack.id}`, "/app", "/embed"]) {
      const addresses = [...(await open(path)).matchAll(/(?:src|href)="([^"]+)"/g)];
      for (const [, address = ""] of addresses)
        expect(address).toMatch(new RegExp(`^(/|#|data:image|${sandbox.origin}/)`));
    }
    expect(await open("/site/site.css")).not.toMatch(/url\(|@import/);
    for (const file of ["app.js", "embed.js"]) await open(`/site/${file}`);
  });

  test.each(["/tracks/none", "/app/tracks/none.json", "/site/site.ts", "/none"])(
    "has no %s",
    async (path) => {
      expect((await fetch(sandbox.origin + path)).status).toBe(404);
    },
  );
});
