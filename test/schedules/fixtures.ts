import type { Account } from "../../src/model/account.ts";
import type { Terms } from "../../src/model/share-terms.ts";
import type { Track } from "../../src/model/track.ts";
import {
  ada,
  adaTracks,
  mixthatStemTrack,
  readyRender,
  slowRender,
} from "../../sandbox/accounts.ts";
import { ORIGIN } from "./sandbox-in-memory.ts";

const account = (provider: Account["provider"], settings = {}): Account => ({
  id: provider,
  provider,
  origin: ORIGIN,
  label: provider,
  settings,
  addedAt: 1,
});

/** Ada's account at each service; its id is the service's. */
export const accounts: readonly { account: Account; key: string }[] = [
  { account: account("aitronos", { organization: ada.org }), key: ada.key },
  { account: account("mixthat"), key: ada.mixthatToken },
  { account: account("craftkit"), key: ada.craftkitKey },
];

const track = (provider: Track["provider"], id = ""): Track => ({
  provider,
  origin: ORIGIN,
  id,
  title: null,
  duration: null,
});

/** What is shared and saved; few things, so that wishes get into each other's way. */
export const tracks: readonly Track[] = [
  track("aitronos", adaTracks[0]?.id),
  track("aitronos", adaTracks[1]?.id),
  track("mixthat", mixthatStemTrack.id),
  track("mixthat", mixthatStemTrack.id),
  track("craftkit", readyRender.id),
  track("craftkit", slowRender.id),
];

/** Terms by which the request shows what was pressed: each service has another field for that. */
export function termsOf(
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
