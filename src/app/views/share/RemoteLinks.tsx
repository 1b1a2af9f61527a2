import { useMemo } from "preact/hooks";
import { t } from "../../../i18n/translate.ts";
import type { Track } from "../../../model/track.ts";
import { providerFacts } from "../../../providers/facts.ts";
import { RowList } from "../../components/RowList.tsx";
import { Toast } from "../../components/Toast.tsx";
import { createFailureToast } from "../../models/failure-toast.ts";
import type { Models } from "../../models/index.ts";
import type { LinksModel } from "../../models/links.ts";
import { createRemoteLinksModel } from "../../models/remote-links.ts";
import type { RemoteLinksModel } from "../../models/remote-links.ts";
import { RemoteLinkRow } from "./RemoteLinkRow.tsx";

interface RemoteLinksProps {
  track: Track;
  account: string;
  models: Pick<Models, "deps" | "platform" | "deferred" | "loadDeferred">;
}

/** The links of a track, as the service lists them. They are requested each time this is opened. */
export function RemoteLinks({ track, account, models }: RemoteLinksProps) {
  const remoteLinks = useMemo(() => {
    const revoke: LinksModel["revoke"] = async (...own) =>
      (await models.loadDeferred()).links.revoke(...own);
    return createRemoteLinksModel(models.deps, revoke, { account, track });
  }, []);
  const { name } = providerFacts[track.provider];

  async function onToggle({ currentTarget: details }: { currentTarget: HTMLDetailsElement }) {
    if (!details.open) return;
    await remoteLinks.load();
    // After the next render: it opens at the lower edge of the window, where the list would not be visible.
    setTimeout(() => details.scrollIntoView({ block: "start" }));
  }

  return (
    <details class="remote-list" onToggle={(event) => void onToggle(event)}>
      <summary>{t("links_there", name)}</summary>
      <RemoteLinkList remoteLinks={remoteLinks} track={track} models={models} />
    </details>
  );
}

interface RemoteLinkListProps extends Pick<RemoteLinksProps, "track" | "models"> {
  remoteLinks: RemoteLinksModel;
}

function RemoteLinkList({ remoteLinks, track, models }: RemoteLinkListProps) {
  const { name } = providerFacts[track.provider];
  const { platform } = models;
  const deferred = models.deferred.value;
  const rows = remoteLinks.rows.value;
  if (rows === null || deferred === null) return <p class="secondary">{t("asking_there", name)}</p>;
  if (!rows.ok) {
    return (
      <>
        <Toast
          content={createFailureToast(rows.failure, "list", track)}
          requestPermission={platform.requestPermission}
          onAllowed={() => void remoteLinks.load()}
        />
        <button type="button" onClick={() => void remoteLinks.load()}>
          {t("try_again")}
        </button>
      </>
    );
  }
  if (rows.value.length === 0) return <p class="secondary">{t("none_there", name)}</p>;
  return (
    <RowList
      label={t("links_there", name)}
      items={rows.value}
      getKey={({ share }) => share.id}
      renderRow={(link, tabIndex) => (
        <RemoteLinkRow
          link={link}
          tabIndex={tabIndex}
          deferred={deferred}
          requestPermission={platform.requestPermission}
          onRevoke={remoteLinks.revoke}
        />
      )}
    />
  );
}
