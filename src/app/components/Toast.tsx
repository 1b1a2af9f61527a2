import { t } from "../../i18n/text.ts";
import type { ToastContent } from "../models/toast-content.ts";
import type { Platform } from "../platform/browser-apis.ts";
import { lazyComponent } from "./lazy-component.tsx";

const ToastActions = lazyComponent(async () => (await import("./ToastActions.tsx")).ToastActions);

interface ToastProps {
  outcome: ToastContent | null;
  allow: Platform["requestPermission"];
  onAllowed: () => void;
}

/** The outcome of the last action. Its room is kept free, so that it moves nothing. */
export function Toast({ outcome, ...allowing }: ToastProps) {
  return (
    <div class="notice" data-tone={outcome?.tone} tabIndex={-1}>
      <output>
        {outcome?.text}
        {outcome?.action && <span class="unseen"> {t("undo_hint")}</span>}
      </output>
      {outcome && <ToastActions outcome={outcome} {...allowing} />}
    </div>
  );
}
