import { expect } from "vitest";
import { ada, mixthatBenTrack, mixthatPublicTrack, mixthatTracks } from "../../sandbox/accounts.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import type { Connection } from "../../src/providers/contract/adapter.ts";
import { mixthat } from "../../src/providers/mixthat/adapter.ts";
import { paged } from "../../src/providers/mixthat/paging.ts";
import { decodeTrack } from "../../src/providers/mixthat/responses.ts";
import type { Case } from "./contract.ts";
import { GET, LIST, link, makeLink, open, revoke, track } from "./mixthat-operations.ts";
import { elsewhere, pageLimits, raw, refusals } from "./mixthat-refused.ts";

const own = mixthatTracks.filter(({ owner }) => owner === ada.name);
const beginning = (prefix: string) => (at: Connection) =>
  mixthat.tracks(at, { cursor: null, prefix });

/** Reads all pages with two items each, in the way the adapter reads its larger pages. */
async function allByTwos(at: Connection) {
  const ids: string[] = [];
  for (let cursor: string | null = null; ;) {
    const page: Awaited<ReturnType<typeof mixthat.tracks>> = await at.client.send({
      method: "GET",
      path: "/api/v1/tracks",
      query: { limit: 2, ...(cursor === null ? {} : { next: cursor }) },
      decode: paged(decodeTrack(at.client.origin), "next", cursor),
    });
    if (!page.ok) return page;
    ids.push(...page.value.items.map(({ id }) => id));
    cursor = page.value.next;
    if (cursor === null) return { ok: true, value: ids } as const;
  }
}

const ids = (of: readonly { id: string }[]) =>
  expect.arrayContaining(of.map(({ id }) => id)) as string[];
const list = { endpoint: LIST, status: 200, gives: "ok" };
const listing: readonly Case[] = [
  { ...list, how: "check", run: mixthat.check },
  { ...list, how: "all", run: beginning(""), like: { value: { next: null } } },
  {
    ...list,
    how: "by the beginning of the title",
    run: beginning("Harbour"),
    like: { value: { items: [{ title: "Harbour Lights" }], next: null } },
  },
  { ...list, how: "none begins so", run: beginning("%"), like: { value: { items: [] } } },
  { ...list, how: "to the end by twos", run: allByTwos, like: { value: { length: own.length } } },
  { ...list, how: "each of them once", run: allByTwos, like: { value: ids(own) } },
  ...pageLimits(LIST, "/api/v1/tracks", 1000, "next"),
  ...refusals(LIST, mixthat.check),
];

const get = { endpoint: GET, status: 200, gives: "ok" };
const one: readonly Case[] = [
  { ...get, how: "a track", run: (at) => mixthat.track(at, track), like: { value: { id: track } } },
  {
    ...get,
    how: "its sound",
    run: (at) => mixthat.getAudio(at, track),
    like: { value: { stems: [{ id: "f-drums" }, {}, {}, {}] } },
  },
  { ...get, how: "a public one", run: (at) => mixthat.track(at, mixthatPublicTrack.id) },
  ...elsewhere(GET, mixthat.track),
  ...refusals(GET, (at) => mixthat.track(at, track)),
];

/** Creates a link, then runs a step. */
const opened =
  (then: (at: Connection, sandbox: Sandbox) => unknown, of: string | null = track): Case["run"] =>
  async (at, sandbox) => {
    await makeLink(at);
    await then(at, sandbox);
    return open(at, of);
  };
const gone = { endpoint: GET, gives: "gone" };
const opening: readonly Case[] = [
  { ...get, how: "a link", run: opened(() => null) },
  { ...get, how: "a link whose token tells the track", run: opened(() => null, null) },
  {
    ...get,
    how: "a link revoked a moment ago, by a cache",
    run: opened(async (at, sandbox) => {
      sandbox.set({ mixthatRevokeMs: 60_000 });
      await revoke(at);
    }),
  },
  {
    ...gone,
    status: 401,
    how: "an expired link",
    run: opened((_at, sandbox) => sandbox.shiftClock(4 * 86_400_000)),
  },
  {
    ...gone,
    status: 401,
    how: "a token of nobody's",
    run: (at) => mixthat.open(at.client, link(at, "a.b.c")),
  },
  { ...gone, status: 403, how: "a revoked link", run: opened((at) => revoke(at)) },
  {
    ...gone,
    status: 403,
    how: "a link to another track",
    run: opened(() => null, mixthatBenTrack.id),
  },
  {
    ...gone,
    status: 404,
    how: "a link whose track was removed",
    run: opened(raw("DELETE", `/api/v1/tracks/${track}`)),
  },
  {
    endpoint: GET,
    status: 429,
    how: "a link, too often",
    gives: "too-many",
    run: opened((_at, sandbox) => sandbox.set({ requestsPerMinute: 0 })),
  },
];

export const trackCases: readonly Case[] = [...listing, ...one, ...opening];
