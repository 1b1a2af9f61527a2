import type { Call } from "../../http/call.ts";
import { path } from "../../http/encode-path.ts";
import { ok } from "../../model/failure.ts";
import type { Result } from "../../model/failure.ts";
import { MAX_MIX_NAME_LENGTH } from "../../model/stem-mix.ts";
import type { Mix, MixJob, NewMix } from "../../model/stem-mix.ts";
import { cutText } from "../../shared/cut-text.ts";
import {
  anything,
  boolean,
  instant,
  list,
  malformed,
  nullable,
  number,
  oneOf,
  record,
  text,
} from "../../shared/decode.ts";
import type { Decoder } from "../../shared/decode.ts";
import type { Mixes } from "../contract/adapter.ts";
import { hrefOf, linkList, paged, playable } from "./paging.ts";
import { unpaid } from "./refusals.ts";
import { id } from "./responses.ts";

// https://github.com/firstcoders/mixthat-docs (static/swagger/openapi.yml)

const failures: NonNullable<Call<unknown>["failures"]> = { 402: unpaid };

/** Saved mixes and their rendering. */
export const mixes = {
  list: ({ client }, track, cursor) =>
    client.send({
      method: "GET",
      path: path`/api/v1/tracks/${track}/mixes`,
      query: { limit: 100, ...(cursor === null ? {} : { last_key: cursor }) },
      decode: paged(savedMix, "last_key", cursor),
    }),

  save: ({ client }, track, mix) =>
    client
      .send({
        method: "POST",
        path: path`/api/v1/tracks/${track}/mixes`,
        body: mixBody(mix),
        once: true,
        failures,
        decode: anything,
      })
      .then(nothing),

  update: ({ client }, track, mixId, mix) =>
    client
      .send({
        method: "PUT",
        path: path`/api/v1/tracks/${track}/mixes/${mixId}`,
        body: mixBody(mix),
        failures,
        decode: anything,
      })
      .then(nothing),

  remove: ({ client }, track, mixId) =>
    client
      .send({
        method: "DELETE",
        path: path`/api/v1/tracks/${track}/mixes/${mixId}`,
        decode: anything,
      })
      .then(absent),

  render: ({ client }, track, files, format) =>
    client.send({
      method: "POST",
      path: path`/api/v1/tracks/${track}/mix`,
      body: { format, files: files.map(audible) },
      once: true,
      failures: { ...failures, 409: { kind: "gone" } }, // the source audio is no longer there
      decode: jobStarted,
    }),

  job: ({ client }, job) =>
    client.send({
      method: "GET",
      path: path`/api/v1/jobs/${job}`,
      decode: jobState(client.origin),
    }),
} satisfies Mixes;

/** The same result without its value. */
export const nothing = (result: Result<unknown>): Result<void> =>
  result.ok ? ok(undefined) : result;

/** The result of a DELETE: when there is nothing to delete, it was deleted before, which is a success. */
export const absent = (result: Result<unknown>): Result<void> =>
  !result.ok && result.failure.kind === "not-yours" ? ok(undefined) : nothing(result);

const savedMix: Decoder<Mix> = (value) => {
  const mix = listedMix(value);
  return {
    id: mix.mix_id,
    name: mix.name,
    files: mix.state.files.map((file) => ({
      id: file.file_id,
      volume: file.volume,
      muted: file.muted ?? false,
    })),
    createdAt: mix.created_time,
  };
};

const file = record({ file_id: text(128), volume: number(0, 1), muted: nullable(boolean) });
const listedMix = record({
  mix_id: id,
  name: nullable(text(512)),
  state: record({ files: list(file, 100) }),
  created_time: instant,
});

/** The body of a request that saves a mix. The service accepts a name of 1–100 characters or none. */
function mixBody({ name, files }: NewMix): object {
  const cut = cutText((name ?? "").toWellFormed().trim(), MAX_MIX_NAME_LENGTH);
  return {
    ...(cut === "" ? {} : { name: cut }),
    state: {
      files: files.map(({ id: file_id, volume, muted }) => ({
        file_id,
        volume,
        ...(muted ? { muted } : {}),
      })),
    },
  };
}

/** A file of a rendering, which has no mute: volume 0 instead. The file is not left out, because the service may divide by the number of files. */
function audible({ id: file_id, volume, muted }: Mix["files"][number]): object {
  return { file_id, volume: muted ? 0 : volume };
}

/** The id of a started job, from its address, such as `/api/v1/jobs/abc123`. */
const jobStarted: Decoder<string> = (value) => {
  const href = hrefOf(record({ $links: linkList })(value).$links, "job");
  return /\/jobs\/([a-zA-Z0-9]{1,64})\/?$/.exec(href ?? "")?.[1] ?? malformed("$links");
};

/** The state of a job. The rel of the finished file is not documented, so any link is taken that does not lead to the job itself. */
function jobState(origin: string): Decoder<MixJob> {
  const job = record({
    status: oneOf("PENDING", "DONE", "FAILED"),
    response: nullable(record({ $links: linkList })),
  });
  return (value) => {
    const { status, response } = job(value);
    if (status !== "DONE") return { state: status === "FAILED" ? "failed" : "working" };
    const found = response?.$links?.find(({ rel }) => rel !== "self" && rel !== "job")?.href;
    return { state: "done", url: playable(found ?? null, origin) ?? malformed("response.$links") };
  };
}
