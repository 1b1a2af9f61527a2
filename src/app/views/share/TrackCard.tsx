import { providerFacts } from "../../../providers/facts.ts";
import type { TermsForm } from "../../../model/share.ts";
import type { CurrentPage } from "../../../messages/protocol.ts";
import { t } from "../../../i18n/text.ts";
import type { Models } from "../../models/index.ts";
import { AccountButton } from "../accounts/AddAccountButton.tsx";
import { AccountChoice } from "../accounts/AccountSelect.tsx";
import { later } from "../../components/lazy.tsx";
import { SaveButton } from "./SaveButton.tsx";
import { ShareForm } from "./ShareForm.tsx";
import { TrackHead } from "./TrackHeader.tsx";

const Made = later(async () => (await import("./NewLink.tsx")).Made);
const LinksThere = later(async () => (await import("./RemoteLinks.tsx")).LinksThere);
const Mixes = later(async () => (await import("../mixes/Mixes.tsx")).Mixes);
// A form of its own rather than a part of the short one, so that it appears as a whole.
const LongShareForm = later(async () => (await import("./ExtendedShareForm.tsx")).LongShareForm);

interface TrackInSightProps {
  sight: Extract<CurrentPage, { kind: "track" }>;
  models: Models;
}

/** A track's page: share and save. */
export function TrackInSight({ sight, models }: TrackInSightProps) {
  const { sharing, around } = models;
  const late = models.late.value;
  const { track } = sight;
  const account = models.sight.account.value;
  const made = sharing.made.value;

  async function revoke(): Promise<void> {
    const onUndone = (): void => void (sharing.made.value = made);
    if (made && (await late?.links.revoke(made, { onUndone }))) sharing.made.value = null;
  }

  if (account === null) {
    return (
      <div class="stack">
        <TrackHead track={track} />
        <p>{t("no_account_here", new URL(track.origin).host)}</p>
        <AccountButton openOptions={around.openOptions} />
      </div>
    );
  }
  const { terms, listsLinks, hasMixes } = providerFacts[track.provider];
  const Form = isLong(terms) ? LongShareForm : ShareForm;
  return (
    <>
      <TrackHead track={track}>
        <SaveButton sight={sight} account={account} models={models} />
      </TrackHead>
      <AccountChoice accounts={sight.accounts} account={account} chosen={models.sight.chosen} />
      {made && late && (
        <Made
          link={made}
          copying={late.copying}
          onRevoke={revoke}
          onNew={() => (sharing.made.value = null)}
        />
      )}
      {!made && <Form track={track} account={account.id} sharing={sharing} />}
      {!made && listsLinks && (
        <LinksThere
          key={`${account.id} ${track.id}`}
          track={track}
          account={account.id}
          models={models}
        />
      )}
      {hasMixes && (
        <Mixes
          key={`mixes ${account.id} ${track.id}`}
          track={track}
          account={account.id}
          models={models}
        />
      )}
    </>
  );
}

const isLong = ({ nameLength, permissions, messageLength }: TermsForm): boolean =>
  nameLength + permissions.length + messageLength > 0;
