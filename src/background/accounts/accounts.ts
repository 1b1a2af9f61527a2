import { type Account, type NewAccount, getAccountScope } from "../../model/account.ts";
import { findSameAccount } from "../../export-file/match-accounts.ts";
import { fail, ok, type Result } from "../../model/failure.ts";
import { providerFacts } from "../../providers/facts.ts";
import { type ProviderId, providerIds } from "../../model/provider-id.ts";
import type { TrackRef } from "../../model/track.ts";
import { providers } from "../../providers/adapters.ts";
import { getUsableAccounts, getKey, getAllAccounts, putAccount } from "../../store/accounts.ts";
import type { Database } from "../../store/database/open-database.ts";
import { connectWithKey } from "./connect.ts";

/** "Test connection": asks the service whether key and settings go together. Stores nothing. */
export async function testAccount(asked: NewAccount): Promise<Result<void>> {
  const at = await connectWithKey(asked, asked.key.trim());
  if (!at.ok) return at;
  return providers[asked.provider].check?.(at.value) ?? fail({ kind: "no-account" });
}

/**
 * Stores an account that has passed the test. The same key again is the same account; and one that
 * came with a file gets its key so, and with it whatever came along.
 */
export async function addAccount(db: Database, asked: NewAccount): Promise<Result<Account>> {
  const tested = await testAccount(asked);
  if (!tested.ok) return tested;
  const { provider, origin, settings } = asked;
  const waiting = (await getAllAccounts(db)).filter(({ keyless }) => keyless);
  const same = (await findAccountWithKey(db, asked)) ?? findSameAccount(asked, waiting);
  const account: Account = {
    id: same?.id ?? crypto.randomUUID(),
    provider,
    origin,
    settings,
    label: asked.label.trim() || providerFacts[provider].name,
    addedAt: same?.addedAt ?? Date.now(),
  };
  await putAccount(db, account, asked.key.trim());
  return ok(account);
}

/** The account that has this key for these settings; two people may share an organisation. */
async function findAccountWithKey(db: Database, asked: NewAccount): Promise<Account | undefined> {
  for (const each of await getUsableAccounts(db)) {
    const sameKey = (await getKey(db, each.id)) === asked.key.trim();
    if (sameKey && getAccountScope(each) === getAccountScope(asked)) return each;
  }
  return undefined;
}

export async function renameAccount(
  db: Database,
  account: Account | undefined,
  label: string,
): Promise<Result<void>> {
  const key = account && (await getKey(db, account.id));
  if (!account || !key) return fail({ kind: "no-account" });
  await putAccount(db, { ...account, label: label.trim() || account.label }, key);
  return ok(undefined);
}

/** Puts a new key in the place of the old one, once the service has accepted it. */
export async function replaceKey(
  db: Database,
  account: Account | undefined,
  key: string,
): Promise<Result<void>> {
  if (!account) return fail({ kind: "no-account" });
  const tested = await testAccount({ ...account, key });
  if (tested.ok) await putAccount(db, account, key);
  return tested;
}

/** The account that stands for this device at a service without accounts. It is not stored; its id is the service's. */
export function createDeviceAccount(provider: ProviderId): Account {
  const { name: label } = providerFacts[provider];
  return { id: provider, provider, origin: "", label, settings: {}, addedAt: 0 };
}

/** A stored account, or that of this device. */
export async function getAccount(db: Database, id: string): Promise<Account | undefined> {
  const provider = providerIds.find((each) => each === id);
  if (provider && !providerFacts[provider].needsAccount) return createDeviceAccount(provider);
  return (await getUsableAccounts(db)).find((each) => each.id === id);
}

/** The accounts that could do something with a track. */
export async function findAccountsForTrack(db: Database, track: TrackRef): Promise<Account[]> {
  if (!providerFacts[track.provider].needsAccount) return [createDeviceAccount(track.provider)];
  const accounts = await getUsableAccounts(db);
  return accounts.filter(
    ({ provider, origin }) => provider === track.provider && origin === track.origin,
  );
}
