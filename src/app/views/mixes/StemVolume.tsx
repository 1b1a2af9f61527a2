import { useId } from "preact/hooks";
import { t } from "../../../i18n/translate.ts";
import type { Mix } from "../../../model/stem-mix.ts";

interface StemVolumeProps {
  label: string;
  file: Mix["files"][number];
  onChange: (to: Mix["files"][number]) => void;
}

/** The volume slider and Mute box of one stem. Muting keeps the volume. */
export function StemVolume({ label, file, onChange }: StemVolumeProps) {
  const id = useId();
  const { muted } = file;
  const percent = String(Math.round(file.volume * 100));
  return (
    <div class="stem">
      <label for={id}>{label}</label>
      <input
        type="range"
        id={id}
        min={0}
        max={100}
        step={1}
        value={percent}
        aria-valuetext={t(muted ? "mix_percent_muted" : "mix_percent_words", percent)}
        onInput={(event) => onChange({ ...file, volume: Number(event.currentTarget.value) / 100 })}
      />
      <span class="time" aria-hidden="true">
        {muted ? t("mix_muted") : t("mix_percent", percent)}
      </span>
      <label>
        <input
          type="checkbox"
          checked={muted}
          aria-label={t("mix_mute_stem", label)}
          onChange={(event) => onChange({ ...file, muted: event.currentTarget.checked })}
        />{" "}
        {t("mix_mute")}
      </label>
    </div>
  );
}
