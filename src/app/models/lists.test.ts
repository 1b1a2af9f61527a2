import { describe, expect, test } from "vitest";
import { account, attempt, entry, job, link, track, undoable } from "../../../test/kits/app.ts";
import type { PreparedReplies } from "../../../test/kits/app.ts";
import { useModelDependencies } from "../../../test/kits/model-dependencies.ts";
import { putAccount } from "../../store/accounts.ts";
import { putAttempt, removeAttempt } from "../../store/attempts.ts";
import { syncEntries } from "../../store/entries.ts";
import { addJob } from "../../store/jobs.ts";
import { putLink } from "../../store/links.ts";
import { createAccountsModel } from "./accounts.ts";
import { createLibraryModel } from "./library.ts";
import { createLinksModel } from "./links.ts";
import { createOutboxModel } from "./outbox.ts";
import { createPendingActionsModel } from "./pending-actions.ts";

const kit = useModelDependencies();
const { toast, toastText } = kit;
const done = { ok: true, value: undefined } as const;
const notYours = { ok: false, failure: { kind: "not-yours" } } as const;

function createListModels(replies: PreparedReplies = {}) {
  const { deps, sent } = kit.createDependencies(replies);
  const pendingActions = createPendingActionsModel(deps, createOutboxModel(deps));
  return {
    links: createLinksModel(deps, pendingActions),
    library: createLibraryModel(deps, pendingActions),
    sent,
  };
}

describe("createLinksModel", () => {
  test("loads the newest links page by page, and reloads as many as were shown", async () => {
    for (let at = 1; at <= 60; at++) await putLink(kit.db, link({ key: `k${at}`, createdAt: at }));
    const { links: model } = createListModels();
    await model.load();
    expect(model.rows.value?.length).toBe(50);
    expect(model.rows.value?.[0]?.key).toBe("k60");
    await model.loadMore();
    await putLink(kit.db, link({ key: "new", createdAt: 61 }));
    await model.load();
    expect(model.rows.value?.[0]?.key).toBe("new");
    expect(model.rows.value?.length).toBe(61);
    expect(model.next.value).toBeNull();
  });

  test("queues one revocation for two clicks and offers Undo", async () => {
    await putLink(kit.db, link());
    const queued = job({ task: { kind: "revoke", link: "k1" }, dueAt: Date.now() + 5000 });
    const { links: model, sent } = createListModels({ "revoke-link": undoable(queued) });
    await model.load();
    expect(await Promise.all([model.revoke(link()), model.revoke(link())])).toEqual([true, false]);
    expect(sent).toEqual([{ name: "revoke-link", payload: { link: "k1" } }]);
    expect(model.rows.value?.[0]?.revokedAt).toBeNull();
    expect(toastText()).toBe("The link is being revoked.");
    expect(toast.content.value?.action?.until).toBe(queued.dueAt);
  });

  test("leaves a link live when the service refuses", async () => {
    const { links: model } = createListModels({ "revoke-link": notYours });
    expect(await model.revoke(link())).toBe(false);
    expect(toast.content.value?.tone).toBe("bad");
    expect(model.inFlight.value.size).toBe(0);
  });

  test("lists attempts of unknown outcome and shares again with a new intent", async () => {
    await putAttempt(kit.db, attempt({ createdAt: 1 }));
    await putAttempt(kit.db, attempt({ key: "t2", state: "answered", createdAt: 2 }));
    await putAttempt(kit.db, attempt({ key: "t3", state: "sending" }));
    const { links: model, sent } = createListModels({
      "share-track": { ok: true, value: { link: link(), copied: true } },
      "withdraw-attempt": async (payload) => {
        await removeAttempt(kit.db, payload.attempt);
        return done;
      },
    });
    await model.load();
    expect(model.attempts.value.map(({ key }) => key)).toEqual(["t2", "t1"]);
    expect(await model.shareAgain(attempt())).toMatchObject({ key: "k1" });
    expect(sent[0]?.payload).toMatchObject({
      account: "a",
      track: track(),
      terms: attempt().asked,
    });
    expect(sent[0]?.payload).not.toHaveProperty("intent", "t1");
    await model.forget(attempt({ key: "t2" }));
    expect(model.attempts.value).toEqual([]);
  });

  test("lists attempts that wait for their document, and cancels them", async () => {
    await putAttempt(kit.db, attempt({ state: "waiting" }));
    const { links: model } = createListModels({ "withdraw-attempt": done });
    await model.load();
    expect(model.attempts.value.map(({ state }) => state)).toEqual(["waiting"]);
    await model.forget(attempt({ state: "waiting" }));
    expect(toastText()).toBe("Cancelled. No link is made.");
  });

  test("lists attempts that wait for the network, but not those being sent", async () => {
    await putAttempt(kit.db, attempt({ key: "t1", state: "queued", dueAt: Date.now() }));
    await putAttempt(kit.db, attempt({ key: "t2", state: "queued" }));
    const { links: model } = createListModels();
    await model.load();
    expect(model.attempts.value.map(({ key }) => key)).toEqual(["t1"]);
  });

  test("cancels an attempt that is being reconciled", async () => {
    const found = attempt({ dueAt: 5 });
    await createListModels({ "withdraw-attempt": done }).links.forget(found);
    expect(toastText()).toBe("Cancelled. If a link was made, Earmark revokes it.");
  });

  test("keeps an attempt that could not be shared again", async () => {
    await putAttempt(kit.db, attempt());
    const { links: model } = createListModels({ "share-track": notYours });
    expect(await model.shareAgain(attempt())).toBeNull();
    expect(model.attempts.value).toHaveLength(1);
    expect(toastText()).toContain("Only the person who made this track");
  });
});

