import { createDeferredModels } from "../../src/app/models/deferred-models.ts";
import { createModels } from "../../src/app/models/index.ts";
import type { Job } from "../../src/model/outbox-job.ts";
import type { Database } from "../../src/store/database/schema.ts";
import { account, entry, createFakePlatform, createFakeSend, link } from "./app.ts";
import type { PreparedReplies } from "./app.ts";

/** The real models with a fake background and, unless given, a database that never opens. */
export function createFakeModels(
  replies: PreparedReplies = {},
  platform = createFakePlatform(),
  db = new Promise<Database>(() => {}),
) {
  const { send, sent } = createFakeSend(replies);
  const all = createModels(db, send, platform);
  const deferred = createDeferredModels(all.deps, platform, all.currentPage);
  all.deferred.value = deferred;
  all.accounts.list.value = [account()];
  const props = { models: all, AddAccount: null };
  return { ...all, ...deferred, send, sent, props };
}

/** The same with one link, one saved track, and these jobs in the outbox. */
export function createModelsWithJobs(jobs: Job[], replies: PreparedReplies = {}) {
  const models = createFakeModels(replies);
  models.outbox.jobs.value = jobs;
  models.links.rows.value = [link()];
  models.library.rows.value = [entry()];
  return models;
}

/** The props of a row of links, apart from the link itself. */
export function createLinkRowProps(models: ReturnType<typeof createFakeModels>) {
  const { copyLink, outbox, pendingActions, platform } = models;
  return {
    account: "",
    tabIndex: 0,
    deferred: { copyLink, outbox, pendingActions },
    requestPermission: platform.requestPermission,
    onRevoke: async () => {},
  };
}
