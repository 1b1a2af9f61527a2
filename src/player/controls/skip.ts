import { getControlWords } from "../i18n/control-words.ts";
import { formatMessage } from "../i18n/format-message.ts";
import { createIconButton, setLabel } from "../lib/dom.ts";
import { watchSignals } from "../lib/watch-signals.ts";
import type { Control } from "./control.ts";

const SKIP_SECONDS = 10;
const BACK_ICON = "M11.5 6v12L3 12zM20.5 6v12L12 12z";
const FORWARD_ICON = "M12.5 6v12l8.5-6zM3.5 6v12l8.5-6z";

/** A button that skips `by` seconds; negative is back. */
const skipButton =
  (name: string, icon: string, by: number): Control =>
  ({ state, request }, life) => {
    const [button] = createIconButton(name, icon);
    button.addEventListener("click", () => request({ type: "skip", by }));
    watchSignals(life, () => {
      const { lang, skipBack, skipForward } = getControlWords(state.lang.value);
      setLabel(
        button,
        formatMessage(by < 0 ? skipBack : skipForward, lang, { count: SKIP_SECONDS }),
      );
    });
    return button;
  };

export const createSkipBackButton = skipButton("skip-back", BACK_ICON, -SKIP_SECONDS);
export const createSkipForwardButton = skipButton("skip-forward", FORWARD_ICON, SKIP_SECONDS);
