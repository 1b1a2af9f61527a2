import "fake-indexeddb/auto";
import { beforeEach, describe, expect, test } from "vitest";
import {
  account,
  attempt,
  entry,
  job,
  createFakeSend,
  link,
  track,
  undoable,
} from "../../../test/kits/app.ts";
import { putAccount } from "../../store/accounts.ts";
import { putAttempt, removeAttempt } from "../../store/attempts.ts";
import { openDatabase } from "../../store/database/open-database.ts";
import type { Database } from "../../store/database/schema.ts";
import { syncEntries } from "../../store/entries.ts";
import { putLink } from "../../store/links.ts";
import { addJob } from "../../store/jobs.ts";
import { createAccountsModel } from "./accounts.ts";
import { createLibraryModel } from "./library.ts";
import { createLinksModel } from "./links.ts";
import { createToastModel } from "./toast.ts";
import { createOutboxModel } from "./outbox.ts";
import { createPendingActionsModel } from "./pending-actions.ts";

let db: Database;
let count = 0;
const toast = createToastModel();
const said = (): string => toast.content.value?.text ?? "";
const done = { ok: true, value: undefined } as const;
const notYours = { ok: false, failure: { kind: "not-yours" } } as const;

beforeEach(async () => {
  toast.clear();
  db = await openDatabase(`lists-${count++}`);
});

const links = (send = createFakeSend({}).send) => {
  const deps = { db: Promise.resolve(db), send, toast };
  return createLinksModel(deps, createPendingActionsModel(deps, createOutboxModel(deps)));
};
const library = (send = createFakeSend({}).send) => {
  const deps = { db: Promise.resolve(db), send, toast };
  return createLibraryModel(deps, createPendingActionsModel(deps, createOutboxModel(deps)));
};

describe("createLinksModel", () => {
  test("loads the newest links page by page, and reloads as many as were shown", async () => {
    for (let at = 1; at <= 60; at++) await putLink(db, link({ key: `k${at}`, createdAt: at }));
    const model = links();
    await model.load();
    expect(model.rows.value?.length).toBe(50);
    expect(model.rows.value?.[0]?.key).toBe("k60");
    await model.loadMore();
    await putLink(db, link({ key: "new", createdAt: 61 }));
    await model.load();
    expect(model.rows.value?.[0]?.key).toBe("new");
    expect(model.rows.value?.length).toBe(61);
    expect(model.next.value).toBeNull();
  });

  test("queues one revocation for two clicks and offers Undo", async () => {
    await putLink(db, link());
    const queued = job({ task: { kind: "revoke", link: "k1" }, dueAt: Date.now() + 5000 });
    const { send, sent } = createFakeSend({ "revoke-link": undoable(queued) });
    const model = links(send);
    await model.load();
    expect(await Promise.all([model.revoke(link()), model.revoke(link())])).toEqual([true, false]);
    expect(sent).toEqual([{ name: "revoke-link", payload: { link: "k1" } }]);
    expect(model.rows.value?.[0]?.revokedAt).toBeNull();
    expect(said()).toBe("The link is being revoked.");
    expect(toast.content.value?.action?.until).toBe(queued.dueAt);
  });

  test("leaves a link live when the service refuses", async () => {
    const model = links(createFakeSend({ "revoke-link": notYours }).send);
    expect(await model.revoke(link())).toBe(false);
    expect(toast.content.value?.tone).toBe("bad");
    expect(model.inFlight.value.size).toBe(0);
  });

  test("lists attempts of unknown outcome and shares again with a new intent", async () => {
    await putAttempt(db, attempt({ createdAt: 1 }));
    await putAttempt(db, attempt({ key: "t2", state: "answered", createdAt: 2 }));
    await putAttempt(db, attempt({ key: "t3", state: "sending" }));
    const { send, sent } = createFakeSend({
      "share-track": { ok: true, value: { link: link(), copied: true } },
      "withdraw-attempt": async (question) => {
        await removeAttempt(db, question.attempt);
        return done;
      },
    });
    const model = links(send);
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
    await putAttempt(db, attempt({ state: "waiting" }));
    const model = links(createFakeSend({ "withdraw-attempt": done }).send);
    await model.load();
    expect(model.attempts.value.map(({ state }) => state)).toEqual(["waiting"]);
    await model.forget(attempt({ state: "waiting" }));
    expect(said()).toBe("Cancelled. No link is made.");
  });

  test("lists attempts that wait for the network, but not those being sent", async () => {
    await putAttempt(db, attempt({ key: "t1", state: "queued", dueAt: Date.now() }));
    await putAttempt(db, attempt({ key: "t2", state: "queued" }));
    const model = links();
    await model.load();
    expect(model.attempts.value.map(({ key }) => key)).toEqual(["t1"]);
  });

  test("cancels an attempt that is being reconciled", async () => {
    const found = attempt({ dueAt: 5 });
    await links(createFakeSend({ "withdraw-attempt": done }).send).forget(found);
    expect(said()).toBe("Cancelled. If a link was made, Earmark revokes it.");
  });

  test("keeps an attempt that could not be shared again", async () => {
    await putAttempt(db, attempt());
    const model = links(createFakeSend({ "share-track": notYours }).send);
    expect(await model.shareAgain(attempt())).toBeNull();
    expect(model.attempts.value).toHaveLength(1);
    expect(said()).toContain("Only the person who made this track");
  });
});

describe("createLibraryModel", () => {
  test("hides a removed track at once, but does not claim that the service removed it", async () => {
    await syncEntries(db, "a", [entry()]);
    const task = { kind: "unsave", entry: null } as const;
    const queued = job({ task, dueAt: Date.now() + 5000 });
    const { send, sent } = createFakeSend({
      "unsave-track": async () => undoable(await addJob(db, queued, null)),
    });
    const model = library(send);
    await model.load();
    expect(model.rows.value).toHaveLength(1);
    await model.remove(entry());
    expect(sent[0]?.payload).toMatchObject({ account: "a", track: track() });
    expect(model.rows.value).toEqual([]);
    expect(said()).toBe("It is being removed from your library at Aitronos Music.");
    expect(toast.content.value).toMatchObject({ tone: "calm", action: { label: "Undo" } });
  });

  test("refreshes each account, even when one fails", async () => {
    const { send, sent } = createFakeSend({
      "refresh-library": (question) =>
        question.account === "a"
          ? { ok: false, failure: { kind: "offline" } }
          : { ok: true, value: 3 },
    });
    await library(send).refresh([account(), account({ id: "b" })]);
    expect(sent.map((each) => each.payload)).toEqual([{ account: "a" }, { account: "b" }]);
    expect(said()).toContain("No answer from api.aitronos.com");
    await library(send).refresh([account({ id: "b" })]);
    expect(said()).toBe("The library is up to date.");
  });
});

describe("createAccountsModel", () => {
  test("labels accounts when there are several, and marks removed ones", async () => {
    await putAccount(db, account(), "key");
    const model = createAccountsModel(Promise.resolve(db));
    await model.load();
    const labels = (...ids: string[]) => ids.map((id) => model.getLabel(id, "aitronos"));
    expect(labels("a", "gone")).toEqual(["", "Removed account"]);
    expect(model.getLabel("web", "web")).toBe("");
    await putAccount(db, account({ id: "b", label: "Choir", addedAt: 2 }), "key");
    await model.load();
    expect(labels("a", "b")).toEqual(["Band", "Choir"]);
  });
});
