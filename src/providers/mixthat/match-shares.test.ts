import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { ada, mixthatStemTrack } from "../../../sandbox/accounts.ts";
import { startSandbox } from "../../../sandbox/sandbox.ts";
import type { Sandbox } from "../../../sandbox/sandbox.ts";
import { createClient } from "../../http/client.ts";
import { createNonce } from "../../model/nonce.ts";
import { getDefaultTerms } from "../../model/share-terms.ts";
import type { Connection, ShareRequest } from "../contract/adapter.ts";
import { providerFacts } from "../facts.ts";
import { mixthat } from "./adapter.ts";

/* Which listed links a request made. */

const sign = (headers: Headers): void => headers.set("Authorization", `Bearer ${ada.mixthatToken}`);

let sandbox: Sandbox;
let at: Connection;
beforeAll(async () => {
  sandbox = await startSandbox();
  at = { client: createClient({ origin: sandbox.origin, sign }), settings: {} };
});
afterAll(() => sandbox.stop());
beforeEach(() => sandbox.reset());

const track = mixthatStemTrack.id;
const createRequest = (name: string | null = null): ShareRequest => ({
  track,
  terms: { ...getDefaultTerms(providerFacts.mixthat.terms), name },
  nonce: createNonce(),
  now: Date.now(),
});
async function shared(request: ShareRequest) {
  const made = await mixthat.share(at, request);
  if (!made.ok) throw new Error(made.failure.kind);
  return made.value;
}
async function listed() {
  const page = await mixthat.links(at, track, null);
  if (!page.ok) throw new Error(page.failure.kind);
  return page.value.items;
}
const findMatches = async (request: ShareRequest) =>
  mixthat.matchShares(request, await listed()).map(({ id }) => id);

test("finds its own link and no other, whatever their names are", async () => {
  const requests = [
    createRequest(),
    createRequest("Demo"),
    createRequest("Demo"),
    createRequest("Demo · 0123456789"),
    createRequest("x".repeat(99)),
  ];
  for (const request of requests) await shared(request);
  for (const request of requests) {
    const [id, ...others] = await findMatches(request);
    const { shares } = sandbox.ledger();
    expect(shares.find((share) => share.id === id)?.name).toContain(request.nonce);
    expect(others).toEqual([]);
  }
  expect(await findMatches(createRequest("Demo"))).toEqual([]);
});

test("a name that was given elsewhere does not match unless it ends with the nonce", async () => {
  const request = createRequest();
  await shared({ ...createRequest(), nonce: `${request.nonce} ` }); // as a person would have to copy it
  expect(await findMatches(request)).toEqual([]);
});

test("finds a link whose response was lost, and no link that was revoked", async () => {
  const request = createRequest();
  const path = `/api/v1/tracks/${track}/shares`;
  sandbox.faults.add({ method: "POST", path, when: "after", do: { close: true } });
  await mixthat.share(at, request);
  const [id = ""] = await findMatches(request);
  expect(id).toBe(sandbox.ledger().shares[0]?.id);
  await mixthat.revoke(at, { id, track });
  expect(await findMatches(request)).toEqual([]);
});

test("a request that was sent twice matches two links, and the address tells which one is stored", async () => {
  const request = createRequest();
  const first = await shared(request);
  const second = await shared(request); // as a browser repeats what it believes lost
  const both = mixthat.matchShares(request, await listed());
  expect(both).toHaveLength(2);
  for (const { url } of [first, second]) {
    expect(both.filter((share) => mixthat.isAddressOf(url, share))).toHaveLength(1);
  }
  const { shares } = sandbox.ledger();
  expect(both.find((share) => mixthat.isAddressOf(first.url, share))?.id).toBe(shares[0]?.id);
  expect(second.id).toBe(shares[1]?.id);
  for (const strange of [
    "",
    "x",
    "https://app.mixthat.co/",
    `${sandbox.origin}/?auth_token=a.b.c`,
  ]) {
    expect(both.some((share) => mixthat.isAddressOf(strange, share))).toBe(false);
  }
});
