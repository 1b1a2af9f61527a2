import { describe, expect, test } from "vitest";
import { link, remoteShare, trackAt } from "../../../test/kits/app.ts";
import type { PreparedReplies } from "../../../test/kits/app.ts";
import { useModelDependencies } from "../../../test/kits/model-dependencies.ts";
import type { StoredLink } from "../../model/stored-link.ts";
import { putLink } from "../../store/links.ts";
import type { ActionCallbacks } from "./pending-actions.ts";
import { createRemoteLinksModel } from "./remote-links.ts";

const kit = useModelDependencies();
const track = trackAt("mixthat", { id: "abc123" });

function createModel(replies: PreparedReplies) {
  const { deps, sent } = kit.createDependencies(replies);
  const revoked: [key: string, callbacks: ActionCallbacks | undefined][] = [];
  const revokeOwn = async ({ key }: StoredLink, callbacks?: ActionCallbacks): Promise<boolean> =>
    revoked.push([key, callbacks]) > 0;
  return { ...createRemoteLinksModel(deps, revokeOwn, { account: "a", track }), sent, revoked };
}

const three = [
  remoteShare({ id: "s1" }),
  remoteShare({ id: "s2", nonce: "NONCE00002" }),
  remoteShare({ id: "s3", name: null }),
];

describe("createRemoteLinksModel", () => {
  test("matches remote links with our own by id or nonce, within the account", async () => {
    await putLink(kit.db, link({ key: "k1", id: "s1", track }));
    await putLink(kit.db, link({ key: "k2", id: null, nonce: "NONCE00002", track }));
    await putLink(kit.db, link({ key: "k3", id: "s3", track, account: "b" }));
    const { load, rows, sent } = createModel({ "list-remote-links": { ok: true, value: three } });
    await load();
    const keys = rows.value?.ok && rows.value.value.map(({ own }) => own?.key ?? null);
    expect(keys).toEqual(["k1", "k2", null]);
    const { provider, origin, id } = track;
    expect(sent[0]?.payload).toEqual({ account: "a", track: { provider, origin, id } });
  });

  test("revokes our own links through the outbox, and other links by their id", async () => {
    await putLink(kit.db, link({ key: "k1", id: "s1", track }));
    const { load, rows, revoke, sent, revoked } = createModel({
      "list-remote-links": { ok: true, value: three },
      "revoke-remote-link": { ok: true, value: undefined },
    });
    await load();
    const all = rows.value?.ok ? rows.value.value : [];
    for (const each of [all[0], all[2]]) if (each) await revoke(each);
    expect(sent.filter(({ name }) => name !== "list-remote-links")).toEqual([
      { name: "revoke-remote-link", payload: { account: "a", track: "abc123", share: "s3" } },
    ]);
    expect(revoked.map(([key]) => key)).toEqual(["k1"]);
    expect(kit.toastText()).toContain("can take a few minutes");
    await revoked[0]?.[1]?.onDone?.(); // the revocation is confirmed: the list is requested again
    expect(sent.filter(({ name }) => name === "list-remote-links")).toHaveLength(3);
  });

  test("says why links cannot be listed or revoked", async () => {
    const failed = { ok: false, failure: { kind: "offline" } } as const;
    const { load, rows, revoke } = createModel({
      "list-remote-links": failed,
      "revoke-remote-link": failed,
    });
    await load();
    expect(rows.value).toEqual(failed);
    await revoke({ share: remoteShare(), own: null });
    expect(kit.toastText()).toContain("the link may still work");
  });
});
