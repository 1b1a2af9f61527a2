import type { Sight } from "../../messages/protocol.ts";
import { t } from "../../ui/text.ts";
import type { Models } from "../models.ts";
import { AccountChoice } from "./AccountChoice.tsx";
import { Made } from "./Made.tsx";
import { AddAccount } from "./NothingToShare.tsx";
import { SaveButton } from "./SaveButton.tsx";
import { ShareForm } from "./ShareForm.tsx";
import { TrackHead } from "./TrackHead.tsx";

interface TrackInSightProps {
  sight: Extract<Sight, { kind: "track" }>;
  models: Models;
}

/** A track's page: share and save. */
export function TrackInSight({ sight, models }: TrackInSightProps) {
  const { sharing, links, copying, around } = models;
  const account = models.sight.account.value;
  const made = sharing.made.value;

  async function revoke(): Promise<void> {
    if (made && (await links.revoke(made))) sharing.made.value = null;
  }

  if (account === null) {
    return (
      <div class="stack">
        <TrackHead track={sight.track} />
        <p>{t("no_account_here", new URL(sight.track.origin).host)}</p>
        <AddAccount openOptions={around.openOptions} />
      </div>
    );
  }
  return (
    <>
      <TrackHead track={sight.track}>
        <SaveButton sight={sight} account={account} saving={models.saving} />
      </TrackHead>
      <AccountChoice accounts={sight.accounts} account={account} chosen={models.sight.chosen} />
      {made ? (
        <Made
          link={made}
          copying={copying}
          onRevoke={revoke}
          onNew={() => (sharing.made.value = null)}
        />
      ) : (
        <ShareForm track={sight.track} account={account.id} sharing={sharing} />
      )}
    </>
  );
}
