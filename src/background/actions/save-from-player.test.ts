import { expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { collections, mixthatStemTrack, stemTrack } from "../../../sandbox/accounts.ts";
import { hostileIds } from "../../../test/contract/hostile-ids.ts";
import { useBackground } from "../../../test/kits/background.ts";
import type { Track } from "../../model/track.ts";
import { removeAccount } from "../../store/accounts.ts";
import { createPageHandlers } from "../handlers/page.ts";
import { shareTrack } from "../sharing/share-track.ts";
import { saveFromPlayer } from "./save-from-player.ts";

const kit = useBackground();
const no = { ok: false, failure: { kind: "not-allowed", code: null } };
const done = { ok: true, value: { waiting: null } };
const entries = () => kit.db.getAll("entries");
const play = (address: string, title: string | null = null) =>
  saveFromPlayer(kit.db, { address, title });

/** The address of a link to this track, and where embed codes have another one, that. */
async function shared(provider: "aitronos" | "mixthat", id?: string) {
  const account = await kit.account(provider);
  const made = await shareTrack(kit.db, account, kit.shareIntent(provider, {}, id));
  if (!made.ok) throw new Error(JSON.stringify(made));
  return made.value.embedUrl ?? made.value.url;
}

test("saves an Aitronos link at the service, as shared", async () => {
  expect(await play(await shared("aitronos"))).toEqual(done);
  expect(kit.sandbox.ledger().library).toMatchObject([{ track_id: stemTrack.id }]);
  expect(await entries()).toMatchObject([
    { provider: "aitronos", account: "aitronos", title: stemTrack.title, source: "shared" },
  ]);
});

test("saves a Mix That embed link on this device", async () => {
  const address = await shared("mixthat");
  expect(address).toContain("/api/v1/tracks/");
  expect(await play(address)).toEqual(done);
  expect(await entries()).toMatchObject([
    { id: mixthatStemTrack.id, account: "mixthat", title: mixthatStemTrack.label },
  ]);
});

test("saves an audio file on this device by its address, without a request", async () => {
  expect(await play("https://ada:1@band.example/a.mp3")).toEqual(no);
  expect(await play("https://band.example/night/tide.mp3?v=2#t=10", " Tide ")).toEqual(done);
  expect(await play("http://band.example/night/bus.mp3")).toEqual(done);
  expect(await play(`https://band.example/${"a".repeat(2048)}`)).toEqual(no);
  const saved = (await entries()).map(({ account, id, title }) => [account, id, title]);
  expect(saved.toSorted()).toEqual([
    ["web", "http://band.example/night/bus.mp3", "bus.mp3"],
    ["web", "https://band.example/night/tide.mp3?v=2", "Tide"],
  ]);
  expect(kit.sent).toEqual([]);
});

test.each([
  "",
  "x",
  "javascript:alert(1)",
  "data:audio/mpeg;base64,AA",
  "blob:https://a.example/1",
])("%j is nothing to save", async (address) => {
  expect(await play(address)).toEqual(no);
  expect(await entries()).toEqual([]);
});

test("does not save a track page or a collection", async () => {
  await kit.account("aitronos");
  expect(await play(`${kit.sandbox.origin}/t/${stemTrack.id}`)).toEqual(no);
  expect(await play(await shared("aitronos", collections[0]?.id))).toMatchObject({ ok: false });
  expect(await entries()).toEqual([]);
  expect(kit.sandbox.ledger().library).toEqual([]);
});

test("without an account or a permission nothing is saved and no key is sent", async () => {
  const address = await shared("aitronos");
  await removeAccount(kit.db, "aitronos");
  expect(await play(address)).toEqual({ ok: false, failure: { kind: "no-account" } });
  kit.sent.length = 0;
  fakeBrowser.permissions.contains = async () => false;
  expect(await play(address)).toMatchObject({ failure: { kind: "no-permission" } });
  expect([kit.sent, await entries()]).toEqual([[], []]);
});

test("300 hostile addresses: no request outside the services, no throw", async () => {
  await kit.account("aitronos");
  const { origin } = kit.sandbox;
  const away: string[] = [];
  const { fetch } = globalThis;
  vi.stubGlobal("fetch", (input: string | URL, init?: RequestInit) => {
    if (new URL(input).origin !== origin) away.push(String(input));
    return fetch(input, init);
  });
  for (const evil of hostileIds(300)) {
    await play(`${origin}/v1/music/shared/${evil}`);
    await play(`https://evil.example/v1/music/shared/${evil}`, evil.slice(0, 512));
  }
  expect(away).toEqual([]);
  const kept = (await entries()) as Track[];
  expect(kept.every(({ provider, id }) => provider === "web" && id.length <= 2048)).toBe(true);
});

test("a page is told whether a track is saved, without the reason of a failure", async () => {
  const scheduler = { run: vi.fn(async () => {}), armWatchdog: async () => {} };
  const answers = createPageHandlers(Promise.resolve(kit.db), scheduler);
  const page = { page: { address: "https://chat.aitronos.com/", tab: 1 } };
  const say = (address: string) => answers["page-save-link"]({ address, title: null }, page);
  expect(await say(await shared("aitronos"))).toEqual({ ok: true, value: { saved: true } });
  expect(scheduler.run).toHaveBeenCalled();
  expect(await say(`${kit.sandbox.origin}/v1/music/shared/shr_${"0".repeat(32)}`)).toEqual({
    ok: true,
    value: { saved: false },
  });
});

test("a waiting save counts as saved, and saving twice makes one entry", async () => {
  const address = await shared("aitronos");
  kit.sandbox.faults.add({ path: "/save", do: { close: true } });
  expect(await play(address)).toEqual({ ok: true, value: { waiting: { kind: "offline" } } });
  await play(address);
  expect(await entries()).toHaveLength(1);
  expect(kit.sandbox.ledger().library).toHaveLength(1);
});
