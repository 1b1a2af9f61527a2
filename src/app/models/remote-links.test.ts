import "fake-indexeddb/auto";
import { beforeEach, describe, expect, test } from "vitest";
import { createFakeSend, link, remoteShare, trackAt } from "../../../test/kits/app.ts";
import { openDatabase } from "../../store/database/open-database.ts";
import type { Database } from "../../store/database/schema.ts";
import { putLink } from "../../store/links.ts";
import type { StoredLink } from "../../model/stored-link.ts";
import { createRemoteLinksModel } from "./remote-links.ts";
import { createToastModel } from "./toast.ts";
import type { ActionCallbacks } from "./pending-actions.ts";

const track = trackAt("mixthat", { id: "abc123" });
const toast = createToastModel();
let db: Database;
let count = 0;

beforeEach(async () => {
  toast.clear();
  db = await openDatabase(`remote-links-${count++}`);
});

function createModel(answers: Parameters<typeof createFakeSend>[0]) {
  const { send, sent } = createFakeSend(answers);
  const own: [key: string, after: ActionCallbacks | undefined][] = [];
  const revokeOwn = async ({ key }: StoredLink, after?: ActionCallbacks): Promise<boolean> =>
    own.push([key, after]) > 0;
  const deps = { db: Promise.resolve(db), send, toast };
  return { ...createRemoteLinksModel(deps, revokeOwn, { account: "a", track }), sent, own };
}

const three = [
  remoteShare({ id: "s1" }),
  remoteShare({ id: "s2", nonce: "NONCE00002" }),
  remoteShare({ id: "s3", name: null }),
];

describe("createRemoteLinksModel", () => {
  test("matches remote links with our own by id or nonce, within the account", async () => {
    await putLink(db, link({ key: "k1", id: "s1", track }));
    await putLink(db, link({ key: "k2", id: null, nonce: "NONCE00002", track }));
    await putLink(db, link({ key: "k3", id: "s3", track, account: "b" }));
    const { load, rows, sent } = createModel({ "list-remote-links": { ok: true, value: three } });
    await load();
    const keys = rows.value?.ok && rows.value.value.map(({ own }) => own?.key ?? null);
    expect(keys).toEqual(["k1", "k2", null]);
    const { provider, origin, id } = track;
    expect(sent[0]?.payload).toEqual({ account: "a", track: { provider, origin, id } });
  });

  test("revokes our own links through the outbox, and other links by their id", async () => {
    await putLink(db, link({ key: "k1", id: "s1", track }));
    const { load, rows, revoke, sent, own } = createModel({
      "list-remote-links": { ok: true, value: three },
      "revoke-remote-link": { ok: true, value: undefined },
    });
    await load();
    const all = rows.value?.ok ? rows.value.value : [];
    for (const each of [all[0], all[2]]) if (each) await revoke(each);
    expect(sent.filter(({ name }) => name !== "list-remote-links")).toEqual([
      { name: "revoke-remote-link", payload: { account: "a", track: "abc123", share: "s3" } },
    ]);
    expect(own.map(([key]) => key)).toEqual(["k1"]);
    expect(toast.content.value?.text).toContain("can take a few minutes");
    await own[0]?.[1]?.onDone?.(); // when it is really revoked, the list is asked for again
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
    expect(toast.content.value?.text).toContain("the link may still work");
  });
});
