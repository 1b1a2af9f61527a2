import { expect, test, vi } from "vitest";
import { ada, benTrack, stemTrack, ben } from "../../../sandbox/accounts.ts";
import { useBackground } from "../../../test/kits/background.ts";
import { createLink, createJob } from "../../../test/kits/rows.ts";
import type { Task } from "../../model/outbox-job.ts";
import type { ParsedShareUrl } from "../../model/parsed-share-url.ts";
import type { ProviderId } from "../../model/provider-id.ts";
import type { Track } from "../../model/track.ts";
import { providers } from "../../providers/adapters.ts";
import { putLink } from "../../store/links.ts";
import { connect } from "../accounts/connect.ts";
import { saveTrack } from "../actions/library.ts";
import { shareTrack } from "../sharing/share-track.ts";
import { performJob } from "./job-handlers.ts";

const kit = useBackground();

async function carry(provider: ProviderId, task: Task, id?: string, known: Partial<Track> = {}) {
  const at = await connect(kit.db, await kit.account(provider));
  if (!at.ok) throw new Error(at.failure.kind);
  const job = createJob({
    account: provider,
    track: { ...kit.track(provider, id), ...known },
    task,
    createdAt: 77,
  });
  return performJob(kit.db, at.value, job);
}

/** A link to Ben's track, as he would send it. */
async function fromBen(): Promise<ParsedShareUrl> {
  const { origin } = kit.sandbox;
  const path = `/v1/music/${ben.org}/tracks/${benTrack.id}/share`;
  const headers = { "X-API-Key": ben.key };
  const answer = await fetch(origin + path, { method: "POST", headers });
  const { token } = (await answer.json()) as { token: string };
  return { provider: "aitronos", origin, token };
}

test("a saved track gets the service's title and keeps the time of the save", async () => {
  expect(await carry("aitronos", { kind: "save", link: null })).toEqual({
    ok: true,
    value: {
      entry: expect.objectContaining({
        account: "aitronos",
        id: stemTrack.id,
        title: stemTrack.title,
        duration: expect.any(Number),
        source: "own",
        savedAt: 77,
      }),
    },
  });
});

test("keeps the known metadata when reading the track fails", async () => {
  kit.sandbox.faults.add({ method: "GET", path: stemTrack.id, do: { status: 500 } });
  const known = { title: "As on its page", duration: 12 };
  const task: Task = { kind: "save", link: null };
  expect(await carry("aitronos", task, stemTrack.id, known)).toMatchObject({
    value: { entry: known },
  });
});

test("keeps the known metadata for a service without track metadata", async () => {
  const { track: _says, ...silent } = providers.aitronos;
  vi.spyOn(providers, "aitronos", "get").mockReturnValue(silent);
  const known = { title: "As on its page", duration: 12 };
  const task: Task = { kind: "save", link: null };
  expect(await carry("aitronos", task, stemTrack.id, known)).toMatchObject({
    value: { entry: known },
  });
});

test("a shared track is saved by its link, under its own id", async () => {
  const account = await kit.account("aitronos");
  const unnamed = { ...kit.track("aitronos", "from the link"), title: "From Ben" };
  const done = await saveTrack(kit.db, account, unnamed, await fromBen());
  expect(done).toEqual({ ok: true, value: { waiting: null } });
  expect(await kit.db.getAll("entries")).toMatchObject([
    { id: benTrack.id, source: "shared", title: benTrack.title },
  ]);
  expect(kit.sandbox.ledger().library).toMatchObject([{ user: ada.name, source: "shared" }]);
});

test("saving an expired link fails and saves nothing", async () => {
  const account = await kit.account("aitronos");
  const link = { ...(await fromBen()), token: "shr_00000000000000000000000000000000" };
  expect(await saveTrack(kit.db, account, kit.track("aitronos"), link)).toEqual({
    ok: false,
    failure: { kind: "gone" },
  });
  expect(await kit.db.getAll("entries")).toEqual([]);
});

test("saving at a service without a library fails as not allowed", async () => {
  const none = { ok: false, failure: { kind: "not-allowed", code: null } };
  expect(await carry("mixthat", { kind: "save", link: null })).toEqual(none);
  expect(await carry("mixthat", { kind: "unsave", entry: null })).toEqual({ ok: true, value: {} });
});

test("removing a missing track succeeds; removing one without permission fails", async () => {
  const unsave: Task = { kind: "unsave", entry: null };
  expect(await carry("aitronos", unsave, "mtrack_000000000000")).toEqual({ ok: true, value: {} });
  kit.sandbox.faults.add({ method: "DELETE", path: "/save", do: { status: 403 } });
  expect(await carry("aitronos", unsave)).toMatchObject({ failure: { kind: "not-allowed" } });
});

test.each(["aitronos", "mixthat", "craftkit"] as const)(
  "%s: revoking twice succeeds and keeps the first time",
  async (provider) => {
    const account = await kit.account(provider);
    const made = await shareTrack(kit.db, account, kit.shareIntent(provider));
    if (!made.ok) throw new Error(made.failure.kind);
    const link = made.value;
    const task: Task = { kind: "revoke", link: link.key };
    const before = Date.now();
    const first = await carry(provider, task);
    if (!first.ok) throw new Error(first.failure.kind);
    expect(first.value.link).toEqual({ ...link, revokedAt: expect.any(Number) });
    expect(first.value.link?.revokedAt).toBeGreaterThanOrEqual(before);
    expect(kit.liveShares()).toEqual([]);
    await putLink(kit.db, { ...link, revokedAt: 5 });
    expect(await carry(provider, task)).toEqual({
      ok: true,
      value: { link: { ...link, revokedAt: 5 } },
    });
  },
);

test("revoking a link that is not stored, has no id, or cannot be found in the list fails", async () => {
  const task: Task = { kind: "revoke", link: "k" };
  expect(await carry("aitronos", task)).toEqual({ ok: false, failure: { kind: "gone" } });
  await putLink(kit.db, createLink({ id: null, account: "aitronos" }));
  expect(await carry("aitronos", task)).toMatchObject({ failure: { kind: "not-ready" } });
  await putLink(kit.db, createLink({ id: null, account: "mixthat", track: kit.track("mixthat") }));
  expect(await carry("mixthat", task)).toMatchObject({ failure: { kind: "not-ready" } });
  kit.sandbox.faults.add({ method: "GET", path: "/shares", do: { status: 500 } });
  expect(await carry("mixthat", task)).toMatchObject({ failure: { kind: "refused" } });
});

test("revoking at a service without revocation fails as not allowed", async () => {
  await putLink(
    kit.db,
    createLink({ id: null, account: "web", track: kit.track("web", "https://x") }),
  );
  expect(await carry("web", { kind: "revoke", link: "k" }, "https://x")).toEqual({
    ok: false,
    failure: { kind: "not-allowed", code: null },
  });
});

test("revoking somebody else's link fails and changes nothing", async () => {
  await putLink(kit.db, createLink({ account: "aitronos", id: "mslink_000000000000" }));
  expect(await carry("aitronos", { kind: "revoke", link: "k" })).toEqual({
    ok: false,
    failure: { kind: "not-yours" },
  });
});
