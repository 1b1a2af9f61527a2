import { t } from "../../../i18n/translate.ts";
import type { CurrentPage } from "../../../messages/protocol.ts";
import type { TermsForm } from "../../../model/share-terms.ts";
import { providerFacts } from "../../../providers/facts.ts";
import { lazyComponent } from "../../components/lazy-component.tsx";
import type { Models } from "../../models/index.ts";
import { AccountSelect } from "../accounts/AccountSelect.tsx";
import { AddAccountButton } from "../accounts/AddAccountButton.tsx";
import { SaveButton } from "./SaveButton.tsx";
import { ShareForm } from "./ShareForm.tsx";
import { TrackHeader } from "./TrackHeader.tsx";

const NewLink = lazyComponent(async () => (await import("./NewLink.tsx")).NewLink);
const RemoteLinks = lazyComponent(async () => (await import("./RemoteLinks.tsx")).RemoteLinks);
const Mixes = lazyComponent(async () => (await import("../mixes/Mixes.tsx")).Mixes);
// A form of its own rather than a lazy part of the short one, so that it appears at once.
const ExtendedShareForm = lazyComponent(
  async () => (await import("./ExtendedShareForm.tsx")).ExtendedShareForm,
);

interface TrackCardProps {
  page: Extract<CurrentPage, { kind: "track" }>;
  models: Models;
}

/** The page of a track: the share form or the new link, the Save button, remote links and mixes. */
export function TrackCard({ page, models }: TrackCardProps) {
  const { share, platform } = models;
  const deferred = models.deferred.value;
  const { track } = page;
  const account = models.currentPage.account.value;
  const made = share.newLink.value;

  async function revoke(): Promise<void> {
    const onUndone = (): void => void (share.newLink.value = made);
    if (made && (await deferred?.links.revoke(made, { onUndone }))) share.newLink.value = null;
  }

  if (account === null) {
    return (
      <div class="track-card">
        <TrackHeader track={track} />
        <p>{t("no_account_here", new URL(track.origin).host)}</p>
        <AddAccountButton openOptionsPage={platform.openOptionsPage} />
      </div>
    );
  }
  const { terms, listsLinks, hasMixes } = providerFacts[track.provider];
  const Form = isLong(terms) ? ExtendedShareForm : ShareForm;
  return (
    <>
      <TrackHeader track={track}>
        <SaveButton page={page} account={account} models={models} />
      </TrackHeader>
      <AccountSelect
        accounts={page.accounts}
        account={account}
        selectedId={models.currentPage.selectedAccountId}
      />
      {made && deferred && (
        <NewLink
          link={made}
          copyLink={deferred.copyLink}
          onRevoke={revoke}
          onNew={() => (share.newLink.value = null)}
        />
      )}
      {!made && <Form track={track} account={account.id} share={share} />}
      {!made && listsLinks && (
        <RemoteLinks
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
