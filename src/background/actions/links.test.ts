import { expect, test } from "vitest";
import { callCraftkit } from "../../../sandbox/test-client.ts";
import { useBackground } from "../../../test/kits/background.ts";
import { createLink } from "../../../test/kits/rows.ts";
import type { RemoteShare } from "../../model/remote-share.ts";
import { providers } from "../../providers/adapters.ts";
import { putLink } from "../../store/links.ts";
import { connect } from "../accounts/connect.ts";
import { findShareId, findOwnShare } from "../sharing/remote-shares.ts";
import { shareTrack } from "../sharing/share-track.ts";
import { listRemoteLinks, revokeRemoteLink } from "./links.ts";

const kit = useBackground();

const listed = (change: Partial<RemoteShare>): RemoteShare => ({
  id: "s",
  name: null,
  nonce: null,
  url: null,
  createdAt: 1,
  expiresAt: null,
  revokedAt: null,
  lastUsedAt: null,
  opens: null,
  permissions: [],
  ...change,
});

const opens = (address: string, { id }: RemoteShare) => address === "https://x" && id === "b";

test("a remote link is matched by its id; without one, by a unique mark or by its address", () => {
  const { mixthat, web } = providers;
  const [a, b] = [listed({ id: "a", nonce: "N" }), listed({ id: "b", nonce: "N" })];
  expect(findOwnShare(mixthat, createLink({ id: "b" }), [a, b])).toBe(b);
  expect(findOwnShare(mixthat, createLink({ id: "c", nonce: "N" }), [a])).toBeNull();
  const unknown = createLink({ id: null, nonce: "N", url: "https://x" });
  expect(findOwnShare(web, unknown, [a])).toBe(a);
  expect(findOwnShare(web, unknown, [a, b])).toBeNull();
  expect(findOwnShare(web, unknown, [])).toBeNull();
  expect(findOwnShare(web, unknown, [listed({})])).toBeNull(); // no mark is not ours
  const other = listed({ id: "x", url: "https://y", nonce: "M" });
  expect(findOwnShare(web, unknown, [other])).toBeNull();
  expect(findOwnShare(web, unknown, [other, a])).toBe(a);
  const open = listed({ id: "o", url: "https://x" });
  expect(findOwnShare(web, unknown, [a, b, open])).toBe(open);
  expect(findOwnShare({ ...mixthat, isAddressOf: opens }, unknown, [a, b])).toBe(b);
});

test("stored links are updated from the service's list; links that it does not list stay", async () => {
  const account = await kit.account("mixthat");
  const made = await shareTrack(kit.db, account, kit.shareIntent("mixthat"));
  if (!made.ok) throw new Error(made.failure.kind);
  await putLink(kit.db, { ...made.value, id: null });
  const elsewhere = createLink({
    key: "b",
    account: "mixthat",
    id: "gone",
    track: made.value.track,
  });
  await putLink(kit.db, elsewhere);
  const list = await listRemoteLinks(kit.db, account, made.value.track);
  expect(list).toMatchObject({ ok: true, value: [{ id: made.value.id }] });
  const links = await kit.links();
  expect(links).toHaveLength(2);
  expect(links).toContainEqual(made.value);
  expect(links).toContainEqual(elsewhere);
  const generation = await kit.db.get("marks", "generation");
  await listRemoteLinks(kit.db, account, made.value.track);
  expect(await kit.db.get("marks", "generation")).toBe(generation); // nothing new
});

test("a revocation elsewhere is stored once, with its first time", async () => {
  const account = await kit.account("craftkit");
  const made = await shareTrack(kit.db, account, kit.shareIntent("craftkit"));
  if (!made.ok) throw new Error(made.failure.kind);
  await callCraftkit(kit.sandbox, "DELETE", `/${made.value.track.id}/shares/${made.value.id}`);
  await listRemoteLinks(kit.db, account, made.value.track);
  const revokedAt = Date.parse(kit.shares()[0]?.revoked_at ?? "");
  expect(await kit.links()).toEqual([{ ...made.value, revokedAt }]);
  await putLink(kit.db, { ...made.value, revokedAt: 5 });
  await listRemoteLinks(kit.db, account, made.value.track);
  expect(await kit.links()).toMatchObject([{ revokedAt: 5 }]);
});

test("a service without a list of links shows none", async () => {
  const account = await kit.account("aitronos");
  await shareTrack(kit.db, account, kit.shareIntent("aitronos"));
  expect(await listRemoteLinks(kit.db, account, kit.track("aitronos"))).toEqual({
    ok: true,
    value: [],
  });
});

test("a stored link without an id gets it from the list", async () => {
  const account = await kit.account("mixthat");
  const made = await shareTrack(kit.db, account, kit.shareIntent("mixthat"));
  const at = await connect(kit.db, account);
  if (!made.ok || !at.ok) throw new Error("not made");
  const unknown = { ...made.value, id: null };
  expect(await findShareId(kit.db, at.value, unknown)).toEqual({ ok: true, value: made.value.id });
  expect(await findShareId(kit.db, at.value, { ...unknown, nonce: "0000000000" })).toEqual({
    ok: false,
    failure: { kind: "not-ready" },
  });
});

test("a remote link without a stored address is revoked at once", async () => {
  const account = await kit.account("mixthat");
  await shareTrack(kit.db, account, kit.shareIntent("mixthat"));
  const share = { id: kit.shares()[0]?.id ?? "", track: kit.track("mixthat").id };
  expect(await revokeRemoteLink(kit.db, account, share)).toEqual({ ok: true, value: undefined });
  expect(kit.liveShares()).toEqual([]);
  expect(await revokeRemoteLink(kit.db, undefined, share)).toMatchObject({ ok: false });
  const { createDeviceAccount } = await import("../accounts/accounts.ts");
  expect(await revokeRemoteLink(kit.db, createDeviceAccount("web"), share)).toMatchObject({
    failure: { kind: "not-allowed" },
  });
  expect(await listRemoteLinks(kit.db, undefined, kit.track("mixthat"))).toMatchObject({
    ok: false,
  });
});