describe("createLibraryModel", () => {
  test("hides a removed track at once, but does not claim that the service removed it", async () => {
    await syncEntries(kit.db, "a", [entry()]);
    const task = { kind: "unsave", entry: null } as const;
    const queued = job({ task, dueAt: Date.now() + 5000 });
    const { library: model, sent } = createListModels({
      "unsave-track": async () => undoable(await addJob(kit.db, queued, null)),
    });
    await model.load();
    expect(model.rows.value).toHaveLength(1);
    await model.remove(entry());
    expect(sent[0]?.payload).toMatchObject({ account: "a", track: track() });
    expect(model.rows.value).toEqual([]);
    expect(toastText()).toBe("It is being removed from your library at Aitronos Music.");
    expect(toast.content.value).toMatchObject({ tone: "calm", action: { label: "Undo" } });
  });

  test("refreshes each account, even when one fails", async () => {
    const { library: model, sent } = createListModels({
      "refresh-library": (payload) =>
        payload.account === "a"
          ? { ok: false, failure: { kind: "offline" } }
          : { ok: true, value: 3 },
    });
    await model.refresh([account(), account({ id: "b" })]);
    expect(sent.map((each) => each.payload)).toEqual([{ account: "a" }, { account: "b" }]);
    expect(toastText()).toContain("No answer from api.aitronos.com");
    await model.refresh([account({ id: "b" })]);
    expect(toastText()).toBe("The library is up to date.");
  });
});

describe("createAccountsModel", () => {
  test("labels accounts when there are several, and marks removed ones", async () => {
    await putAccount(kit.db, account(), "key");
    const model = createAccountsModel(Promise.resolve(kit.db));
    await model.load();
    const labels = (...ids: string[]) => ids.map((id) => model.getLabel(id, "aitronos"));
    expect(labels("a", "gone")).toEqual(["", "Removed account"]);
    expect(model.getLabel("web", "web")).toBe("");
    await putAccount(kit.db, account({ id: "b", label: "Choir", addedAt: 2 }), "key");
    await model.load();
    expect(labels("a", "b")).toEqual(["Band", "Choir"]);
  });
});
