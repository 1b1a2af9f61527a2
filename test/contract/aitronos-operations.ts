import { ada, collections, stemTrack } from "../../sandbox/accounts.ts";
import type { Result } from "../../src/model/failure.ts";
import { getDefaultTerms } from "../../src/model/share-terms.ts";
import { aitronos } from "../../src/providers/aitronos/adapter.ts";
import type { Connection } from "../../src/providers/contract/adapter.ts";
import { providerFacts } from "../../src/providers/facts.ts";
import type { Asker, Operation } from "./contract.ts";

export type Run = (at: Connection) => Promise<Result<unknown>>;

export const asker: Asker = { key: ada.key, settings: { organization: ada.org } };
export const track = stemTrack.id;
export const own = collections[0].id;

export const share = (at: Connection, id = track) =>
  aitronos.share(at, {
    track: id,
    terms: getDefaultTerms(providerFacts.aitronos.terms),
    nonce: "0000000000",
    now: Date.now(),
  });

/** Creates a link of Ada's; the operations that follow use the latest one. */
let last = { id: "", token: "" };
export async function makeLink(at: Connection): Promise<void> {
  const made = await share(at);
  if (!made.ok) throw new Error(`no link: ${made.failure.kind}`);
  last = { id: made.value.id ?? "", token: made.value.url.split("/").at(-1) ?? "" };
}
export async function makeRevoked(at: Connection): Promise<void> {
  await makeLink(at);
  await aitronos.revoke(at, { id: last.id, track });
}
export const link = (at: Connection, token = last.token) =>
  ({ provider: "aitronos", origin: at.client.origin, token }) as const;

export const SHARE = "POST /v1/music/{org}/tracks/{track}/share";
export const SHARE_ALL = "POST /v1/music/{org}/collections/{collection}/share";
export const REVOKE = "DELETE /v1/music/{org}/share/{share}";
export const RESOLVE = "GET /v1/music/shared/{token}";
export const SAVE_SHARED = "POST /v1/music/shared/{token}/save";
export const SAVE = "POST /v1/music/{org}/tracks/{track}/save";
export const UNSAVE = "DELETE /v1/music/{org}/tracks/{track}/save";
export const LIST = "GET /v1/music/{org}/tracks";
export const GET = "GET /v1/music/{org}/tracks/{track}";
export const COLLECTIONS = "GET /v1/music/{org}/collections";

export const revoke: Run = (at) => aitronos.revoke(at, { id: last.id, track });
export const open: Run = (at) => aitronos.open(at.client, link(at));
export const saveShared: Run = (at) => aitronos.save(at, { link: link(at) });
const made = ["id", "token", "visibility", "created_at"];
const edge = ["track_id", "source", "created_at"];

export const operations: readonly Operation[] = [
  { endpoint: LIST, name: "check", run: aitronos.check, required: ["items"] },
  { endpoint: LIST, name: "library", run: (at) => aitronos.library(at, null), required: ["items"] },
  {
    endpoint: COLLECTIONS,
    name: "a collection's name",
    run: (at) => aitronos.track(at, own),
    required: ["items"],
  },
  {
    endpoint: GET,
    name: "track",
    run: (at) => aitronos.track(at, track),
    withId: aitronos.track,
    required: ["id"],
  },
  {
    endpoint: GET,
    name: "sound",
    run: (at) => aitronos.getAudio(at, track),
    withId: aitronos.getAudio,
    required: [],
  },
  { endpoint: SHARE, name: "share", run: (at) => share(at), withId: share, required: made },
  { endpoint: SHARE_ALL, name: "share a collection", run: (at) => share(at, own), required: made },
  {
    endpoint: REVOKE,
    name: "revoke",
    before: makeLink,
    run: revoke,
    withId: (at, id) => aitronos.revoke(at, { id, track }),
    required: ["success"],
  },
  {
    endpoint: RESOLVE,
    name: "open",
    before: makeLink,
    run: open,
    withId: (at, id) => aitronos.open(at.client, link(at, id)),
    required: ["available"],
  },
  {
    endpoint: SAVE,
    name: "save",
    run: (at) => aitronos.save(at, { track }),
    withId: (at, id) => aitronos.save(at, { track: id }),
    required: edge,
  },
  {
    endpoint: SAVE_SHARED,
    name: "save from a link",
    before: makeLink,
    run: saveShared,
    withId: (at, id) => aitronos.save(at, { link: link(at, id) }),
    required: edge,
  },
  {
    endpoint: UNSAVE,
    name: "unsave",
    run: (at) => aitronos.unsave(at, track),
    withId: aitronos.unsave,
    required: ["success"],
  },
];
