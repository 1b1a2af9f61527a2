import { browser } from "wxt/browser";
import { createClient } from "../../http/client.ts";
import type { Account } from "../../model/account.ts";
import { buildSettings } from "../../model/build-settings.ts";
import { fail, ok } from "../../model/failure.ts";
import type { Result } from "../../model/failure.ts";
import { toMatchPattern } from "../../model/match-pattern.ts";
import type { RawResponse } from "../../model/share-attempt.ts";
import { providers } from "../../providers/adapters.ts";
import type { Connection, Provider } from "../../providers/contract/adapter.ts";
import { providerFacts } from "../../providers/facts.ts";
import { getKey } from "../../store/accounts.ts";
import type { Database } from "../../store/database/schema.ts";

type Target = Pick<Account, "provider" | "origin" | "settings">;
type OnResponse = (response: RawResponse) => Promise<void>;

/** Creates a connection that signs requests with `key`. This is the only place where keys are put into requests. */
export async function connectWithKey(
  { provider, origin, settings }: Target,
  key: string,
  onResponse?: OnResponse,
): Promise<Result<Connection>> {
  const allowed = await checkOriginAllowed(provider, origin);
  if (!allowed.ok) return allowed;
  if (!isHeaderValue(key)) return fail({ kind: "signed-out", code: null });
  const { header, prefix } = providerFacts[provider].signing;
  const client = createClient({
    origin,
    sign: (headers) => headers.set(header, prefix + key),
    ...(onResponse ? { onAnswer: onResponse } : {}),
  });
  return ok({ client, settings });
}

/** A connection with its account and the adapter of its service. */
export interface Connected extends Connection {
  account: Account;
  provider: Provider;
}

/** Connects with a stored account's service. `onResponse` gets each raw response before it is parsed. */
export async function connect(
  db: Database,
  account: Account | undefined,
  onResponse?: OnResponse,
): Promise<Result<Connected>> {
  if (!account) return fail({ kind: "no-account" });
  const provider = providers[account.provider];
  // A service without accounts is sent no request, so there is no key and no origin.
  if (!providerFacts[account.provider].needsAccount) {
    return ok({ client: createClient({ origin: "" }), settings: {}, account, provider });
  }
  const key = await getKey(db, account.id);
  if (key === null) return fail({ kind: "signed-out", code: null });
  const connected = await connectWithKey(account, key, onResponse);
  return connected.ok ? ok({ ...connected.value, account, provider }) : connected;
}

/** Allows only origins of the service or of this build, and only while the person grants the permission. */
export async function checkOriginAllowed(
  provider: Account["provider"],
  origin: string,
): Promise<Result<void>> {
  const known = [...providerFacts[provider].origins, ...buildSettings.origins];
  const granted =
    known.includes(origin) &&
    (await browser.permissions.contains({ origins: [toMatchPattern(origin)] }));
  return granted ? ok(undefined) : fail({ kind: "no-permission", origin });
}

/** A pasted key may contain a line break or a typographic quote, which a header cannot. */
const isHeaderValue = (key: string): boolean => /^[\x21-\x7e]+$/.test(key);
