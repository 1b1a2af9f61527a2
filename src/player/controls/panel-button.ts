import { getWords } from "../i18n/translations.ts";
import { createIconButton, setLabel, createElement } from "../lib/dom.ts";
import { watchSignals } from "../lib/watch-signals.ts";
import type { State } from "../state/state.ts";
import type { Control } from "./control.ts";

type Panel = readonly [icon: string, isAvailable: (state: State) => boolean];

const panels = {
  tracks: ["M4 6h16v2H4zm0 5h16v2H4zm0 5h9v2H4z", ({ tracks }) => tracks.value.length > 1],
  stems: [
    "M5 4h2v16h-2zm6 0h2v16h-2zm6 0h2v16h-2zM3 9h6v3h-6zm6 5h6v3h-6zm6-7h6v3h-6z",
    ({ stems }) => stems.value.length > 0,
  ],
  more: ["M4 10h4v4h-4zm6 0h4v4h-4zm6 0h4v4h-4z", () => true],
} as const satisfies Readonly<Record<string, Panel>>;

/** The control that opens and closes the panel of this name below the player. The panel is created by a chunk: `ui/panel.ts`. */
export const panelButton =
  (name: keyof typeof panels): Control =>
  (context, life) => {
    const [icon, isAvailable]: Panel = panels[name];
    const { state, notice } = context;
    const [button] = createIconButton(`toggle ${name}`, icon);
    button.name = name;
    button.setAttribute("part", "toggle");
    button.setAttribute("aria-expanded", "false");
    button.addEventListener("click", async () => {
      const deferred = await context.loadDeferred().catch(() => null);
      notice.value = deferred ? "" : getWords(state.lang.value).missing;
      deferred?.togglePanel(button, context, life);
    });
    watchSignals(life, () => {
      setLabel(button, getWords(state.lang.value)[name]);
      button.hidden = !isAvailable(state);
    });
    return button;
  };

/** The buttons of all panels: the tracks, the stems, and the other controls. */
export const createPanelButtons: Control = (context, life) =>
  createElement(
    "div",
    { class: "tools" },
    ...(["tracks", "stems", "more"] as const).map((name) => panelButton(name)(context, life)),
  );
