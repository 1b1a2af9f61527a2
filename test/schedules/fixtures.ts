import {
  ada,
  adaTracks,
  mixthatStemTrack,
  readyRender,
  slowRender,
} from "../../sandbox/accounts.ts";
import type { Account } from "../../src/model/account.ts";
import type { Terms } from "../../src/model/share-terms.ts";
import type { Track } from "../../src/model/track.ts";
import { ORIGIN } from "./sandbox-in-memory.ts";

const createAccount = (provider: Account["provider"], settings = {}): Account => ({
  id: provider,
  provider,
  origin: ORIGIN,
  label: provider,
  settings,
  addedAt: 1,
});

/** Ada's account at each service. Its id is that of the service. */
export const accounts: readonly { account: Account; key: string }[] = [
  { account: createAccount("aitronos", { organization: ada.org }), key: ada.key },
  { account: createAccount("mixthat"), key: ada.mixthatToken },
  { account: createAccount("craftkit"), key: ada.craftkitKey },
];

const createTrack = (provider: Track["provider"], id = ""): Track => ({
  provider,
  origin: ORIGIN,
  id,
  title: null,
  duration: null,
});

/** The tracks that are shared and saved: few, so that actions conflict with each other. */
export const tracks: readonly Track[] = [
  createTrack("aitronos", adaTracks[0]?.id),
  createTrack("aitronos", adaTracks[1]?.id),
  createTrack("mixthat", mixthatStemTrack.id),
  createTrack("mixthat", mixthatStemTrack.id),
  createTrack("craftkit", readyRender.id),
  createTrack("craftkit", slowRender.id),
];

/** Terms that hold the label of the press, so that the request can be matched to it; each service has another field for that. */
export function createTerms(
  { expires, recipient }: { expires: boolean; recipient: boolean },
  label: string,
  { provider }: Track,
): Terms {
  const days = { aitronos: Number(label.slice(1)), mixthat: 3, craftkit: 30, web: 1 }[provider];
  return {
    visibility: "link-only",
    expiresInDays: expires || provider === "aitronos" ? days : null,
    name: provider === "mixthat" ? label : null,
    permissions: [],
    recipient: recipient && provider === "craftkit" ? `${label}@example.org` : null,
    message: provider === "craftkit" ? label : null,
  };
}
