import { LATER } from "../controls/deferred-names.ts";
import type { Control } from "../controls/index.ts";
import type { Face } from "../controls/control-context.ts";
import { firstSeen } from "../lib/keep-focus.ts";
import { make } from "../lib/dom.ts";
import { wordsFor } from "../i18n/text.ts";
import { watchSignals } from "../lib/watch-signals.ts";

/** What stands in each panel; the names are those of the buttons in `controls/toggle.ts`. */
const holds: Readonly<Record<string, readonly string[]>> = {
  tracks: ["tracks"],
  stems: ["stems"],
  more: LATER,
};
const order = Object.keys(holds);

/** Opens or shuts the panel of a button; it is made when it is first opened, and goes when its button does. */
export function togglePanel(
  controls: Readonly<Record<string, Control>>,
  button: HTMLButtonElement,
  face: Face,
  life: AbortSignal,
): void {
  const { card, state } = face;
  const name = button.name as "tracks" | "stems" | "more";
  const selector = `#${name}`;
  const show = (open: boolean): void => {
    button.setAttribute("aria-expanded", String(open));
    const panel = card.querySelector<HTMLElement>(selector);
    if (!panel) return;
    const leaves = !open && panel.matches(":focus-within");
    panel.hidden = !open;
    if (leaves) firstSeen([button, ...card.querySelectorAll("button")])?.focus();
  };

  if (!card.querySelector(selector)) {
    const drawn = (holds[name] ?? []).flatMap((each) => {
      const control = controls[each]?.(face, life);
      // A button in the face already has the name of the panel.
      if (each !== name) control?.setAttribute("part", each);
      return control ?? [];
    });
    const dressing = { class: `panel ${name}`, part: "panel", id: name, role: "group" };
    const panel = make("div", dressing, ...drawn);
    const later = order.slice(order.indexOf(name) + 1).map((each) => `#${each}`);
    card.insertBefore(panel, later.length > 0 ? card.querySelector(later.join()) : null);
    button.setAttribute("aria-controls", name);
    const places: readonly HTMLElement[] = [button, panel];
    for (const place of places)
      place.addEventListener("keydown", (event) => {
        // Pressed elsewhere, or while nothing is open, it may be for the page.
        if (event.key !== "Escape" || event.defaultPrevented || panel.hidden) return;
        event.preventDefault();
        event.stopPropagation();
        show(false);
      });
    watchSignals(life, () => {
      panel.setAttribute("aria-label", wordsFor(state.lang.value)[name]);
      // Another link may have fewer tracks, or no stems.
      void [state.tracks.value, state.stems.value];
      queueMicrotask(() => button.hidden && show(false));
    });
  }
  show(button.getAttribute("aria-expanded") !== "true");
}
