import { browser } from "wxt/browser";
import { send } from "../messages/send.ts";
import { cutText } from "../shared/cut-text.ts";

/** The element of the player, and the public name of its Save button (docs/player.md). */
const PLAYER = "earmark-player";
const SAVE = "[part~=save]";

/** In UTF-16 units; more of it is not taken. */
const LONGEST_TITLE = 512;

/**
 * Makes the Save buttons of a page's players work. A page may ask whether Earmark is here, and is told; what it says or
 * fires by itself saves nothing: only a person's press on the button itself does, one press one save.
 */
export function saveFromPlayers(signal: AbortSignal): void {
  document.addEventListener("earmark-listening", sayHere, { signal });
  sayHere(); // some may have asked before we came
  const savingPlayers = new WeakSet<Element>();

  addEventListener(
    "click",
    (press) => {
      const player = press.composedPath()[0];
      // Pages can make clicks of their own; only a person's count.
      if (!press.isTrusted || !(player instanceof HTMLElement) || player.localName !== PLAYER)
        return;
      // From out here nobody sees which button it was: one looks again when the press gets in there.
      rootOf(player)?.addEventListener(
        "click",
        (inside) => {
          const onSave = inside.target instanceof Element && inside.target.closest(SAVE);
          if (inside === press && onSave && !savingPlayers.has(player)) void save(player);
        },
        { capture: true, once: true, signal },
      );
    },
    { capture: true, signal },
  );

  async function save(player: HTMLElement): Promise<void> {
    savingPlayers.add(player);
    // It throws when the extension was updated or removed under the open page.
    const saved = await askToSave(player).catch(() => false);
    savingPlayers.delete(player);
    // All that a page ever hears of it.
    const name = saved ? "earmark-saved" : "earmark-not-saved";
    player.dispatchEvent(new Event(name, { bubbles: true, composed: true }));
  }
}

const sayHere = (): boolean => document.dispatchEvent(new Event("earmark-here"));

async function askToSave(player: HTMLElement): Promise<boolean> {
  const label = player.getAttribute("label");
  const title = label === null ? null : cutText(label, LONGEST_TITLE);
  const answer = await send("page-save-link", { address: addressOf(player), title });
  return answer?.ok && answer.value.saved; // none for an address that is too long
}

/** What a player was told to play, as a whole address; empty when that is nothing. */
function addressOf(player: HTMLElement): string {
  const src = player.getAttribute("src") ?? "";
  return src !== "" && URL.canParse(src, document.baseURI)
    ? new URL(src, document.baseURI).href
    : "";
}

/**
 * The shadow root of an element, also a closed one: in Firefox a property, elsewhere a function.
 * https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/dom/openOrClosedShadowRoot
 */
function rootOf(element: HTMLElement): ShadowRoot | null {
  if ("openOrClosedShadowRoot" in element)
    return element.openOrClosedShadowRoot as ShadowRoot | null;
  return browser.dom.openOrClosedShadowRoot(element) as ShadowRoot | null;
}
