import { useMemo } from "preact/hooks";
import { providerFacts } from "../../../providers/facts.ts";
import type { Track } from "../../../model/track.ts";
import { t } from "../../../i18n/text.ts";
import type { Models } from "../../models/index.ts";
import type { Links } from "../../models/links.ts";
import { createListed, type Listed } from "../../models/remote-links.ts";
import { outcomeOf } from "../../models/failure-toast.ts";
import { ListedRow } from "./RemoteLinkRow.tsx";
import { NoticeLine } from "../../components/Toast.tsx";
import { Rows } from "../../components/RowList.tsx";

interface LinksThereProps {
  track: Track;
  account: string;
  models: Pick<Models, "means" | "around" | "late" | "later">;
}

/** The links that the service has of a track. It is asked each time this is opened, and not before. */
export function LinksThere({ track, account, models }: LinksThereProps) {
  const listed = useMemo(() => {
    const revoke: Links["revoke"] = async (...own) => (await models.later()).links.revoke(...own);
    return createListed(models.means, revoke, { account, track });
  }, []);
  const { name } = providerFacts[track.provider];

  async function onToggle({ currentTarget: details }: { currentTarget: HTMLDetailsElement }) {
    if (!details.open) return;
    await listed.load();
    // After the next render: it opens at the lower edge, where nobody would see the answer.
    setTimeout(() => details.scrollIntoView({ block: "start" }));
  }

  return (
    <details class="links-there" onToggle={(event) => void onToggle(event)}>
      <summary>{t("links_there", name)}</summary>
      <Answer listed={listed} track={track} models={models} />
    </details>
  );
}

interface AnswerProps extends Pick<LinksThereProps, "track" | "models"> {
  listed: Listed;
}

function Answer({ listed, track, models }: AnswerProps) {
  const { name } = providerFacts[track.provider];
  const { around } = models;
  const there = models.late.value;
  const rows = listed.rows.value;
  if (rows === null || there === null) return <p class="sub">{t("asking_there", name)}</p>;
  if (!rows.ok) {
    return (
      <>
        <NoticeLine
          outcome={outcomeOf(rows.failure, "list", track)}
          allow={around.allow}
          onAllowed={() => void listed.load()}
        />
        <button type="button" onClick={() => void listed.load()}>
          {t("try_again")}
        </button>
      </>
    );
  }
  if (rows.value.length === 0) return <p class="sub">{t("none_there", name)}</p>;
  return (
    <Rows
      label={t("links_there", name)}
      items={rows.value}
      keyOf={({ share }) => share.id}
      row={(link, tabIndex) => (
        <ListedRow
          link={link}
          tabIndex={tabIndex}
          late={there}
          allow={around.allow}
          onRevoke={listed.revoke}
        />
      )}
    />
  );
}
