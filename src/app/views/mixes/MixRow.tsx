import { useEffect, useId, useMemo } from "preact/hooks";
import { formatAgo, formatDay } from "../../../i18n/dates.ts";
import { t } from "../../../i18n/translate.ts";
import { MAX_FILES } from "../../../model/stem-mix.ts";
import type { Mix, Stem } from "../../../model/stem-mix.ts";
import { Confirm } from "../../components/Confirm.tsx";
import { Disclosure } from "../../components/Disclosure.tsx";
import type { MixesModel } from "../../models/mixes.ts";
import type { RenderMixModel } from "../../models/request-mix-render.ts";
import { joinFacts } from "../../text/link-text.ts";
import { MixForm } from "./MixForm.tsx";
import { RenderStatus } from "./RenderStatus.tsx";

interface MixRowProps {
  mix: Mix;
  stems: Stem[];
  /** The name of the service. */
  service: string;
  tabIndex: number;
  mixes: MixesModel;
  newRendering: () => RenderMixModel;
}

/** One saved mix, with buttons to change, delete and render it. */
export function MixRow({ mix, stems, service, tabIndex, mixes, newRendering }: MixRowProps) {
  const id = useId();
  const rendering = useMemo(newRendering, []);
  // A rendered file no longer matches the mix once the mix is changed.
  useEffect(() => rendering.stop, [JSON.stringify(mix.files)]);
  const name = mix.name ?? t("mix_of", formatDay(mix.createdAt));
  const rendered = mix.files.length > 0 && mix.files.length <= MAX_FILES;
  const buttonProps = { tabIndex, describedBy: id };
  return (
    <>
      <h3 id={id}>{name}</h3>
      <p class="secondary">
        {joinFacts(t("made_on", formatAgo(mix.createdAt)), ...volumes(mix, stems))}
      </p>
      <div class="buttons">
        {stems.length > 0 && (
          <Disclosure label={t("mix_change")} {...buttonProps}>
            {({ close }) => <MixForm mix={mix} stems={stems} mixes={mixes} onClose={close} />}
          </Disclosure>
        )}
        <Confirm
          label={t("mix_delete")}
          question={t("mix_delete_ask", name)}
          warning={t("mix_delete_warning", service)}
          confirmLabel={t("mix_delete_yes")}
          cancelLabel={t("mix_keep")}
          {...buttonProps}
          onConfirm={() => mixes.remove(mix)}
        />
        {rendered &&
          (["mp3", "wav"] as const).map((format) => (
            <button
              key={format}
              type="button"
              class="quiet"
              tabIndex={tabIndex}
              aria-describedby={id}
              aria-disabled={rendering.state.value.is === "working"}
              onClick={() => void rendering.start(mix.files, format)}
            >
              {t("mix_render", format.toUpperCase())}
            </button>
          ))}
      </div>
      <RenderStatus state={rendering.state.value} tabIndex={tabIndex} describedBy={id} />
    </>
  );
}

/** "Drums 50 %", "Bass muted". */
const volumes = ({ files }: Mix, stems: Stem[]): string[] =>
  files.map(({ id, volume, muted }) => {
    const label = stems.find((stem) => stem.id === id)?.label ?? id;
    return muted
      ? t("mix_stem_muted", label)
      : t("mix_stem_at", label, String(Math.round(volume * 100)));
  });
