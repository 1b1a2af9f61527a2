import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { formatDay } from "../../../i18n/dates.ts";
import { t } from "../../../i18n/translate.ts";
import type { TermsForm } from "../../../model/share-terms.ts";
import type { Track } from "../../../model/track.ts";
import { providerFacts } from "../../../providers/facts.ts";
import { DAY_MS } from "../../../shared/time-units.ts";
import { RadioGroup } from "../../components/RadioGroup.tsx";
import type { ShareModel } from "../../models/share.ts";
import { formatDays, formatVisibility } from "../../text/link-text.ts";

const PRESETS_IN_DAYS = [1, 7, 30, 90, 365];

export interface ShareFormProps {
  track: Track;
  account: string;
  share: ShareModel;
  /** Fields for further terms. */
  children?: ComponentChildren;
}

/** The form that makes a share link: who may listen, and for how long. */
export function ShareForm({ track, account, share, children }: ShareFormProps) {
  const button = useRef<HTMLButtonElement>(null);
  // So that the toolbar button and Enter make a link. The button is sticky, so there is no need to scroll to it.
  useEffect(() => button.current?.focus({ preventScroll: true }), [track.id]);

  const { provider } = track;
  const { terms: form, sharesPageAddress } = providerFacts[provider];
  const { visibility, expiresInDays } = share.getTerms(provider);
  const busy = share.inFlight.value.has("share");
  const days = listExpiryOptions(form);

  function submit(event: Event): void {
    event.preventDefault();
    void share.createLink(track, account);
  }

  return (
    <form class="share-form" noValidate onSubmit={submit}>
      {form.visibilities.length > 1 && (
        <RadioGroup
          legend={t("who")}
          value={visibility}
          options={form.visibilities.map((value) => ({ value, label: formatVisibility(value) }))}
          disabled={busy}
          onChoose={(value) => share.change(provider, { visibility: value })}
        />
      )}
      <p class="secondary">{formatAudience(provider, visibility)}</p>
      {days.length > 1 && (
        <>
          <RadioGroup
            legend={t("expiry")}
            value={expiresInDays}
            options={days.map((value) => ({
              value,
              label: value === null ? t("days_never") : formatDays(value),
            }))}
            disabled={busy}
            onChoose={(value) => share.change(provider, { expiresInDays: value })}
          />
          <p class="secondary">
            {expiresInDays === null
              ? t("works_always")
              : t("works_until", formatDay(Date.now() + expiresInDays * DAY_MS))}
          </p>
        </>
      )}
      {children}
      {/* Not disabled while busy, because that would take its focus; a second press does nothing. */}
      <button ref={button} class="primary" type="submit" aria-disabled={busy}>
        {sharesPageAddress ? t("copy_address") : busy ? t("sharing") : t("share")}
      </button>
    </form>
  );
}

function formatAudience(provider: Track["provider"], visibility: string): string {
  const { name, sharesPageAddress } = providerFacts[provider];
  if (sharesPageAddress) return t("page_hint");
  return visibility === "public"
    ? t("visibility_public_hint", name)
    : t("visibility_link_only_hint");
}

/** The offered lifetimes in days, null for never: the presets that the service allows, and its default. */
function listExpiryOptions({ expiry }: TermsForm): (number | null)[] {
  const allowed = PRESETS_IN_DAYS.filter((each) => each >= expiry.min && each <= expiry.max);
  const usual = expiry.default === null ? [] : [expiry.default];
  const days = [...new Set([...allowed, ...usual])].toSorted((a, b) => a - b);
  return expiry.never ? [...days, null] : days;
}
