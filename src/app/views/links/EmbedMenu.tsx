import { useId } from "preact/hooks";
import type { Link } from "../../../model/link.ts";
import { t, type TextKey } from "../../../i18n/text.ts";
import { type CopyLinkModel, isEmbeddable, hasListeningPage } from "../../models/copy-link.ts";
import { Disclosure } from "../../components/Disclosure.tsx";

interface EmbedMenuProps {
  link: Link;
  copyLink: CopyLinkModel;
  /** Among buttons with an edge. */
  bordered?: boolean;
  tabIndex?: number;
  describedBy?: string;
}

/** The forms of a link for other places: what copies it, and whom that is for. */
const FORMS = [
  ["copy_listening", "listening_for", "copyListeningAddress"],
  ["copy_embed", "embed_for", "copyEmbedCode"],
  ["copy_frame", "frame_for", "copyFrameCode"],
] as const satisfies readonly (readonly [TextKey, TextKey, keyof CopyLinkModel])[];

/** Copies a link for a web page, or for somebody without Earmark; a choice where this build knows more than one form. */
export function EmbedMenu({ link, copyLink, ...place }: EmbedMenuProps) {
  const id = useId();
  if (!isEmbeddable(link)) return null;
  if (!hasListeningPage()) {
    return (
      <button
        type="button"
        class={place.bordered ? "" : "quiet"}
        tabIndex={place.tabIndex ?? 0}
        aria-describedby={place.describedBy}
        onClick={() => void copyLink.copyEmbedCode(link)}
      >
        {t("copy_embed")}
      </button>
    );
  }
  return (
    <Disclosure label={t("embed_or_send")} {...place}>
      {() => (
        <ul class="forms" aria-label={t("embed_or_send")}>
          {FORMS.map(([label, purpose, copy], index) => (
            <li key={copy}>
              <button
                ref={index === 0 ? takeFocus : null}
                type="button"
                aria-describedby={`${id}-${copy}`}
                onClick={() => void copyLink[copy](link)}
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
    </Disclosure>
  );
}

/** So that the arrow and Tab keys go on from there, and Escape closes what was opened. */
function takeFocus(button: HTMLButtonElement | null): void {
  button?.focus();
}
