import { ada, readyRender } from "../../sandbox/accounts.ts";
import { createNonce } from "../../src/model/nonce.ts";
import { getDefaultTerms } from "../../src/model/share-terms.ts";
import type { Terms } from "../../src/model/share-terms.ts";
import type { Connection } from "../../src/providers/contract/adapter.ts";
import { craftkit } from "../../src/providers/craftkit/adapter.ts";
import { providerFacts } from "../../src/providers/facts.ts";
import type { Asker, Operation } from "./contract.ts";

export const asker: Asker = { key: ada.craftkitKey, settings: {} };
export const render = readyRender.id;

export const GET = "GET /v1/renders/{render}";
export const SHARE = "POST /v1/renders/{render}/shares";
export const SHARES = "GET /v1/renders/{render}/shares";
export const REVOKE = "DELETE /v1/renders/{render}/shares/{share}";

export const share = (
  at: Connection,
  asked: Partial<Terms> = {},
  id: string = render,
  now = Date.now(),
) =>
  craftkit.share(at, {
    track: id,
    terms: { ...getDefaultTerms(providerFacts.craftkit.terms), ...asked },
    nonce: createNonce(),
    now,
  });

/** Creates a link of Ada's; the operations that follow use the latest one. */
let last = "11111111-1111-4111-8111-111111111111";
export async function makeLink(at: Connection): Promise<void> {
  const made = await share(at);
  if (!made.ok || made.value.id === null) throw new Error("no link");
  last = made.value.id;
}

export const revoke = (at: Connection, of: string = render) =>
  craftkit.revoke(at, { id: last, track: of });
export const recipient = { recipient: "ben@example.org", message: "For Sunday" };
const made = ["id", "shareUrl", "createdAt"];

export const operations: readonly Operation[] = [
  {
    endpoint: GET,
    name: "check",
    run: craftkit.check,
    // The good answer is a 404 with its code, and a 404 is read even when it breaks off.
    required: ["error", "error.code"],
    otherwise: { "half an answer": "malformed" },
  },
  {
    endpoint: GET,
    name: "track",
    run: (at) => craftkit.track(at, render),
    withId: craftkit.track,
    required: ["id", "status"],
  },
  {
    endpoint: GET,
    name: "readiness",
    run: (at) => craftkit.readiness(at, render),
    withId: craftkit.readiness,
    required: ["id", "status"],
  },
  {
    endpoint: SHARE,
    name: "share by link",
    run: (at) => share(at),
    withId: (at, id) => share(at, {}, id),
    required: made,
  },
  {
    endpoint: SHARE,
    name: "share for a recipient",
    run: (at) => share(at, recipient),
    withId: async (at, id) => (await share(at, { recipient: id }), share(at, recipient, id)),
    required: made,
  },
  {
    endpoint: SHARES,
    name: "links",
    before: makeLink,
    run: (at) => craftkit.links(at, render),
    withId: craftkit.links,
    required: ["shares", "shares.0.id", "shares.0.createdAt"],
  },
  {
    endpoint: REVOKE,
    name: "revoke",
    before: makeLink,
    run: (at) => revoke(at),
    withId: async (at, id) => (await revoke(at, id), craftkit.revoke(at, { id, track: render })),
    required: ["id"],
  },
];
