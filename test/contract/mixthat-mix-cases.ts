import { mixthatStreamTrack } from "../../sandbox/accounts.ts";
import type { Connection } from "../../src/providers/contract/adapter.ts";
import type { Case } from "./contract.ts";
import {
  list,
  makeMix,
  MIXES,
  mixes,
  mixOf,
  REMOVE,
  remove,
  SAVE,
  save,
  UPDATE,
  update,
  usual,
} from "./mixthat-mix-operations.ts";
import { track } from "./mixthat-operations.ts";
import { elsewhere, pageLimits, raw, refusals } from "./mixthat-refused.ts";
import type { Run } from "./mixthat-refused.ts";

const path = `/api/v1/tracks/${track}/mixes`;
const state = { files: [{ file_id: "f-bass", volume: 1 }] };
const none = "no-such-mix";

/** A fault, because no state of the sandbox gives 402. */
const unpaid = (endpoint: string, run: Run): Case => ({
  endpoint,
  status: 402,
  how: "a fault: not paid for",
  gives: "not-allowed",
  like: { failure: { code: "E_PLAN" } },
  run(at, sandbox) {
    const [method = ""] = endpoint.split(" ");
    sandbox.faults.add({ method, path, do: { status: 402, body: { code: "E_PLAN" } } });
    return run(at);
  },
});

async function walk(at: Connection) {
  for (let made = 0; made < 101; made += 1) await save(at);
  const first = await mixes.list(at, track, null);
  return first.ok ? mixes.list(at, track, first.value.next) : first;
}

const listed = { endpoint: MIXES, status: 200, gives: "ok" };
const listing: readonly Case[] = [
  { ...listed, how: "none", run: (at) => list(at), like: { value: { items: [], next: null } } },
  {
    ...listed,
    how: "one",
    run: async (at) => (await makeMix(at), list(at)),
    like: { value: { items: [usual], next: null } },
  },
  {
    ...listed,
    how: "the second page of 101",
    run: walk,
    like: { value: { items: [usual], next: null } },
  },
  ...pageLimits(MIXES, path, 100, "last_key"),
  ...elsewhere(MIXES, (at, id) => list(at, id)),
  ...refusals(MIXES, (at) => list(at)),
];

/** The limits of a new or changed mix; `write` sends one. */
function bodies(
  endpoint: string,
  write: (at: Connection, mix: typeof usual) => ReturnType<typeof save>,
): Case[] {
  const good = { endpoint, status: 200, gives: "ok" };
  const bad = { endpoint, status: 400, gives: "refused" };
  return [
    { ...good, how: "one file", run: (at) => write(at, usual) },
    { ...good, how: "25 files", run: (at) => write(at, mixOf(25)) },
    { ...good, how: "volume 0", run: (at) => write(at, mixOf(1, 0)) },
    { ...good, how: "volume 1", run: (at) => write(at, mixOf(1, 1)) },
    {
      ...good,
      how: "a name too long, cut",
      run: (at) => write(at, { ...usual, name: "🎚".repeat(200) }),
    },
    { ...bad, how: "no file", run: (at) => write(at, mixOf(0)) },
    { ...bad, how: "26 files", run: (at) => write(at, mixOf(26)) },
    { ...bad, how: "volume 1.01", run: (at) => write(at, mixOf(1, 1.01)) },
    {
      ...bad,
      how: "a file of no such id",
      run: (at) => write(at, { ...usual, files: [{ id: "x", volume: 1, muted: false }] }),
    },
    unpaid(endpoint, (at) => write(at, usual)),
  ];
}

const named = (length: number) => raw("POST", path, { body: { name: "x".repeat(length), state } });
const saving: readonly Case[] = [
  ...bodies(SAVE, (at, mix) => mixes.save(at, track, mix)),
  { endpoint: SAVE, status: 200, how: "a name of 100, raw", run: named(100), gives: "ok" },
  { endpoint: SAVE, status: 400, how: "a name of 101, raw", run: named(101), gives: "refused" },
  { endpoint: SAVE, status: 400, how: "a name of none, raw", run: named(0), gives: "refused" },
  {
    endpoint: SAVE,
    status: 200,
    how: "a track without its source",
    run: (at) => save(at, mixthatStreamTrack.id),
    gives: "ok",
  },
  ...elsewhere(SAVE, save),
  ...refusals(SAVE, (at) => save(at), "unknown-outcome"),
];

const changing: readonly Case[] = [
  ...bodies(UPDATE, async (at, mix) => {
    await makeMix(at);
    const { value } = (await list(at)) as { value: { items: { id: string }[] } };
    return mixes.update(at, track, value.items[0]?.id ?? none, mix);
  }),
  {
    endpoint: UPDATE,
    status: 404,
    how: "a mix that was removed",
    gives: "not-yours",
    run: async (at) => (await makeMix(at), await remove(at), update(at)),
  },
  ...elsewhere(UPDATE, update),
  ...refusals(UPDATE, (at) => update(at)),
];

const removed = { endpoint: REMOVE, status: 404, gives: "ok" };
const removing: readonly Case[] = [
  {
    ...removed,
    status: 200,
    how: "a mix",
    run: async (at) => (await makeMix(at), remove(at)),
  },
  {
    ...removed,
    how: "a second time: a 404 counts as done",
    run: async (at) => (await makeMix(at), await remove(at), remove(at)),
  },
  {
    ...removed,
    how: "none with this id: a 404 counts as done",
    run: (at) => mixes.remove(at, track, none),
  },
  ...elsewhere(REMOVE, remove, "ok"),
  ...refusals(REMOVE, (at) => remove(at)),
];

export const mixCases: readonly Case[] = [...listing, ...saving, ...changing, ...removing];
