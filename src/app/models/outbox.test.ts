import "fake-indexeddb/auto";
import { describe, expect, test, vi } from "vitest";
import { job } from "../../../test/kits/app.ts";
import { openDatabase } from "../../store/database/open-database.ts";
import { addJob } from "../../store/jobs.ts";
import { createOutboxModel } from "./outbox.ts";

describe("createOutboxModel", () => {
  test("lists a job as blocked when its time for Undo is over", async () => {
    const db = await openDatabase("outbox");
    const behind = job({
      task: { kind: "unsave", entry: null },
      dueAt: Date.now() + 500,
      createdAt: 2,
    });
    const paused = job({
      task: { kind: "revoke", link: "k1" },
      state: "paused",
      failure: { kind: "signed-out", code: null },
      createdAt: 1,
    });
    await addJob(db, paused, null);
    await addJob(db, behind, null);
    const outbox = createOutboxModel({ db: Promise.resolve(db) });
    await outbox.load();
    expect(outbox.blockedJobs.value.map(({ job: { key } }) => key)).toEqual([paused.key]);
    await vi.waitFor(() => expect(outbox.blockedJobs.value).toHaveLength(2), { timeout: 3_000 });
  });
});
