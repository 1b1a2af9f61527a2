import { expect, test, vi } from "vitest";
import { mixthatStemTrack, readyRender, slowRender, ada } from "../../../sandbox/accounts.ts";
import { useBackground } from "../../../test/kits/background.ts";
import { permissions, getDefaultTerms } from "../../model/share-terms.ts";
import { providerFacts } from "../../providers/facts.ts";
import { putAccount } from "../../store/accounts.ts";
import { getAttemptsInState } from "../../store/attempts.ts";
import { getLinksPage } from "../../store/links.ts";
import { createDeviceAccount } from "../accounts/accounts.ts";
import { saveTrack, unsaveTrack } from "../actions/library.ts";
import { listRemoteLinks, revokeLink } from "../actions/links.ts";
import { drain } from "../outbox/outbox.ts";
import { createScheduler } from "../scheduler/scheduler.ts";
import { delays } from "../timing/delays.ts";
import { shareTrack } from "./share-track.ts";

const kit = useBackground();

/** Goes on to when what can be undone no longer can, and does it. */
async function revokeNow(key: string): Promise<void> {
  expect(await revokeLink(kit.db, key)).toMatchObject({ ok: true });
  const later = Date.now() + delays.undoWindow;
  vi.spyOn(Date, "now").mockImplementation(() => later);
  await drain(kit.db);
  expect(await kit.jobs()).toEqual([]);
}

test("Mix That: the id that creating does not answer is learnt, and the link can be revoked", async () => {
  const who = await kit.account("mixthat");
  const asked = kit.shareIntent("mixthat", { name: "For Ben", permissions: ["mix"] });
  const made = await shareTrack(kit.db, who, asked);
  if (!made.ok) throw new Error(made.failure.kind);
  expect(made.value.id).not.toBeNull();
  expect(await listRemoteLinks(kit.db, who, made.value.track)).toMatchObject({
    value: [{ id: made.value.id, name: "For Ben", nonce: made.value.nonce }],
  });
  await revokeNow(made.value.key);
  expect(await listRemoteLinks(kit.db, who, made.value.track)).toEqual({ ok: true, value: [] });
  expect(await kit.links()).toMatchObject([{ revokedAt: expect.any(Number) }]);
});

test.each(permissions)(
  "Mix That: the list says that a link with %s has it, and no other",
  async (each) => {
    const who = await kit.account("mixthat");
    await shareTrack(kit.db, who, kit.shareIntent("mixthat", { permissions: [each] }));
    expect(await listRemoteLinks(kit.db, who, kit.track("mixthat"))).toMatchObject({
      value: [{ permissions: [each] }],
    });
  },
);

test("Mix That: with the list failing the link is kept all the same, and its id learnt at revoking", async () => {
  const who = await kit.account("mixthat");
  kit.sandbox.faults.add({ method: "GET", path: "/shares", times: 5, do: { status: 500 } });
  const made = await shareTrack(kit.db, who, kit.shareIntent("mixthat"));
  if (!made.ok) throw new Error(made.failure.kind);
  expect(made.value.id).toBeNull();
  kit.sandbox.faults.clear();
  expect(kit.posts()).toBe(1);
  const link = (await getLinksPage(kit.db, null)).items[0];
  expect(link?.url).toContain("auth_token=");
  await revokeNow(made.value.key);
  expect(kit.liveShares()).toEqual([]);
  expect(kit.posts()).toBe(1);
});

test("CraftKit: a link that is asked for too early waits and is made by itself, once", async () => {
  const who = await kit.account("craftkit");
  kit.sandbox.set({ craftkitRenderPolls: 6 });
  const early = await shareTrack(kit.db, who, kit.shareIntent("craftkit", {}, slowRender.id));
  expect(early).toMatchObject({ failure: { kind: "not-ready" } });
  expect(kit.posts()).toBe(0);
  const scheduler = createScheduler(Promise.resolve(kit.db));
  void scheduler.run();
  await vi.waitFor(async () => expect(await kit.links()).toMatchObject([{ account: "craftkit" }]), {
    timeout: 20 * delays.notReady,
  });
  expect(kit.posts()).toBe(1);
  expect(await getAttemptsInState(kit.db, "waiting")).toEqual([]);
}, 15_000);

