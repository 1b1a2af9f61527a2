import { useMemo } from "preact/hooks";
import { t } from "../../../i18n/translate.ts";
import type { Track } from "../../../model/track.ts";
import { providerFacts } from "../../../providers/facts.ts";
import { Disclosure } from "../../components/Disclosure.tsx";
import { RowList } from "../../components/RowList.tsx";
import { Toast } from "../../components/Toast.tsx";
import { createFailureToast } from "../../models/failure-toast.ts";
import type { Models } from "../../models/index.ts";
import { createMixesModel } from "../../models/mixes.ts";
import type { MixesModel } from "../../models/mixes.ts";
import { createRenderMixModel } from "../../models/request-mix-render.ts";
import { MixForm } from "./MixForm.tsx";
import { MixRow } from "./MixRow.tsx";

interface MixesProps {
  track: Track;
  account: string;
  models: Pick<Models, "deps" | "platform">;
}

/** The saved mixes of a track, as the service has them. They are requested each time this is opened. */
export function Mixes({ track, account, models }: MixesProps) {
  const mixes = useMemo(() => createMixesModel(models.deps, account, track), []);

  async function onToggle({ currentTarget: details }: { currentTarget: HTMLDetailsElement }) {
    if (!details.open) return;
    await mixes.load();
    // After the next render: it opens at the lower edge of the window, where the list would not be visible.
    setTimeout(() => details.scrollIntoView({ block: "start" }));
  }

  return (
    <details class="remote-list" onToggle={(event) => void onToggle(event)}>
      <summary>{t("mixes_there")}</summary>
      <Answer mixes={mixes} track={track} account={account} models={models} />
    </details>
  );
}

function Answer({ mixes, track, account, models }: MixesProps & { mixes: MixesModel }) {
  const { name } = providerFacts[track.provider];
  const list = mixes.list.value;
  if (list === null) return <p class="secondary">{t("asking_there", name)}</p>;
  if (!list.ok) {
    return (
      <>
        <Toast
          content={createFailureToast(list.failure, "mix", track)}
          requestPermission={models.platform.requestPermission}
          onAllowed={() => void mixes.load()}
        />
        <button type="button" onClick={() => void mixes.load()}>
          {t("try_again")}
        </button>
      </>
    );
  }
  const { stems } = list.value;
  return (
    <>
      {list.value.mixes.length === 0 && <p class="secondary">{t("mixes_none", name)}</p>}
      {list.value.mixes.length > 0 && (
        <RowList
          label={t("mixes_there")}
          items={list.value.mixes}
          getKey={({ id }) => id}
          renderRow={(mix, tabIndex) => (
            <MixRow
              mix={mix}
              stems={stems}
              service={name}
              tabIndex={tabIndex}
              mixes={mixes}
              newRendering={() => createRenderMixModel(models.deps.send, account, track)}
            />
          )}
        />
      )}
      {stems.length === 0 ? (
        <p class="secondary">{t("mixes_no_stems")}</p>
      ) : (
        <div class="buttons new-mix">
          <Disclosure label={t("mix_new")}>
            {({ close }) => <MixForm mix={null} stems={stems} mixes={mixes} onClose={close} />}
          </Disclosure>
        </div>
      )}
    </>
  );
}
