import { expect } from "vitest";
import { mixthatStreamTrack } from "../../sandbox/accounts.ts";
import type { Connection } from "../../src/providers/contract/adapter.ts";
import type { Case } from "./contract.ts";
import {
  JOB,
  job,
  mixes,
  mixOf,
  RENDER,
  render,
  startJob,
  usual,
} from "./mixthat-mix-operations.ts";
import { share, track } from "./mixthat-operations.ts";
import { elsewhere, raw, refusals } from "./mixthat-refused.ts";

const path = `/api/v1/tracks/${track}/mix`;
const files = [{ file_id: "f-bass", volume: 1 }];
const rendering =
  (of: number, volume = 1) =>
  (at: Connection) =>
    mixes.render(at, track, mixOf(of, volume).files, "mp3");

const started = { endpoint: RENDER, status: 202, gives: "ok" };
const refused = { endpoint: RENDER, status: 400, gives: "refused" };
const starting: readonly Case[] = [
  { ...started, how: "an MP3", run: (at) => render(at) },
  { ...started, how: "a WAV", run: (at) => mixes.render(at, track, usual.files, "wav") },
  { ...started, how: "25 files", run: rendering(25) },
  { ...refused, how: "no file", run: rendering(0) },
  { ...refused, how: "26 files", run: rendering(26) },
  { ...refused, how: "volume 1.01", run: rendering(1, 1.01) },
  { ...refused, how: "FLAC, raw", run: raw("POST", path, { body: { format: "flac", files } }) },
  {
    ...refused,
    how: "an offset before the beginning, raw",
    run: raw("POST", path, { body: { format: "mp3", files, offset: -1 } }),
  },
  {
    endpoint: RENDER,
    status: 402,
    how: "a fault: not paid for",
    gives: "not-allowed",
    run(at, sandbox) {
      sandbox.faults.add({ method: "POST", path, do: { status: 402, body: { code: "E_PLAN" } } });
      return render(at);
    },
  },
  {
    endpoint: RENDER,
    status: 409,
    how: "the source audio is gone",
    gives: "gone",
    run: (at) => render(at, mixthatStreamTrack.id),
  },
  ...elsewhere(RENDER, render),
  ...refusals(RENDER, (at) => render(at), "unknown-outcome"),
];

const asked = { endpoint: JOB, status: 200, gives: "ok" };
const state = (of: string) => ({ value: { state: of } });
const asking: readonly Case[] = [
  {
    ...asked,
    how: "at work",
    run: async (at) => (await startJob(at), job(at)),
    like: state("working"),
  },
  {
    ...asked,
    how: "done",
    run: async (at) => (await startJob(at), await job(at), job(at)),
    like: { value: { state: "done", url: expect.stringMatching(/^http/) as string } },
  },
  {
    ...asked,
    how: "failed",
    like: state("failed"),
    async run(at, sandbox) {
      sandbox.set({ mixthatJobsFail: true, mixthatJobPolls: 0 });
      await startJob(at);
      return job(at);
    },
  },
  {
    endpoint: JOB,
    status: 403,
    how: "a job of somebody with a link",
    gives: "not-allowed",
    async run(at) {
      const made = await share(at, { permissions: ["mix"] });
      if (!made.ok) return made;
      const shareToken = new URL(made.value.url).searchParams.get("auth_token") ?? "";
      const { client } = at;
      const begun = await mixes.render(
        { ...at, client: { ...client, send: (call) => client.send({ ...call, shareToken }) } },
        track,
        usual.files,
        "mp3",
      );
      return begun.ok ? job(at, begun.value) : begun;
    },
  },
  { endpoint: JOB, status: 404, how: "none", run: (at) => job(at, "NoSuch"), gives: "not-yours" },
  ...refusals(JOB, (at) => job(at)),
];

export const jobCases: readonly Case[] = [...starting, ...asking];
