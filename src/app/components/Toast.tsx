import { t } from "../../i18n/translate.ts";
import type { Platform } from "../platform/browser-apis.ts";
import { lazyComponent } from "./lazy-component.tsx";
import type { ToastContent } from "./toast-content.ts";

const ToastActions = lazyComponent(async () => (await import("./ToastActions.tsx")).ToastActions);

interface ToastProps {
  content: ToastContent | null;
  requestPermission: Platform["requestPermission"];
  onAllowed: () => void;
}

/** The outcome of the last action. Its space is always reserved, so that nothing moves when it appears. */
export function Toast({ content, ...allowing }: ToastProps) {
  return (
    <div class="toast" data-tone={content?.tone} tabIndex={-1}>
      <output>
        {content?.text}
        {content?.action && <span class="visually-hidden"> {t("undo_hint")}</span>}
      </output>
      {content && <ToastActions content={content} {...allowing} />}
    </div>
  );
}
