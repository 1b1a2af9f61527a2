import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { ada, readyRender } from "../../../sandbox/accounts.ts";
import { startSandbox } from "../../../sandbox/sandbox.ts";
import type { Sandbox } from "../../../sandbox/sandbox.ts";
import { createClient } from "../../http/client.ts";
import type { RemoteShare } from "../../model/remote-share.ts";
import { getDefaultTerms } from "../../model/share-terms.ts";
import type { Connection, ShareRequest } from "../contract/adapter.ts";
import { providerFacts } from "../facts.ts";
import { craftkit } from "./adapter.ts";
import { MARKS, toNonce } from "./expiry-mark.ts";

/* Which listed links a request made. */

const sign = (headers: Headers): void => headers.set("Authorization", `Bearer ${ada.craftkitKey}`);

let sandbox: Sandbox;
let at: Connection;
beforeAll(async () => {
  sandbox = await startSandbox();
  at = { client: createClient({ origin: sandbox.origin, sign }), settings: {} };
});
afterAll(() => sandbox.stop());
beforeEach(() => sandbox.reset());

const track = readyRender.id;
let requests = 0;
/** Each with a mark of its own. */
const createRequest = (expiresInDays: number | null = 30): ShareRequest => ({
  track,
  terms: { ...getDefaultTerms(providerFacts.craftkit.terms), expiresInDays },
  nonce: toNonce((requests += 1)),
  now: Date.now(),
});
async function shared(request: ShareRequest): Promise<string> {
  const made = await craftkit.share(at, request);
  if (!made.ok || made.value.id === null) throw new Error("no link");
  return made.value.id;
}
async function listed(): Promise<RemoteShare[]> {
  const page = await craftkit.links(at, track);
  if (!page.ok) throw new Error(page.failure.kind);
  return page.value.items;
}
/** What a list says whose expiries have whole seconds. */
const inSeconds = (shares: readonly RemoteShare[]): RemoteShare[] =>
  shares.map((share) => {
    const { expiresAt } = share;
    return { ...share, nonce: null, expiresAt: expiresAt && expiresAt - (expiresAt % 1000) };
  });
function ids(traces: RemoteShare[] | "unclear") {
  return traces === "unclear" ? traces : traces.map(({ id }) => id);
}

/** Distinct marks, as all attempts of one track have: drawn by the seed, which EARMARK_SEED repeats. */
function drawMarks(count: number): string[] {
  const seed = Number(process.env["EARMARK_SEED"] ?? Date.now());
  console.info(`EARMARK_SEED=${seed}`);
  const mark = fc.integer({ min: 0, max: MARKS - 1 });
  const marks = fc.uniqueArray(mark, { minLength: count, maxLength: count });
  return (fc.sample(marks, { seed, numRuns: 1 })[0] ?? []).map(toNonce);
}

test("the expiry in milliseconds matches its own link and no other of the same minute", async () => {
  const now = Date.now();
  const [unsent = "", ...nonces] = drawMarks(21);
  const draw = (nonce: string): ShareRequest => ({ ...createRequest(), nonce, now });
  const made = new Map<ShareRequest, string>();
  for (const request of nonces.map(draw)) made.set(request, await shared(request));
  const shares = await listed();
  for (const [request, id] of made) {
    const before = shares.map((share) => share.id).filter((other) => other !== id);
    expect(ids(craftkit.matchShares(request, shares, before))).toEqual([id]);
    expect(ids(craftkit.matchShares(request, shares, null))).toEqual([id]);
  }
  expect(
    ids(craftkit.matchShares({ ...createRequest(), nonce: unsent, now }, shares, null)),
  ).toEqual([]);
});

test.each([30, null])(
  "requested for %j days, without a mark: matches the only new link",
  async (days) => {
    await shared(createRequest(days));
    const before = (await listed()).map(({ id }) => id);
    const request = createRequest(days);
    const look = async () => ids(craftkit.matchShares(request, inSeconds(await listed()), before));
    expect(await look()).toEqual([]);
    const id = await shared(request);
    expect(await look()).toEqual([id]);
    // Something else that is new, with quite another end, is not it.
    await shared(createRequest(days === null ? 30 : null));
    await shared(createRequest(29));
    expect(await look()).toEqual([id]);
  },
);

test.each([30, null])(
  "requested for %j days, several new links without a mark: unclear",
  async (days) => {
    const request = createRequest(days);
    await shared(request);
    await shared({ ...createRequest(days), now: request.now });
    expect(ids(craftkit.matchShares(request, inSeconds(await listed()), []))).toBe("unclear");
  },
);

test("another request's link of the same minute does not match while the own one is not listed", async () => {
  const now = Date.now();
  const [request, other] = [
    { ...createRequest(), now },
    { ...createRequest(), now },
  ];
  await shared(other);
  expect(ids(craftkit.matchShares(request, await listed(), []))).toEqual([]);
});

test("without a mark, and without the list from before: no match", async () => {
  const request = createRequest(null);
  await shared(request);
  expect(ids(craftkit.matchShares(request, await listed(), null))).toEqual([]);
});

test("a link that was listed before does not match, even with the same mark", async () => {
  const request = createRequest();
  const old = await shared(request);
  expect(ids(craftkit.matchShares(request, await listed(), [old]))).toEqual([]);
  const id = await shared(request);
  expect(ids(craftkit.matchShares(request, await listed(), [old]))).toEqual([id]);
});

test("a revoked link matches and is returned as revoked", async () => {
  const request = createRequest();
  const id = await shared(request);
  await craftkit.revoke(at, { id, track });
  expect(craftkit.matchShares(request, await listed(), [])).toMatchObject([
    { id, revokedAt: expect.any(Number) as number },
  ]);
});

test("finds a link whose response was lost, with its address", async () => {
  const request = createRequest();
  const path = `/v1/renders/${track}/shares`;
  sandbox.faults.add({ method: "POST", path, when: "after", do: { close: true } });
  await craftkit.share(at, request);
  const id = sandbox.ledger().shares[0]?.id;
  const found = craftkit.matchShares(request, await listed(), []);
  const url = expect.stringMatching(/\/share\/cks_/) as string;
  expect(found).toMatchObject([{ id, url, revokedAt: null }]);
});
