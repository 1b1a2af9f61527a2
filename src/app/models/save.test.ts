import { effect } from "@preact/signals";
import { describe, expect, test } from "vitest";
import { account, entry, job, origin, track, undoable } from "../../../test/kits/app.ts";
import type { PreparedReplies } from "../../../test/kits/app.ts";
import { useModelDependencies } from "../../../test/kits/model-dependencies.ts";
import type { CurrentPage } from "../../messages/protocol.ts";
import type { Failure } from "../../model/failure.ts";
import { cancelJob, finishJob, addJob } from "../../store/jobs.ts";
import { createCurrentPageModel } from "./current-page.ts";
import { createOutboxModel } from "./outbox.ts";
import { createPendingActionsModel } from "./pending-actions.ts";
import { createSaveModel } from "./save.ts";

const kit = useModelDependencies();
const { toast, toastText } = kit;
const trackPage: CurrentPage = {
  kind: "track",
  track: track(),
  accounts: [account()],
  savedIn: [],
};
const linkPage: CurrentPage = {
  ...trackPage,
  kind: "link",
  link: { provider: "aitronos", origin, token: "tok_secret" },
};

function save(replies: PreparedReplies = {}) {
  const { deps, sent } = kit.createDependencies(replies);
  const currentPage = createCurrentPageModel(deps.send, async () => null);
  currentPage.result.value = { ok: true, value: trackPage };
  const savedIn = () =>
    currentPage.result.value?.ok &&
    "savedIn" in currentPage.result.value.value &&
    currentPage.result.value.value.savedIn;
  const outbox = createOutboxModel(deps);
  const pendingActions = createPendingActionsModel(deps, outbox);
  const model = createSaveModel(deps, currentPage, { outbox, pendingActions });
  return { ...model, sent, savedIn, outbox, pendingActions };
}

const waiting = (failure: Failure | null) => ({ ok: true, value: { waiting: failure } }) as const;

describe("createSaveModel", () => {
  test("does not show the track as saved when the service refuses", async () => {
    const model = save({ "save-track": { ok: false, failure: { kind: "gone" } } });
    await model.saveTrack(trackPage, "a");
    expect(model.savedIn()).toEqual([]);
    expect(toastText()).toContain("Ask for a new link");
  });

  test("says that the track is saved when the service has it", async () => {
    const model = save({ "save-link": waiting(null) });
    await model.saveTrack(linkPage, "a");
    expect(model.sent[0]).toMatchObject({ payload: { link: { token: "tok_secret" } } });
    expect(model.savedIn()).toEqual(["a"]);
    expect(toast.content.value).toMatchObject({
      tone: "good",
      text: "Saved to your library at Aitronos Music.",
    });
  });

  test.each([
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
  ] as const)("says why saving waits: %o", async (failure, words, permission) => {
    const model = save({ "save-track": waiting(failure) });
    await model.saveTrack(trackPage, "a");
    expect(model.savedIn()).toEqual(["a"]);
    expect(toast.content.value).toMatchObject({ tone: "calm", permission });
    expect(toastText()).toContain(words);
  });

  test("never shows a waiting track as saved", async () => {
    const failure = { kind: "offline" } as const;
    const model = save({
      "save-track": async () => {
        await addJob(kit.db, job({ failure }), entry());
        return waiting(failure);
      },
    });
    const states: string[] = [];
    const stop = effect(() => {
      if (model.savedIn() !== false && (model.savedIn() as string[]).includes("a"))
        states.push(model.getStateText("a", track()));
    });
    await model.saveTrack(trackPage, "a");
    expect(toastText()).toBe("Saved here. It goes to Aitronos Music when there is a connection.");
    await finishJob(kit.db, job({ failure }), {});
    await model.outbox.load();
    await model.pendingActions.reportOutcomes();
    stop();
    expect(states).toEqual(["waiting to be saved", "Saved"]);
    expect(toastText()).toBe("Saved to your library at Aitronos Music.");
  });

  test("offers Undo after removing, which shows the track as saved again", async () => {
    const queued = job({ task: { kind: "unsave", entry: null }, dueAt: Date.now() + 5000 });
    const model = save({ "unsave-track": undoable(queued), undo: { ok: true, value: true } });
    await model.removeTrack({ ...trackPage, savedIn: ["a"] }, "a");
    expect(model.savedIn()).toEqual([]);
    expect(toastText()).toBe("It is being removed from your library at Aitronos Music.");
    const { action: way } = toast.content.value ?? {};
    expect(way).toMatchObject({ label: "Undo", until: queued.dueAt });
    await way?.run();
    expect(model.sent.at(-1)).toEqual({
      name: "undo",
      payload: { job: queued.key, revision: "w1" },
    });
    expect(model.savedIn()).toEqual(["a"]);
    expect(toast.content.value).toMatchObject({ text: "It stays in your library.", tone: "good" });
    expect(toast.content.value?.action).toBeUndefined();
  });

  test("follows tracks that were saved or cancelled elsewhere", async () => {
    const model = save();
    await addJob(kit.db, job(), entry());
    await model.refreshSaved();
    expect(model.savedIn()).toEqual(["a"]);
    await cancelJob(kit.db, job().key);
    await model.refreshSaved();
    expect(model.savedIn()).toEqual([]);
  });
});
