import type { Account, NewAccount } from "../model/account.ts";
import { ok, type Result } from "../model/failure.ts";
import { providerFacts } from "../model/provider-facts.ts";
import type { TrackRef } from "../model/track.ts";
import { providers } from "../providers/index.ts";
import { allAccounts, putAccount } from "../store/accounts.ts";
import type { Database } from "../store/database.ts";
import { connectWith } from "./connect.ts";

/** "Test connection": asks the service whether key and settings go together. Stores nothing. */
export async function testAccount(asked: NewAccount): Promise<Result<void>> {
  const at = await connectWith(asked, asked.key.trim());
  return at.ok ? providers[asked.provider].check(at.value) : at;
}

/** Stores an account that has passed the test. The same settings again replace its key. */
export async function addAccount(db: Database, asked: NewAccount): Promise<Result<Account>> {
  const tested = await testAccount(asked);
  if (!tested.ok) return tested;
  const { provider, origin, settings } = asked;
  const same = (await allAccounts(db)).find(
    (each) =>
      each.provider === provider &&
      each.origin === origin &&
      JSON.stringify(each.settings) === JSON.stringify(settings),
  );
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

/** The accounts that could do something with a track. */
export async function accountsFor(db: Database, track: TrackRef): Promise<Account[]> {
  const accounts = await allAccounts(db);
  return accounts.filter(
    ({ provider, origin }) => provider === track.provider && origin === track.origin,
  );
}
