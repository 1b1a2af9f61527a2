import { useId } from "preact/hooks";
import type { Link } from "../../../model/link.ts";
import { t, type TextKey } from "../../../i18n/text.ts";
import { type Copying, isEmbeddable, isHosted } from "../../models/copy-link.ts";
import { InPlace } from "../../components/Disclosure.tsx";

interface ForElsewhereProps {
  link: Link;
  copying: Copying;
  /** Among buttons with an edge. */
  plain?: boolean;
  tabIndex?: number;
  describedBy?: string;
}

/** The forms of a link for other places: what copies it, and whom that is for. */
const FORMS = [
  ["copy_listening", "listening_for", "listening"],
  ["copy_embed", "embed_for", "embed"],
  ["copy_frame", "frame_for", "frame"],
] as const satisfies readonly (readonly [TextKey, TextKey, keyof Copying])[];

/** Copies a link for a web page, or for somebody without Earmark; a choice where this build knows more than one form. */
export function ForElsewhere({ link, copying, ...place }: ForElsewhereProps) {
  const id = useId();
  if (!isEmbeddable(link)) return null;
  if (!isHosted()) {
    return (
      <button
        type="button"
        class={place.plain ? "" : "quiet"}
        tabIndex={place.tabIndex ?? 0}
        aria-describedby={place.describedBy}
        onClick={() => void copying.embed(link)}
      >
        {t("copy_embed")}
      </button>
    );
  }
  return (
    <InPlace label={t("embed_or_send")} {...place}>
      {() => (
        <ul class="forms" aria-label={t("embed_or_send")}>
          {FORMS.map(([label, purpose, copy], index) => (
            <li key={copy}>
              <button
                ref={index === 0 ? takeFocus : null}
                type="button"
                aria-describedby={`${id}-${copy}`}
                onClick={() => void copying[copy](link)}
              >
                {t(label)}
              </button>
              <span id={`${id}-${copy}`} class="sub">
                {t(purpose)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </InPlace>
  );
}

/** So that the arrow and Tab keys go on from there, and Escape closes what was opened. */
function takeFocus(button: HTMLButtonElement | null): void {
  button?.focus();
}
