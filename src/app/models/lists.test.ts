import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it } from "vitest";
import { account, attempt, entry, fakeAsk, link, track } from "../../../test/kits/app.ts";
import { putAccount } from "../../store/accounts.ts";
import { putAttempt, removeAttempt } from "../../store/attempts.ts";
import { type Database, openDatabase } from "../../store/database.ts";
import { putEntries, removeEntry } from "../../store/entries.ts";
import { putLink } from "../../store/links.ts";
import { createAccounts } from "./accounts.ts";
import { createLibrary } from "./library.ts";
import { createLinks } from "./links.ts";
import { createNotice } from "./notice.ts";

let db: Database;
let count = 0;
const notice = createNotice();
const said = (): string => notice.outcome.value?.text ?? "";
const done = { ok: true, value: undefined } as const;
const notYours = { ok: false, failure: { kind: "not-yours" } } as const;

beforeEach(async () => {
  notice.clear();
  db = await openDatabase(`lists-${count++}`);
});

const links = (ask = fakeAsk({}).ask) => createLinks(Promise.resolve(db), ask, notice);
const library = (ask = fakeAsk({}).ask) => createLibrary(Promise.resolve(db), ask, notice);

describe("links", () => {
  it("come newest first, a screenful at a time, and stay as many when read again", async () => {
    for (let at = 1; at <= 60; at++) await putLink(db, link({ key: `k${at}`, createdAt: at }));
    const model = links();
    await model.load();
    expect(model.rows.value?.length).toBe(50);
    expect(model.rows.value?.[0]?.key).toBe("k60");
    await model.more();
    await putLink(db, link({ key: "new", createdAt: 61 }));
    await model.load();
    expect(model.rows.value?.[0]?.key).toBe("new");
    expect(model.rows.value?.length).toBe(61);
    expect(model.next.value).toBeNull();
  });

  it("are revoked once per press, and only the database says that they are", async () => {
    const live = link();
    await putLink(db, live);
    const { ask, asked } = fakeAsk({
      "revoke-link": async () => {
        const value = { ...live, revokedAt: 5 };
        await putLink(db, value);
        return { ok: true, value };
      },
    });
    const model = links(ask);
    await model.load();
    expect(await Promise.all([model.revoke(live), model.revoke(live)])).toEqual([true, false]);
    expect(asked).toEqual([{ name: "revoke-link", ask: { link: "k1" } }]);
    expect(model.rows.value?.[0]?.revokedAt).toBe(5);
    expect(said()).toBe("Link revoked. Nobody can open it any more.");
  });

  it("stay live when the service refuses", async () => {
    const model = links(fakeAsk({ "revoke-link": notYours }).ask);
    expect(await model.revoke(link())).toBe(false);
    expect(notice.outcome.value?.tone).toBe("bad");
    expect(model.doing.value.size).toBe(0);
  });

  it("of unknown outcome come first, and are shared again with a new intent", async () => {
    await putAttempt(db, attempt({ createdAt: 1 }));
    await putAttempt(db, attempt({ key: "t2", state: "answered", createdAt: 2 }));
    await putAttempt(db, attempt({ key: "t3", state: "sending" }));
    const { ask, asked } = fakeAsk({
      "share-track": { ok: true, value: { link: link(), copied: true } },
      "forget-attempt": async (question) => {
        await removeAttempt(db, question.attempt);
        return done;
      },
    });
    const model = links(ask);
    await model.load();
    expect(model.attempts.value.map(({ key }) => key)).toEqual(["t2", "t1"]);
    expect(await model.shareAgain(attempt())).toMatchObject({ key: "k1" });
    expect(asked[0]?.ask).toMatchObject({ account: "a", track: track(), terms: attempt().asked });
    expect(asked[0]?.ask).not.toHaveProperty("intent", "t1");
    await model.forget(attempt({ key: "t2" }));
    expect(model.attempts.value).toEqual([]);
  });

  it("that wait for their document are listed, and can be cancelled", async () => {
    await putAttempt(db, attempt({ state: "waiting" }));
    const model = links(fakeAsk({ "forget-attempt": done }).ask);
    await model.load();
    expect(model.attempts.value.map(({ state }) => state)).toEqual(["waiting"]);
    await model.forget(attempt({ state: "waiting" }));
    expect(said()).toBe("Cancelled. No link is made.");
  });

  it("keep an attempt that could not be shared again", async () => {
    await putAttempt(db, attempt());
    const model = links(fakeAsk({ "share-track": notYours }).ask);
    expect(await model.shareAgain(attempt())).toBeNull();
    expect(model.attempts.value).toHaveLength(1);
    expect(said()).toContain("Only the person who made this track");
  });
});

describe("library", () => {
  it("loses a track once the service has removed it", async () => {
    await putEntries(db, [entry()]);
    const model = library(
      fakeAsk({
        "unsave-track": async (question) => {
          await removeEntry(db, question.account, question.track);
          return done;
        },
      }).ask,
    );
    await model.load();
    expect(model.rows.value).toHaveLength(1);
    await model.remove(entry());
    expect(model.rows.value).toEqual([]);
    expect(said()).toContain("Removed from your library");
  });

  it("is refreshed account by account, and one that fails does not stop the others", async () => {
    const { ask, asked } = fakeAsk({
      "refresh-library": (question) =>
        question.account === "a"
          ? { ok: false, failure: { kind: "offline" } }
          : { ok: true, value: 3 },
    });
    await library(ask).refresh([account(), account({ id: "b" })]);
    expect(asked.map((each) => each.ask)).toEqual([{ account: "a" }, { account: "b" }]);
    expect(said()).toContain("No answer from api.aitronos.com");
    await library(ask).refresh([account({ id: "b" })]);
    expect(said()).toBe("The library is up to date.");
  });
});

describe("accounts", () => {
  it("are named where there are several, and say so when they are gone", async () => {
    await putAccount(db, account(), "key");
    const model = createAccounts(Promise.resolve(db));
    await model.load();
    const labels = (...ids: string[]) => ids.map((id) => model.labelOf(id, "aitronos"));
    expect(labels("a", "gone")).toEqual(["", "Removed account"]);
    expect(model.labelOf("web", "web")).toBe("");
    await putAccount(db, account({ id: "b", label: "Choir", addedAt: 2 }), "key");
    await model.load();
    expect(labels("a", "b")).toEqual(["Band", "Choir"]);
  });
});
