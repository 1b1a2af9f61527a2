import { findSameAccount } from "../../export-file/match-accounts.ts";
import { getAccountScope } from "../../model/account.ts";
import type { Account, NewAccount } from "../../model/account.ts";
import { fail, ok } from "../../model/failure.ts";
import type { Result } from "../../model/failure.ts";
import { providerIds } from "../../model/provider-id.ts";
import type { ProviderId } from "../../model/provider-id.ts";
import type { TrackRef } from "../../model/track.ts";
import { providers } from "../../providers/adapters.ts";
import { providerFacts } from "../../providers/facts.ts";
import { getUsableAccounts, getKey, getAllAccounts, putAccount } from "../../store/accounts.ts";
import type { Database } from "../../store/database/schema.ts";
import { connectWithKey } from "./connect.ts";

/** "Test connection": asks the service whether the key is valid for these settings. Stores nothing. */
export async function testAccount(account: NewAccount): Promise<Result<void>> {
  const connected = await connectWithKey(account, account.key.trim());
  if (!connected.ok) return connected;
  return providers[account.provider].check?.(connected.value) ?? fail({ kind: "no-account" });
}

/**
 * Tests and stores an account. If there is one with this key already, or one of an imported file that lacks its key,
 * that one is updated, so that it keeps its links and tracks.
 */
export async function addAccount(db: Database, added: NewAccount): Promise<Result<Account>> {
  const tested = await testAccount(added);
  if (!tested.ok) return tested;
  const { provider, origin, settings } = added;
  const keyless = (await getAllAccounts(db)).filter((account) => account.keyless);
  const same = (await findAccountWithKey(db, added)) ?? findSameAccount(added, keyless);
  const account: Account = {
    id: same?.id ?? crypto.randomUUID(),
    provider,
    origin,
    settings,
    label: added.label.trim() || providerFacts[provider].name,
    addedAt: same?.addedAt ?? Date.now(),
  };
  await putAccount(db, account, added.key.trim());
  return ok(account);
}

/** The account with the same key and settings. Settings alone are not enough: two people may share an organisation. */
async function findAccountWithKey(db: Database, added: NewAccount): Promise<Account | undefined> {
  for (const account of await getUsableAccounts(db)) {
    const isSameKey = (await getKey(db, account.id)) === added.key.trim();
    if (isSameKey && getAccountScope(account) === getAccountScope(added)) return account;
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

/** Replaces an account's key, once the service has accepted the new one. */
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

/** The stored account with this id, or this device's account at a service without accounts. */
export async function getAccount(db: Database, id: string): Promise<Account | undefined> {
  const provider = providerIds.find((each) => each === id);
  if (provider && !providerFacts[provider].needsAccount) return createDeviceAccount(provider);
  return (await getUsableAccounts(db)).find((each) => each.id === id);
}

/** The accounts at the track's service and origin. */
export async function findAccountsForTrack(db: Database, track: TrackRef): Promise<Account[]> {
  if (!providerFacts[track.provider].needsAccount) return [createDeviceAccount(track.provider)];
  const accounts = await getUsableAccounts(db);
  return accounts.filter(
    ({ provider, origin }) => provider === track.provider && origin === track.origin,
  );
}
