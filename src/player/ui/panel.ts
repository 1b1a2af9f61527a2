import { DEFERRED_CONTROLS } from "../controls/control.ts";
import type { Control, ControlContext } from "../controls/control.ts";
import { getWords } from "../i18n/translations.ts";
import { createElement } from "../lib/dom.ts";
import { findVisible } from "../lib/keep-focus.ts";
import { watchSignals } from "../lib/watch-signals.ts";

/** The controls in each panel, in the order of the panels; the names are those of the buttons of `panel-button.ts`. */
const panelControls: Readonly<Record<string, readonly string[]>> = {
  tracks: ["tracks"],
  stems: ["stems"],
  more: DEFERRED_CONTROLS,
};
const panelNames = Object.keys(panelControls);

/** Opens or closes the panel of a button. The panel is created when it is first opened, and closed when its button is hidden. */
export function togglePanel(
  controls: Readonly<Record<string, Control>>,
  button: HTMLButtonElement,
  context: ControlContext,
  life: AbortSignal,
): void {
  const { card, state } = context;
  const name = button.name as "tracks" | "stems" | "more";
  const selector = `#${name}`;
  const setOpen = (open: boolean): void => {
    button.setAttribute("aria-expanded", String(open));
    const panel = card.querySelector<HTMLElement>(selector);
    if (!panel) return;
    const hadFocus = !open && panel.matches(":focus-within");
    panel.hidden = !open;
    if (hadFocus) findVisible([button, ...card.querySelectorAll("button")])?.focus();
  };

  if (!card.querySelector(selector)) {
    const elements = (panelControls[name] ?? []).flatMap((each) => {
      const control = controls[each]?.(context, life);
      // The buttons of the tracks and stems panels have those names as their part already.
      if (each !== name) control?.setAttribute("part", each);
      return control ?? [];
    });
    const attributes = { class: `panel ${name}`, part: "panel", id: name, role: "group" };
    const panel = createElement("div", attributes, ...elements);
    const following = panelNames.slice(panelNames.indexOf(name) + 1).map((each) => `#${each}`);
    card.insertBefore(panel, following.length > 0 ? card.querySelector(following.join()) : null);
    button.setAttribute("aria-controls", name);
    const closers: readonly HTMLElement[] = [button, panel];
    for (const element of closers)
      element.addEventListener("keydown", (event) => {
        // While the panel is closed, Escape may be meant for the page.
        if (event.key !== "Escape" || event.defaultPrevented || panel.hidden) return;
        event.preventDefault();
        event.stopPropagation();
        setOpen(false);
      });
    watchSignals(life, () => {
      panel.setAttribute("aria-label", getWords(state.lang.value)[name]);
      // Read so that this runs again: another link may have a single track, or no stems, and hides the button.
      void [state.tracks.value, state.stems.value];
      queueMicrotask(() => button.hidden && setOpen(false));
    });
  }
  setOpen(button.getAttribute("aria-expanded") !== "true");
}
