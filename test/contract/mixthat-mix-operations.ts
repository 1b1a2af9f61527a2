import { mixthatStemTrack } from "../../sandbox/accounts.ts";
import type { NewMix } from "../../src/model/stem-mix.ts";
import type { Connection } from "../../src/providers/contract/adapter.ts";
import { mixthat } from "../../src/providers/mixthat/adapter.ts";
import type { Operation } from "./contract.ts";

const track = mixthatStemTrack.id;
export const { mixes } = mixthat;

export const MIXES = "GET /api/v1/tracks/{track}/mixes";
export const SAVE = "POST /api/v1/tracks/{track}/mixes";
export const UPDATE = "PUT /api/v1/tracks/{track}/mixes/{mix}";
export const REMOVE = "DELETE /api/v1/tracks/{track}/mixes/{mix}";
export const RENDER = "POST /api/v1/tracks/{track}/mix";
export const JOB = "GET /api/v1/jobs/{job}";

/** A mix with this many files; one file is repeated, because no track of the sandbox has 25. */
export const mixOf = (files: number, volume = 0.5): NewMix => ({
  name: "Quiet bass",
  files: Array.from({ length: files }, () => ({ id: "f-bass", volume, muted: false })),
});
export const usual = mixOf(1);

/** Creates a mix and a job; the operations that follow use the latest ones. */
let lastMix = "none";
export async function makeMix(at: Connection): Promise<void> {
  await mixes.save(at, track, usual);
  const listed = await mixes.list(at, track, null);
  lastMix = (listed.ok && listed.value.items.at(-1)?.id) || "no mix";
}

let lastJob = "NoSuch";
export async function startJob(at: Connection): Promise<void> {
  const started = await mixes.render(at, track, usual.files, "mp3");
  lastJob = started.ok ? started.value : "no job";
}

export const list = (at: Connection, of = track) => mixes.list(at, of, null);
export const save = (at: Connection, of = track) => mixes.save(at, of, usual);
export const update = (at: Connection, of = track) => mixes.update(at, of, lastMix, usual);
export const remove = (at: Connection, of = track) => mixes.remove(at, of, lastMix);
export const render = (at: Connection, of = track) => mixes.render(at, of, usual.files, "mp3");
export const job = (at: Connection, id = lastJob) => mixes.job(at, id);

/** For operations of which only the status is read. */
const unread = { null: "ok", "a list": "ok" };
const saved = "items.0";

export const mixOperations: readonly Operation[] = [
  {
    endpoint: MIXES,
    name: "mixes",
    before: makeMix,
    run: (at) => list(at),
    withId: async (at, id) => (await mixes.list(at, track, id), mixes.list(at, id, id)),
    required: [
      "items",
      ...["mix_id", "state", "created_time", "state.files"].map((field) => `${saved}.${field}`),
      ...["file_id", "volume"].map((field) => `${saved}.state.files.0.${field}`),
    ],
  },
  {
    endpoint: SAVE,
    name: "save a mix",
    run: (at) => save(at),
    withId: save,
    required: [],
    otherwise: unread,
  },
  {
    endpoint: UPDATE,
    name: "update a mix",
    before: makeMix,
    run: (at) => update(at),
    withId: async (at, id) => (await update(at, id), mixes.update(at, track, id, usual)),
    required: [],
    otherwise: unread,
  },
  {
    endpoint: REMOVE,
    name: "remove a mix",
    before: makeMix,
    run: (at) => remove(at),
    withId: async (at, id) => (await remove(at, id), mixes.remove(at, track, id)),
    required: [],
    otherwise: unread,
  },
  {
    endpoint: RENDER,
    name: "render",
    run: (at) => render(at),
    withId: render,
    required: ["$links", "$links.0.rel", "$links.0.href"],
  },
  {
    endpoint: JOB,
    name: "a job at work",
    before: startJob,
    run: (at) => job(at),
    withId: mixes.job,
    required: ["status"],
  },
  {
    endpoint: JOB,
    name: "a job that is done",
    before(at, sandbox) {
      sandbox.set({ mixthatJobPolls: 0 });
      return startJob(at);
    },
    run: (at) => job(at),
    required: ["status", "response", "response.$links", "response.$links.0.href"],
  },
];
