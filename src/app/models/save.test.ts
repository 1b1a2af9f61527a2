import "fake-indexeddb/auto";
import { effect } from "@preact/signals";
import { beforeEach, describe, expect, it } from "vitest";
import { account, entry, job, fakeAsk, origin, track, undoable } from "../../../test/kits/app.ts";
import type { CurrentPage } from "../../messages/protocol.ts";
import type { Failure } from "../../model/failure.ts";
import { type Database, openDatabase } from "../../store/database/open-database.ts";
import { cancelJob, finishJob, addJob } from "../../store/jobs.ts";
import { createNotice } from "./toast.ts";
import { createOutbox } from "./outbox.ts";
import { createSaving } from "./save.ts";
import { createSight } from "./current-page.ts";
import { createWishes } from "./pending-actions.ts";

const notice = createNotice();
const said = (): string => notice.outcome.value?.text ?? "";
const seen: CurrentPage = { kind: "track", track: track(), accounts: [account()], savedIn: [] };
const shared: CurrentPage = {
  ...seen,
  kind: "link",
  link: { provider: "aitronos", origin, token: "tok_secret" },
};
let db: Database;
let count = 0;
beforeEach(async () => {
  notice.clear();
  db = await openDatabase(`saving-${count++}`);
});

function saving(answers: Parameters<typeof fakeAsk>[0] = {}) {
  const { ask, asked } = fakeAsk(answers);
  const means = { db: Promise.resolve(db), ask, notice };
  const sight = createSight(ask, async () => null);
  sight.seen.value = { ok: true, value: seen };
  const savedIn = () =>
    sight.seen.value?.ok && "savedIn" in sight.seen.value.value && sight.seen.value.value.savedIn;
  const outbox = createOutbox(means);
  const wishes = createWishes(means, outbox);
  const model = createSaving(means, sight, { outbox, wishes });
  return { ...model, asked, savedIn, outbox, wishes };
}

const waiting = (failure: Failure | null) => ({ ok: true, value: { waiting: failure } }) as const;

describe("saving", () => {
  it("claims nothing when the service refuses", async () => {
    const model = saving({ "save-track": { ok: false, failure: { kind: "gone" } } });
    await model.save(seen, "a");
    expect(model.savedIn()).toEqual([]);
    expect(said()).toContain("Ask for a new link");
  });

  it("says that it is saved when the service has it", async () => {
    const model = saving({ "save-link": waiting(null) });
    await model.save(shared, "a");
    expect(model.asked[0]).toMatchObject({ ask: { link: { token: "tok_secret" } } });
    expect(model.savedIn()).toEqual(["a"]);
    expect(notice.outcome.value).toMatchObject({
      tone: "good",
      text: "Saved to your library at Aitronos Music.",
    });
  });

  it.each([
    [
      { kind: "offline" },
      "Saved here. It goes to Aitronos Music when there is a connection.",
      null,
    ],
    [
      { kind: "signed-out", code: null },
      "Aitronos Music did not accept the API key. Put in a new one under Accounts. It is saved here, and goes to Aitronos Music when that is mended.",
      null,
    ],
    [{ kind: "refused", status: 503 }, "Earmark tries again by itself.", null],
    [{ kind: "no-permission", origin }, "Press Allow", { provider: "aitronos", origin }],
  ] as const)("says why it waits: %o", async (failure, words, allow) => {
    const model = saving({ "save-track": waiting(failure) });
    await model.save(seen, "a");
    expect(model.savedIn()).toEqual(["a"]);
    expect(notice.outcome.value).toMatchObject({ tone: "calm", allow });
    expect(said()).toContain(words);
  });

  it("is at no moment called saved while it waits", async () => {
    const failure = { kind: "offline" } as const;
    const model = saving({
      "save-track": async () => {
        await addJob(db, job({ failure }), entry());
        return waiting(failure);
      },
    });
    const states: string[] = [];
    const stop = effect(() => {
      if (model.savedIn() !== false && (model.savedIn() as string[]).includes("a"))
        states.push(model.stateOf("a", track()));
    });
    await model.save(seen, "a");
    expect(said()).toBe("Saved here. It goes to Aitronos Music when there is a connection.");
    await finishJob(db, job({ failure }), {});
    await model.outbox.load();
    await model.wishes.settle();
    stop();
    expect(states).toEqual(["waiting to be saved", "Saved"]);
    expect(said()).toBe("Saved to your library at Aitronos Music.");
  });

  it("removes with a way back, which puts it back into sight", async () => {
    const wish = job({ task: { kind: "unsave", entry: null }, dueAt: Date.now() + 5000 });
    const model = saving({ "unsave-track": undoable(wish), undo: { ok: true, value: true } });
    await model.unsave({ ...seen, savedIn: ["a"] }, "a");
    expect(model.savedIn()).toEqual([]);
    expect(said()).toBe("It is being removed from your library at Aitronos Music.");
    const { way } = notice.outcome.value ?? {};
    expect(way).toMatchObject({ label: "Undo", until: wish.dueAt });
    await way?.act();
    expect(model.asked.at(-1)).toEqual({ name: "undo", ask: { job: wish.key, revision: "w1" } });
    expect(model.savedIn()).toEqual(["a"]);
    expect(notice.outcome.value).toMatchObject({ text: "It stays in your library.", tone: "good" });
    expect(notice.outcome.value?.way).toBeUndefined();
  });

  it("sees what was saved and given up elsewhere", async () => {
    const model = saving();
    await addJob(db, job(), entry());
    await model.look();
    expect(model.savedIn()).toEqual(["a"]);
    await cancelJob(db, job().key);
    await model.look();
    expect(model.savedIn()).toEqual([]);
  });
});
