import { iconButton, label, make } from "../lib/dom.ts";
import type { State } from "../state/state.ts";
import { wordsFor } from "../i18n/text.ts";
import { watchSignals } from "../lib/watch-signals.ts";
import type { Control } from "./index.ts";

type Panel = readonly [outline: string, has: (state: State) => boolean];

const panels = {
  tracks: ["M4 6h16v2H4zm0 5h16v2H4zm0 5h9v2H4z", ({ tracks }) => tracks.value.length > 1],
  stems: [
    "M5 4h2v16h-2zm6 0h2v16h-2zm6 0h2v16h-2zM3 9h6v3h-6zm6 5h6v3h-6zm6-7h6v3h-6z",
    ({ stems }) => stems.value.length > 0,
  ],
  more: ["M4 10h4v4h-4zm6 0h4v4h-4zm6 0h4v4h-4z", () => true],
} as const satisfies Readonly<Record<string, Panel>>;

/** A button that opens and shuts a panel below the player. The panel comes with the rest of the face. */
export const toggle =
  (name: keyof typeof panels): Control =>
  (face, life) => {
    const [outline, has]: Panel = panels[name];
    const { state, notice } = face;
    const [button] = iconButton(`toggle ${name}`, outline);
    button.name = name;
    button.setAttribute("part", "toggle");
    button.setAttribute("aria-expanded", "false");
    button.addEventListener("click", async () => {
      const later = await face.later().catch(() => null);
      notice.value = later ? "" : wordsFor(state.lang.value).missing;
      later?.toggle(button, face, life);
    });
    watchSignals(life, () => {
      label(button, wordsFor(state.lang.value)[name]);
      button.hidden = !has(state);
    });
    return button;
  };

/** The buttons for what stands below the player: the tracks, the stems, and everything else. */
export const tools: Control = (face, life) =>
  make(
    "div",
    { class: "tools" },
    ...(["tracks", "stems", "more"] as const).map((name) => toggle(name)(face, life)),
  );
