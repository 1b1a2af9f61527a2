import "fake-indexeddb/auto";
import { beforeEach } from "vitest";
import { createToastModel } from "../../src/app/models/toast.ts";
import { openDatabase } from "../../src/store/database/open-database.ts";
import type { Database } from "../../src/store/database/schema.ts";
import { createFakeSend } from "./app.ts";
import type { PreparedReplies } from "./app.ts";

/** Gives each test of the file an empty database and an empty toast, from which it creates models. */
export function useModelDependencies() {
  const toast = createToastModel();
  let db: Database;
  let count = 0;
  beforeEach(async () => {
    toast.clear();
    db = await openDatabase(`models-${count++}`);
  });
  return {
    toast,
    get db() {
      return db;
    },
    /** The text of the toast; empty when there is none. */
    toastText: () => toast.content.value?.text ?? "",
    /** What a model needs, with a background that gives these replies, and the messages that it gets. */
    createDependencies(replies: PreparedReplies = {}) {
      const { send, sent } = createFakeSend(replies);
      return { deps: { db: Promise.resolve(db), send, toast }, sent };
    },
  };
}
