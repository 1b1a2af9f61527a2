import { ada, ben, benTrack, collections, expiredKey } from "../../sandbox/accounts.ts";
// @vitest-environment node
import { aitronos } from "../../src/providers/aitronos/adapter.ts";
import type { Connection } from "../../src/providers/contract/adapter.ts";
import {
  asker,
  COLLECTIONS,
  GET,
  LIST,
  link,
  makeLink,
  makeRevoked,
  open,
  operations,
  own,
  RESOLVE,
  REVOKE,
  revoke,
  SAVE,
  SAVE_SHARED,
  saveShared,
  SHARE,
  SHARE_ALL,
  share,
  track,
  UNSAVE,
} from "./aitronos-operations.ts";
import type { Run } from "./aitronos-operations.ts";
import { checkProvider } from "./check-provider.ts";
import type { Case } from "./contract.ts";

/** What every endpoint with a key answers to the wrong one, and to the wrong organisation. */
function refusals(endpoint: string, run: Run): Case[] {
  const misplaced = { key: ada.key, settings: { organization: ben.org } };
  const wrong = { key: "ak_wrong", settings: asker.settings };
  const expired = { key: expiredKey, settings: asker.settings };
  const out = { endpoint, status: 401, run, gives: "signed-out" };
  const others = { endpoint, status: 403, run, gives: "not-allowed", as: misplaced };
  return [
    { ...out, how: "a wrong key", as: wrong },
    { ...out, how: "an expired key", as: expired },
    ...(endpoint.includes("{org}") ? [{ ...others, how: "an organisation of others" }] : []),
  ];
}

/** A case that gives "ok", and how an unknown or foreign thing is refused. */
function foundOrNot(
  endpoint: string,
  status: number,
  run: Run,
  not: Run,
  before?: Run | typeof makeLink,
): Case[] {
  const first = async (at: Connection): Promise<void> => void (await before?.(at));
  return [
    {
      endpoint,
      status,
      how: "as it should be",
      gives: "ok",
      run: async (at) => (await first(at), run(at)),
    },
    { endpoint, status: 404, how: "somebody else's, or none", gives: "not-yours", run: not },
    ...refusals(endpoint, run),
  ];
}

const theirs = benTrack.id;
const cases: readonly Case[] = [
  { endpoint: LIST, status: 200, how: "as it should be", run: aitronos.check, gives: "ok" },
  ...refusals(LIST, aitronos.check),
  {
    endpoint: COLLECTIONS,
    status: 200,
    how: "as it should be",
    run: (at) => aitronos.track(at, own),
    gives: "ok",
  },
  {
    endpoint: COLLECTIONS,
    status: 200,
    how: "a collection of others",
    run: (at) => aitronos.track(at, collections[1].id),
    gives: "not-yours",
  },
  ...refusals(COLLECTIONS, (at) => aitronos.track(at, own)),
  ...foundOrNot(
    GET,
    200,
    (at) => aitronos.track(at, track),
    (at) => aitronos.track(at, theirs),
  ),
  ...foundOrNot(
    SHARE,
    201,
    (at) => share(at),
    (at) => share(at, theirs),
  ),
  ...foundOrNot(
    SHARE_ALL,
    201,
    (at) => share(at, own),
    (at) => share(at, collections[1].id),
  ),
  ...foundOrNot(
    REVOKE,
    200,
    revoke,
    (at) => aitronos.revoke(at, { id: "mslink_none", track }),
    makeLink,
  ),
  ...foundOrNot(
    SAVE,
    200,
    (at) => aitronos.save(at, { track }),
    (at) => aitronos.save(at, { track: theirs }),
  ),
  ...foundOrNot(
    UNSAVE,
    200,
    (at) => aitronos.unsave(at, track),
    (at) => aitronos.unsave(at, "mtrack_none"),
  ),
  {
    endpoint: RESOLVE,
    status: 200,
    how: "a live link",
    gives: "ok",
    run: async (at) => (await makeLink(at), open(at)),
  },
  {
    endpoint: RESOLVE,
    status: 404,
    how: "a revoked link",
    gives: "gone",
    run: async (at) => (await makeRevoked(at), open(at)),
  },
  {
    endpoint: RESOLVE,
    status: 404,
    how: "an expired link",
    gives: "gone",
    async run(at, sandbox) {
      await makeLink(at);
      sandbox.shiftClock(31 * 86_400_000);
      return open(at);
    },
  },
  {
    endpoint: RESOLVE,
    status: 429,
    how: "too many from one address",
    gives: "too-many",
    async run(at, sandbox) {
      await makeLink(at);
      sandbox.set({ requestsPerMinute: 0 });
      return open(at);
    },
  },
  {
    endpoint: SAVE_SHARED,
    status: 201,
    how: "a live link",
    gives: "ok",
    run: async (at) => (await makeLink(at), saveShared(at)),
  },
  {
    endpoint: SAVE_SHARED,
    status: 404,
    how: "a revoked link",
    gives: "gone",
    run: async (at) => (await makeRevoked(at), saveShared(at)),
  },
  ...refusals(SAVE_SHARED, (at) =>
    aitronos.save(at, { link: link(at, "shr_00000000000000000000000000000000") }),
  ),
];

checkProvider({
  id: "aitronos",
  asker,
  operations,
  cases,
  // https://docs.aitronos.com/docs/api-reference/music/introduction and the pages it links to
  documented: {
    [LIST]: [200, 401, 403],
    [GET]: [200, 401, 403, 404],
    [COLLECTIONS]: [200, 401, 403],
    [SHARE]: [201, 401, 403, 404],
    [SHARE_ALL]: [201, 401, 403, 404],
    [REVOKE]: [200, 401, 403, 404],
    [RESOLVE]: [200, 404, 429],
    [SAVE]: [200, 401, 403, 404],
    [SAVE_SHARED]: [201, 401, 404],
    [UNSAVE]: [200, 401, 403, 404],
  },
});
