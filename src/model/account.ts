import { oneOf, record, text, texts } from "../shared/decode.ts";
import type { Decoder } from "../shared/decode.ts";
import { providerIds } from "./provider-id.ts";
import type { ProviderId } from "./provider-id.ts";

/** An account at a service. Its key is stored in a table of its own and never leaves the background. */
export interface Account {
  id: string;
  provider: ProviderId;
  origin: string;
  label: string;
  /** What the service needs besides the key and is not secret, e.g. the organisation. */
  settings: Record<string, string>;
  /** Milliseconds since 1970. */
  addedAt: number;
  /** It was imported without its key, so nothing can be sent to its service yet. */
  keyless?: true;
}

/** A string that is equal for accounts with the same service, origin and settings, e.g. of one organisation. */
export function getAccountScope({
  provider,
  origin,
  settings,
}: Pick<Account, "provider" | "origin" | "settings">): string {
  return JSON.stringify([provider, origin, settings]);
}

/** A new account, as the account form sends it. */
export interface NewAccount {
  provider: ProviderId;
  origin: string;
  label: string;
  settings: Record<string, string>;
  key: string;
}

export const newAccount: Decoder<NewAccount> = record({
  provider: oneOf(...providerIds),
  origin: text(256),
  label: text(100),
  settings: texts,
  key: text(4096),
});
