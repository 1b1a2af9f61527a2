import { createLateModels } from "../../src/app/models/deferred.ts";
import { createModels } from "../../src/app/models/index.ts";
import type { Database } from "../../src/store/database/open-database.ts";
import type { Job } from "../../src/model/job.ts";
import { account, entry, fakeAround, fakeAsk, link } from "./app.ts";

/** The real models, filled by hand: nothing is read and only what is pressed is asked. */
export function fakeModels(
  answers: Parameters<typeof fakeAsk>[0] = {},
  around = fakeAround(),
  db = new Promise<Database>(() => {}),
) {
  const { ask, asked } = fakeAsk(answers);
  const all = createModels(db, ask, around);
  const late = createLateModels(all.means, around, all.sight);
  all.late.value = late;
  all.accounts.list.value = [account()];
  const props = { models: all, AddAccount: null };
  return { ...all, ...late, ask, asked, props };
}

/** The same with one link, one saved track and this in the outbox. */
export function withJobs(jobs: Job[], answers: Parameters<typeof fakeModels>[0] = {}) {
  const models = fakeModels(answers);
  models.outbox.jobs.value = jobs;
  models.links.rows.value = [link()];
  models.library.rows.value = [entry()];
  return models;
}
