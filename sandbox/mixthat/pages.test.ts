// @vitest-environment node
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { mixthatStemTrack, mixthatStreamTrack, mixthatTracks, stemTrack } from "../accounts.ts";
import { startSandbox } from "../sandbox.ts";
import type { Sandbox } from "../sandbox.ts";
import { callMixthat, send, shareMixthat } from "../test-client.ts";

let sandbox: Sandbox;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.stop());

const open = (path: string) => send(sandbox, "GET", path);
const at = `/tracks/${mixthatStemTrack.id}`;

test("shows a track with sound that plays, beside the pages of the other service", async () => {
  const { token } = await shareMixthat(sandbox);
  for (const path of [at, `${at}?auth_token=${token}`, `${at}?auth_token=${token}&is_public=1`]) {
    const { status, text } = await open(path);
    expect(status).toBe(200);
    expect(text).toContain("<h1>Lantern Room</h1>");
    for (const stem of stemTrack.stems) expect(text).toContain(`<li>${stem}</li>`);
    const audio = /src="([^"]+\.mp3[^"]+)"/.exec(text)?.[1]?.replaceAll("&amp;", "&");
    expect((await fetch(audio ?? "")).status).toBe(200);
  }
  expect((await open(`/tracks/${stemTrack.id}`)).text).toContain("mtrack_");
  expect(sandbox.ledger().shares[0]?.opens).toBe(2);
});

test("says so when a link has ended, and when there is no such track", async () => {
  const { token, id } = await shareMixthat(sandbox);
  await callMixthat(sandbox, "DELETE", `${at}/shares/${encodeURIComponent(id)}`);
  const other = await shareMixthat(sandbox, {}, mixthatStreamTrack.id);
  for (const one of [token, other.token, "nonsense"]) {
    const { status, text } = await open(`${at}?auth_token=${one}`);
    expect(status).toBe(403);
    expect(text).not.toContain(".mp3");
  }
  expect((await open("/tracks/Nobody")).status).toBe(404);
});

test("is linked from the start page, and escapes labels", async () => {
  expect((await open("/")).text).toContain(`href="${at}"`);
  const odd = mixthatTracks.find(({ label }) => label.includes("<b>"));
  const { text } = await open(`/tracks/${odd?.id}`);
  expect(text).toContain("Salt &amp; Tin &lt;b&gt;");
  expect(text).not.toContain("<b>");
});