test("CraftKit: waiting outlives a moment without network, and its end is told", async () => {
  const who = await kit.account("craftkit");
  kit.sandbox.set({ craftkitRenderPolls: 1000 });
  await shareTrack(kit.db, who, kit.shareIntent("craftkit", {}, slowRender.id));
  kit.sandbox.faults.add({ path: "/v1/renders", times: 1, do: { close: true } });
  const asked = kit.sent.length;
  const scheduler = createScheduler(Promise.resolve(kit.db));
  void scheduler.run();
  await vi.waitFor(() => expect(kit.sent.length).toBeGreaterThan(asked + 1), { timeout: 5000 });
  expect(await getAttemptsInState(kit.db, "waiting")).toHaveLength(1);
  await putAccount(kit.db, who, "ck_live_wrong");
  await vi.waitFor(
    async () =>
      expect(await getAttemptsInState(kit.db, "failed")).toMatchObject([
        { failure: { kind: "signed-out" }, dueAt: null },
      ]),
    { timeout: 5000 },
  );
  expect(kit.posts()).toBe(0);
}, 15_000);

test("CraftKit: clicks and links that were revoked elsewhere come from its list", async () => {
  const who = await kit.account("craftkit");
  const made = await shareTrack(kit.db, who, kit.shareIntent("craftkit"));
  if (!made.ok) throw new Error(made.failure.kind);
  await fetch(made.value.url);
  const path = `${kit.sandbox.origin}/v1/renders/${readyRender.id}/shares/${made.value.id}`;
  await fetch(path, { method: "DELETE", headers: { Authorization: `Bearer ${ada.craftkitKey}` } });
  const listed = await listRemoteLinks(kit.db, who, made.value.track);
  expect(listed).toMatchObject({ value: [{ id: made.value.id, opens: 1 }] });
  expect((await getLinksPage(kit.db, null)).items[0]?.revokedAt).toBeTypeOf("number");
});

test("a page of the web is shared by its address and saved here; nothing is sent anywhere", async () => {
  const address = "https://music.example/song?id=1";
  const track = { ...kit.track("web", address), origin: "https://music.example", title: "Song" };
  const made = await shareTrack(kit.db, createDeviceAccount("web"), {
    intent: "i",
    track,
    terms: getDefaultTerms(providerFacts.web.terms),
  });
  expect(made).toMatchObject({ ok: true, value: { url: address, expiresAt: null } });
  expect(await saveTrack(kit.db, createDeviceAccount("web"), track)).toEqual({
    ok: true,
    value: { waiting: null },
  });
  expect(await kit.db.getAll("entries")).toMatchObject([{ account: "web", title: "Song" }]);
  expect(await unsaveTrack(kit.db, createDeviceAccount("web"), track)).toMatchObject({ ok: true });
  expect(await kit.db.count("entries")).toBe(0);
  // Nobody can take back what is an address of somebody else's.
  expect(await revokeLink(kit.db, "i")).toEqual({
    ok: false,
    failure: { kind: "not-allowed", code: null },
  });
  expect(await revokeLink(kit.db, "none")).toEqual({ ok: false, failure: { kind: "gone" } });
  expect(kit.sent).toEqual([]);
});

test("Mix That: shares of the same track with other terms are links of their own", async () => {
  const who = await kit.account("mixthat");
  for (const name of ["a", "b"]) {
    await shareTrack(kit.db, who, kit.shareIntent("mixthat", { name }, mixthatStemTrack.id));
  }
  expect(new Set((await kit.links()).map(({ id }) => id)).size).toBe(2);
});
