import { useSignal } from "@preact/signals";
import { t } from "../../../i18n/translate.ts";
import { MAX_MIX_NAME_LENGTH, MAX_FILES } from "../../../model/stem-mix.ts";
import type { Mix, Stem } from "../../../model/stem-mix.ts";
import { cutText } from "../../../shared/cut-text.ts";
import { Field } from "../../components/Field.tsx";
import type { MixesModel } from "../../models/mixes.ts";
import { StemVolume } from "./StemVolume.tsx";

interface MixFormProps {
  /** The mix that is changed; null for a new one. */
  mix: Mix | null;
  stems: Stem[];
  mixes: MixesModel;
  onClose: () => void;
}

/** The form of a mix: its name and the volume of each stem. The draft stays until it is saved. */
export function MixForm({ mix, stems, mixes, onClose }: MixFormProps) {
  const name = useSignal(cutText(mix?.name ?? "", MAX_MIX_NAME_LENGTH));
  const files = useSignal(filesFrom(mix, stems));
  const busy = mixes.inFlight.value.has(`save ${mix?.id ?? ""}`);

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    const wanted = { name: name.peek().trim() || null, files: files.peek() };
    const saved = await mixes.save(wanted, mix?.id ?? null);
    if (saved) onClose();
  }

  function change(to: Mix["files"][number]): void {
    files.value = files.peek().map((file) => (file.id === to.id ? to : file));
  }

  return (
    <form onSubmit={(event) => void submit(event)}>
      <div ref={focusInput}>
        <Field
          label={t("mix_name")}
          hint={t("mix_name_hint")}
          value={name.value}
          maxLength={MAX_MIX_NAME_LENGTH}
          onInput={(value) => {
            name.value = value;
          }}
        />
      </div>
      <fieldset>
        <legend>{t("mix_volumes")}</legend>
        {files.value.map((file) => (
          <StemVolume
            key={file.id}
            label={stems.find(({ id }) => id === file.id)?.label ?? file.id}
            file={file}
            onChange={change}
          />
        ))}
      </fieldset>
      <div class="buttons">
        <button type="submit" class="primary" aria-disabled={busy}>
          {busy ? t("mix_saving") : t("mix_save")}
        </button>
        <button type="button" onClick={onClose}>
          {t("cancel")}
        </button>
      </div>
    </form>
  );
}

/** A new mix starts with all stems at full volume. A stem that a mix does not contain is muted in it. */
const filesFrom = (mix: Mix | null, stems: Stem[]): Mix["files"] =>
  stems
    .slice(0, MAX_FILES)
    .map(
      ({ id }) =>
        mix?.files.find((file) => file.id === id) ?? { id, volume: 1, muted: mix !== null },
    );

function focusInput(place: HTMLElement | null): void {
  place?.querySelector("input")?.focus();
}
