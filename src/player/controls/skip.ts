import { iconButton, label } from "../lib/dom.ts";
import { moreWordsFor } from "../i18n/more-words.ts";
import { watchSignals } from "../lib/watch-signals.ts";
import { fill } from "../i18n/format-message.ts";
import type { Control } from "./index.ts";

const SECONDS = 10;
const BACK = "M11.5 6v12L3 12zM20.5 6v12L12 12z";
const FORWARD = "M12.5 6v12l8.5-6zM3.5 6v12l8.5-6z";

/** Ten seconds on, or back. */
const skip =
  (name: string, outline: string, by: number): Control =>
  ({ state, request }, life) => {
    const [button] = iconButton(name, outline);
    button.addEventListener("click", () => request({ type: "skip", by }));
    watchSignals(life, () => {
      const { lang, skipBack, skipForward } = moreWordsFor(state.lang.value);
      label(button, fill(by < 0 ? skipBack : skipForward, lang, { count: SECONDS }));
    });
    return button;
  };

export const skipBack = skip("skip-back", BACK, -SECONDS);
export const skipForward = skip("skip-forward", FORWARD, SECONDS);
