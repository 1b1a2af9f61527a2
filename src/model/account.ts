import { type Decoder, oneOf, record, text, texts } from "./decode.ts";
import { providerIds, type ProviderId } from "./provider-id.ts";

/** An account at a service. Its key is kept apart and never leaves the background. */
export interface Account {
  id: string;
  provider: ProviderId;
  origin: string;
  label: string;
  /** What the service needs besides the key and is no secret, e.g. the organisation. */
  settings: Record<string, string>;
  /** Milliseconds since 1970. */
  addedAt: number;
}

/** What the account form sends. */
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
