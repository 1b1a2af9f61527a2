import { expect, test } from "vitest";
import { ada, adaTracks, stemTrack } from "../../../sandbox/accounts.ts";
import { useBackground } from "../../../test/kits/background.ts";
import { onFailpoint } from "../../model/failpoint.ts";
import { drain } from "../outbox/outbox.ts";
import { refreshLibrary, saveTrack, unsaveTrack } from "./library.ts";

const kit = useBackground();
const shown = async () => (await kit.db.getAll("entries")).map(({ id }) => id).toSorted();
const [one = "", two = "", three = ""] = adaTracks.slice(0, 3).map(({ id }) => id);

/** Ada saves or removes a track with another program. */
async function elsewhere(method: "POST" | "DELETE", id: string): Promise<void> {
  const path = `/v1/music/${ada.org}/tracks/${id}/save`;
  await fetch(kit.sandbox.origin + path, { method, headers: { "X-API-Key": ada.key } });
}

test("a refresh adds what the service lists and removes what it lists no more", async () => {
  const account = await kit.account("aitronos");
  await saveTrack(kit.db, account, kit.track("aitronos", one));
  await elsewhere("POST", two);
  await elsewhere("DELETE", one);
  expect(await refreshLibrary(kit.db, account)).toEqual({ ok: true, value: 1 });
  expect(await shown()).toEqual([two]);
});

test("a refresh does not undo a job that waits", async () => {
  const account = await kit.account("aitronos");
  await saveTrack(kit.db, account, kit.track("aitronos", one));
  await unsaveTrack(kit.db, account, kit.track("aitronos", one)); // not sent yet
  kit.sandbox.faults.add({ path: "/save", do: { close: true } });
  await saveTrack(kit.db, account, kit.track("aitronos", two)); // cannot be sent yet
  expect(await refreshLibrary(kit.db, account)).toEqual({ ok: true, value: 1 });
  expect(await shown()).toEqual([two]);
});

test("a refresh does not undo a job that is added while the list is read", async () => {
  const account = await kit.account("aitronos");
  await elsewhere("POST", stemTrack.id);
  kit.sandbox.faults.add({ method: "GET", path: "/tracks$", do: { delay: 100 } });
  const refreshed = refreshLibrary(kit.db, account);
  await new Promise((later) => setTimeout(later, 30));
  const saved = saveTrack(kit.db, account, kit.track("aitronos", three));
  const removed = unsaveTrack(kit.db, account, kit.track("aitronos", stemTrack.id));
  await Promise.all([refreshed, saved, removed]);
  expect(await shown()).toEqual([three]);
});

test("a refresh waits while the outbox sends", async () => {
  const account = await kit.account("aitronos");
  const order: string[] = [];
  let refreshed: Promise<unknown> | null = null;
  onFailpoint(async (at) => {
    if (!at.startsWith("job:")) return;
    if (at === "job:sending") {
      refreshed = refreshLibrary(kit.db, account).then(() => order.push("refreshed"));
    }
    await new Promise((later) => setTimeout(later, 20));
    order.push(at);
  });
  await saveTrack(kit.db, account, kit.track("aitronos", one));
  await refreshed;
  onFailpoint(null);
  expect(order.at(-1)).toBe("refreshed");
  expect(await shown()).toEqual([one]);
});

test("a list that cannot be read to its end removes nothing", async () => {
  const account = await kit.account("aitronos");
  await saveTrack(kit.db, account, kit.track("aitronos", one));
  kit.sandbox.faults.add({ method: "GET", path: "/tracks$", do: { close: true } });
  expect(await refreshLibrary(kit.db, account)).toEqual({
    ok: false,
    failure: { kind: "offline" },
  });
  expect(await shown()).toEqual([one]);
});

test("without a library at the service, a refresh counts our own entries", async () => {
  const account = await kit.account("mixthat");
  await saveTrack(kit.db, account, kit.track("mixthat", "x"));
  await drain(kit.db);
  expect(await refreshLibrary(kit.db, account)).toEqual({ ok: true, value: 1 });
  expect(await refreshLibrary(kit.db, undefined)).toEqual({
    ok: false,
    failure: { kind: "no-account" },
  });
  expect(kit.sent).toEqual([]);
});
