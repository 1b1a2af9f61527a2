import { useEffect, useRef } from "preact/hooks";
import { providerFacts } from "../../model/provider-facts.ts";
import type { Track } from "../../model/track.ts";
import { t } from "../../ui/text.ts";
import { DAY_MS, day } from "../../ui/when.ts";
import { daysText, visibilityText } from "../link-text.ts";
import type { Sharing } from "../models/sharing.ts";
import { Choices } from "./Choices.tsx";

const PRESETS_IN_DAYS = [1, 7, 30, 90];

interface ShareFormProps {
  track: Track;
  account: string;
  sharing: Pick<Sharing, "terms" | "doing" | "share">;
}

/** Who may listen and for how long, and the button that makes the link. */
export function ShareForm({ track, account, sharing }: ShareFormProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), [track.id]);

  const { name, terms: form } = providerFacts[track.provider];
  const { visibility, expiresInDays } = sharing.terms.value;
  const busy = sharing.doing.value.has("share");
  const days = PRESETS_IN_DAYS.filter((each) => each >= form.expiry.min && each <= form.expiry.max);

  function submit(event: Event): void {
    event.preventDefault();
    void sharing.share(track, account);
  }

  return (
    <form class="share-form" onSubmit={submit}>
      <Choices
        legend={t("who")}
        value={visibility}
        options={form.visibilities.map((value) => ({ value, label: visibilityText(value) }))}
        disabled={busy}
        onChoose={(value) => (sharing.terms.value = { expiresInDays, visibility: value })}
      />
      <p class="sub">
        {visibility === "public"
          ? t("visibility_public_hint", name)
          : t("visibility_link_only_hint")}
      </p>
      <Choices<number | null>
        legend={t("expiry")}
        value={expiresInDays}
        options={[...days, ...(form.expiry.never ? [null] : [])].map((value) => ({
          value,
          label: value === null ? t("days_never") : daysText(value),
        }))}
        disabled={busy}
        onChoose={(value) => (sharing.terms.value = { visibility, expiresInDays: value })}
      />
      <p class="sub">
        {expiresInDays === null
          ? t("works_always")
          : t("works_until", day(Date.now() + expiresInDays * DAY_MS))}
      </p>
      {/* Not disabled while busy: that would drop the focus, and a second press does nothing. */}
      <button ref={button} class="primary" type="submit" aria-disabled={busy}>
        {busy ? t("sharing") : t("share")}
      </button>
    </form>
  );
}
