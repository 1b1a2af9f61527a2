import { useSignal } from "@preact/signals";
import { useEffect, useId } from "preact/hooks";
import { t } from "../../../i18n/translate.ts";
import type { RenderState } from "../../models/request-mix-render.ts";

interface RenderStatusProps {
  state: RenderState;
  tabIndex: number;
  describedBy: string;
}

/** The state of a rendering. Screen readers announce its start and end, but not the seconds in between. */
export function RenderStatus({ state, tabIndex, describedBy }: RenderStatusProps) {
  const id = useId();
  return (
    <div class="render-status" data-tone={state.is === "failed" ? "bad" : undefined}>
      <output id={id}>{words(state)}</output>
      {state.is === "working" && (
        <>
          <Seconds since={state.since} />
          <progress aria-labelledby={id} />
        </>
      )}
      {state.is === "done" && (
        <>
          <div class="buttons">
            <a
              class="quiet"
              href={state.url}
              target="_blank"
              rel="noreferrer"
              tabIndex={tabIndex}
              aria-describedby={describedBy}
            >
              {t("mix_download", state.format.toUpperCase())}
            </a>
          </div>
          <p class="secondary">{t("mix_download_hint")}</p>
        </>
      )}
    </div>
  );
}

function words(state: RenderState): string {
  if (state.is === "idle") return "";
  if (state.is === "failed") return state.text;
  const format = state.format.toUpperCase();
  return state.is === "working" ? t("mix_rendering", format) : t("mix_ready", format);
}

function Seconds({ since }: { since: number }) {
  const seconds = useSignal(0);
  useEffect(() => {
    const timer = setInterval(() => {
      seconds.value = Math.round((Date.now() - since) / 1000);
    }, 1000);
    return () => clearInterval(timer);
  }, [since]);
  return <span class="time">{t("mix_seconds", String(seconds.value))}</span>;
}
