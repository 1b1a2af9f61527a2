import { ada, mixthatStemTrack } from "../../sandbox/accounts.ts";
import { createNonce } from "../../src/model/nonce.ts";
import { getDefaultTerms } from "../../src/model/share-terms.ts";
import type { Terms } from "../../src/model/share-terms.ts";
import type { Connection } from "../../src/providers/contract/adapter.ts";
import { providerFacts } from "../../src/providers/facts.ts";
import { mixthat } from "../../src/providers/mixthat/adapter.ts";
import type { Asker, Operation } from "./contract.ts";
import { mixOperations } from "./mixthat-mix-operations.ts";

export const asker: Asker = { key: ada.mixthatToken, settings: {} };
export const track = mixthatStemTrack.id;

export const LIST = "GET /api/v1/tracks";
export const GET = "GET /api/v1/tracks/{track}";
export const SHARE = "POST /api/v1/tracks/{track}/shares";
export const SHARES = "GET /api/v1/tracks/{track}/shares";
export const REVOKE = "DELETE /api/v1/tracks/{track}/shares/{share}";

export const share = (at: Connection, asked: Partial<Terms> = {}, id = track, now = Date.now()) =>
  mixthat.share(at, {
    track: id,
    terms: { ...getDefaultTerms(providerFacts.mixthat.terms), ...asked },
    nonce: createNonce(),
    now,
  });

/** Creates a link of Ada's; the operations that follow use the latest one. */
let last = { id: `tracks:${track}:shares:none`, token: "a.b.c" };
export async function makeLink(at: Connection): Promise<void> {
  const made = await share(at);
  if (!made.ok || made.value.id === null) throw new Error("no link");
  const token = new URL(made.value.url).searchParams.get("auth_token") ?? "";
  last = { id: made.value.id, token };
}

export const link = (at: Connection, token = last.token, of: string | null = track) =>
  ({ provider: "mixthat", origin: at.client.origin, token, track: of }) as const;
export const open = (at: Connection, of: string | null = track) =>
  mixthat.open(at.client, link(at, last.token, of));
export const revoke = (at: Connection, of = track) =>
  mixthat.revoke(at, { id: last.id, track: of });

export const operations: readonly Operation[] = [
  { endpoint: LIST, name: "check", run: mixthat.check, required: ["items"] },
  {
    endpoint: LIST,
    name: "tracks",
    run: (at) => mixthat.tracks(at, { cursor: null, prefix: "" }),
    // These two go into the query.
    withId: (at, id) => mixthat.tracks(at, { cursor: id, prefix: id }),
    required: ["items", "items.0.track_id"],
  },
  {
    endpoint: GET,
    name: "track",
    run: (at) => mixthat.track(at, track),
    withId: mixthat.track,
    required: ["track_id"],
  },
  {
    endpoint: GET,
    name: "sound",
    run: (at) => mixthat.getAudio(at, track),
    withId: mixthat.getAudio,
    required: ["files", "files.0.file_id"],
  },
  {
    // It then looks for its id in the list, which may fail without harm: see the cases.
    endpoint: SHARE,
    name: "share",
    run: (at) => share(at),
    withId: (at, id) => share(at, { name: id }, id),
    required: ["token"],
  },
  {
    endpoint: SHARES,
    name: "links",
    before: makeLink,
    run: (at) => mixthat.links(at, track, null),
    withId: async (at, id) => (await mixthat.links(at, track, id), mixthat.links(at, id, id)),
    required: ["items", "items.0.token_id", "items.0.created_at"],
  },
  {
    endpoint: REVOKE,
    name: "revoke",
    before: makeLink,
    run: (at) => revoke(at),
    withId: async (at, id) => (await revoke(at, id), mixthat.revoke(at, { id, track })),
    required: [],
    // The status says it all; of the answer only a sentence in English is documented.
    otherwise: { null: "ok", "a list": "ok" },
  },
  {
    endpoint: GET,
    name: "open",
    before: makeLink,
    run: (at) => open(at),
    async withId(at, id) {
      await mixthat.open(at.client, link(at, id, null));
      await mixthat.open(at.client, link(at, id));
      return open(at, id);
    },
    required: ["track_id"],
  },
  ...mixOperations,
];
