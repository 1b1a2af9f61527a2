import { useId } from "preact/hooks";
import { t } from "../../../i18n/translate.ts";
import type { TranslationKey } from "../../../i18n/translate.ts";
import type { StoredLink } from "../../../model/stored-link.ts";
import { Disclosure } from "../../components/Disclosure.tsx";
import { isEmbeddable, hasListeningPage } from "../../models/copy-link.ts";
import type { CopyLinkModel } from "../../models/copy-link.ts";

interface EmbedMenuProps {
  link: StoredLink;
  copyLink: CopyLinkModel;
  /** Whether the button stands among buttons with a border. */
  bordered?: boolean;
  tabIndex?: number;
  describedBy?: string;
}

/** The forms in which a link can be copied: label, for whom it is, and the function that copies it. */
const FORMS = [
  ["copy_listening", "listening_for", "copyListeningAddress"],
  ["copy_embed", "embed_for", "copyEmbedCode"],
  ["copy_frame", "frame_for", "copyFrameCode"],
] as const satisfies readonly (readonly [TranslationKey, TranslationKey, keyof CopyLinkModel])[];

/** Copies a link for embedding or for people without Earmark. Offers a choice when this build has a listening page. */
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
        <ul class="embed-forms" aria-label={t("embed_or_send")}>
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
              <span id={`${id}-${copy}`} class="secondary">
                {t(purpose)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Disclosure>
  );
}

/** Moves the focus into the menu, so that Tab goes on from there and Escape closes it. */
function takeFocus(button: HTMLButtonElement | null): void {
  button?.focus();
}
