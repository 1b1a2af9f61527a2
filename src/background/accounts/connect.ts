import { browser } from "wxt/browser";
import { createClient } from "../../http/client.ts";
import type { Account } from "../../model/account.ts";
import type { RawResponse } from "../../model/attempt.ts";
import { buildSettings } from "../../model/build-settings.ts";
import { fail, ok, type Result } from "../../model/failure.ts";
import { toMatchPattern } from "../../model/match-pattern.ts";
import { providerFacts } from "../../providers/facts.ts";
import { providers } from "../../providers/adapters.ts";
import type { Connection, Provider } from "../../providers/contract/adapter.ts";
import { getKey } from "../../store/accounts.ts";
import type { Database } from "../../store/database/open-database.ts";

type Target = Pick<Account, "provider" | "origin" | "settings">;
type OnResponse = (answer: RawResponse) => Promise<void>;

/** A connection for `target` that signs with `key`; the only place where keys meet requests. */
export async function connectWithKey(
  { provider, origin, settings }: Target,
  key: string,
  onAnswer?: OnResponse,
): Promise<Result<Connection>> {
  const allowed = await checkOriginAllowed(provider, origin);
  if (!allowed.ok) return allowed;
  if (!isHeaderValue(key)) return fail({ kind: "signed-out", code: null });
  const { header, prefix } = providerFacts[provider].signing;
  const client = createClient({
    origin,
    sign: (headers) => headers.set(header, prefix + key),
    ...(onAnswer ? { onAnswer } : {}),
  });
  return ok({ client, settings });
}

/** A connection, whose it is, and what its service can do. */
export interface Connected extends Connection {
  account: Account;
  provider: Provider;
}

/** A connection for a stored account. */
export async function connect(
  db: Database,
  account: Account | undefined,
  onAnswer?: OnResponse,
): Promise<Result<Connected>> {
  if (!account) return fail({ kind: "no-account" });
  const provider = providers[account.provider];
  // A service without accounts is sent no request, so there is no key and no origin.
  if (!providerFacts[account.provider].needsAccount) {
    return ok({ client: createClient({ origin: "" }), settings: {}, account, provider });
  }
  const key = await getKey(db, account.id);
  if (key === null) return fail({ kind: "signed-out", code: null });
  const at = await connectWithKey(account, key, onAnswer);
  return at.ok ? ok({ ...at.value, account, provider }) : at;
}

/** Only known origins, and only while the person lets us. */
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

/** A pasted key may carry a line break or a typographic quote, which no header can hold. */
const isHeaderValue = (key: string): boolean => /^[\x21-\x7e]+$/.test(key);
