import { browser } from "wxt/browser";
import { send } from "../messages/send.ts";
import { cutText } from "../shared/cut-text.ts";

/** The element of the player, and the public name of its Save button (docs/player.md). */
const PLAYER = "earmark-player";
const SAVE = "[part~=save]";

/** In UTF-16 units; a longer title is cut. */
const MAX_TITLE_LENGTH = 512;

/**
 * Makes the Save buttons of the players in a page work. A page may ask whether Earmark is installed and gets an answer,
 * but no event that it dispatches saves anything: only a person's click on the button does, one save per click.
 */
export function handlePlayerSaves(signal: AbortSignal): void {
  document.addEventListener("earmark-listening", announcePresence, { signal });
  announcePresence(); // players may have asked before this script was injected
  const savingPlayers = new WeakSet<Element>();

  addEventListener(
    "click",
    (click) => {
      const player = click.composedPath()[0];
      // Pages can dispatch clicks; only a person's are trusted.
      if (!click.isTrusted || !(player instanceof HTMLElement) || player.localName !== PLAYER)
        return;
      // The shadow root hides which button was clicked, so the same event is looked at again inside of it.
      getShadowRoot(player)?.addEventListener(
        "click",
        (inner) => {
          const isSaveButton = inner.target instanceof Element && inner.target.closest(SAVE);
          if (inner === click && isSaveButton && !savingPlayers.has(player)) void save(player);
        },
        { capture: true, once: true, signal },
      );
    },
    { capture: true, signal },
  );

  async function save(player: HTMLElement): Promise<void> {
    savingPlayers.add(player);
    // Rejects when the extension was updated or removed while the page is open.
    const saved = await requestSave(player).catch(() => false);
    savingPlayers.delete(player);
    // The only thing that the page learns.
    const name = saved ? "earmark-saved" : "earmark-not-saved";
    player.dispatchEvent(new Event(name, { bubbles: true, composed: true }));
  }
}

const announcePresence = (): boolean => document.dispatchEvent(new Event("earmark-here"));

async function requestSave(player: HTMLElement): Promise<boolean> {
  const label = player.getAttribute("label");
  const title = label === null ? null : cutText(label, MAX_TITLE_LENGTH);
  const reply = await send("page-save-link", { address: getSourceAddress(player), title });
  return reply?.ok && reply.value.saved; // no reply to an address that is too long
}

/** The absolute address in the player's `src`; empty when it has none that is valid. */
function getSourceAddress(player: HTMLElement): string {
  const src = player.getAttribute("src") ?? "";
  return src !== "" && URL.canParse(src, document.baseURI)
    ? new URL(src, document.baseURI).href
    : "";
}

/**
 * The shadow root of an element, even a closed one: in Firefox a property, in other browsers a function.
 * https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/dom/openOrClosedShadowRoot
 */
function getShadowRoot(element: HTMLElement): ShadowRoot | null {
  if ("openOrClosedShadowRoot" in element)
    return element.openOrClosedShadowRoot as ShadowRoot | null;
  return browser.dom.openOrClosedShadowRoot(element) as ShadowRoot | null;
}
