// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { handlePlayerSaves } from "./player-save-buttons.ts";

const sent: unknown[] = [];
const events: string[] = [];
let reply: () => Promise<unknown>;
let lifetime: AbortController;

beforeEach(() => {
  sent.length = 0;
  events.length = 0;
  reply = async () => ({ ok: true, value: { saved: true } });
  fakeBrowser.runtime.sendMessage = ((message: unknown) => {
    sent.push(message);
    return reply();
  }) as never;
  lifetime = new AbortController();
  for (const type of ["earmark-here", "earmark-saved", "earmark-not-saved"]) {
    document.addEventListener(type, () => events.push(type), { signal: lifetime.signal });
  }
});
afterEach(() => lifetime.abort());

/** A page with one player, reduced to a closed shadow root with two buttons. */
function createPlayerPage(html = '<earmark-player src="/s/1" label="Tide"></earmark-player>') {
  document.body.innerHTML = html;
  const host = document.body.firstElementChild as HTMLElement;
  const root = host.attachShadow({ mode: "closed" });
  root.innerHTML = '<button part="play"></button><button part="save tall"><b></b></button>';
  // As in Firefox. https://developer.mozilla.org/docs/Web/API/Element/openOrClosedShadowRoot
  Object.defineProperty(host, "openOrClosedShadowRoot", { value: root });
  const inner = (selector: string): Element => root.querySelector(selector) as Element;
  return { host, inner };
}

/** A click as a browser dispatches it: happy-dom's are never trusted, and their path shows what is in a closed root. */
function press(host: HTMLElement, target: Element, isTrusted = true): void {
  const click = new MouseEvent("click", { bubbles: true, composed: true });
  Object.defineProperty(click, "isTrusted", { value: isTrusted });
  const whole = click.composedPath.bind(click); // happy-dom itself needs it before dispatching
  const path = (): EventTarget[] =>
    click.eventPhase === Event.NONE ? whole() : [host, document.body, document];
  Object.defineProperty(click, "composedPath", { value: path });
  target.dispatchEvent(click);
}

const flushPromises = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

test("announces Earmark to pages that ask, until the script stops", () => {
  handlePlayerSaves(lifetime.signal);
  expect(events).toEqual(["earmark-here"]); // for players that asked before
  document.dispatchEvent(new Event("earmark-listening"));
  expect(events).toEqual(["earmark-here", "earmark-here"]);
  lifetime.abort();
  const deferred = vi.fn();
  document.addEventListener("earmark-here", deferred, { once: true });
  document.dispatchEvent(new Event("earmark-listening"));
  expect(deferred).not.toHaveBeenCalled();
  expect(sent).toEqual([]);
});

test("a click on Save saves the player's link; the page learns only that it was saved", async () => {
  handlePlayerSaves(lifetime.signal);
  const { host, inner } = createPlayerPage();
  const listener = vi.fn();
  host.addEventListener("earmark-saved", listener);
  press(host, inner("b"));
  await flushPromises();
  const address = new URL("/s/1", document.baseURI).href;
  expect(sent).toEqual([{ name: "page-save-link", payload: { address, title: "Tide" } }]);
  expect(events).toEqual(["earmark-here", "earmark-saved"]);
  expect(listener.mock.calls.map(([event]) => (event as CustomEvent).detail)).toEqual([undefined]);
});

test.each([
  [
    "a click on another button",
    '<earmark-player src="/s/1"></earmark-player>',
    "[part=play]",
    true,
  ],
  ["a click that the page dispatched", '<earmark-player src="/s/1"></earmark-player>', "b", false],
  ["a click on another element", '<other-player src="/s/1"></other-player>', "b", true],
])("%s saves nothing", async (_what, html, selector, trusted) => {
  handlePlayerSaves(lifetime.signal);
  const { host, inner } = createPlayerPage(html);
  press(host, inner(selector), trusted);
  // What a page can fire itself.
  for (const type of ["save", "click", "earmark-saved"]) host.dispatchEvent(new Event(type));
  (inner(selector) as HTMLElement).click();
  await flushPromises();
  expect(sent).toEqual([]);
});

test("a click that never reached the shadow root does not count for the next one", async () => {
  handlePlayerSaves(lifetime.signal);
  const { host, inner } = createPlayerPage();
  document.addEventListener("click", (event) => event.stopPropagation(), {
    capture: true,
    once: true,
  });
  press(host, inner("b"));
  press(host, inner("b"), false);
  await flushPromises();
  expect(sent).toEqual([]);
  press(host, inner("b"));
  await flushPromises();
  expect(sent).toHaveLength(1);
});

test("saves once per click, and ignores clicks while a save is under way", async () => {
  const pending = Promise.withResolvers<unknown>();
  reply = () => pending.promise;
  handlePlayerSaves(lifetime.signal);
  const { host, inner } = createPlayerPage();
  for (let n = 0; n < 100; n++) press(host, inner("b"));
  expect(sent).toHaveLength(1);
  pending.resolve({ ok: true, value: { saved: true } });
  await flushPromises();
  press(host, inner("b"));
  expect(sent).toHaveLength(2);
});

test.each([
  ["the background says no", async () => ({ ok: true, value: { saved: false } })],
  ["there is no reply", async () => undefined],
  ["the disk is full", async () => ({ ok: false, failure: { kind: "not-kept" } })],
  ["the extension is gone", () => Promise.reject(new Error("Extension context invalidated."))],
  [
    "sending the message throws",
    () => {
      throw new TypeError("Cannot read properties of undefined");
    },
  ],
])("not saved when %s", async (_why, givenReply) => {
  reply = givenReply;
  handlePlayerSaves(lifetime.signal);
  const { host, inner } = createPlayerPage();
  press(host, inner("b"));
  await flushPromises();
  expect(events).toEqual(["earmark-here", "earmark-not-saved"]);
});

test.each([
  ["without a src", "<earmark-player></earmark-player>"],
  ["with an invalid src", '<earmark-player src="http://["></earmark-player>'],
])("a player %s sends an empty address", async (_what, html) => {
  handlePlayerSaves(lifetime.signal);
  const { host, inner } = createPlayerPage(html);
  press(host, inner("b"));
  await flushPromises();
  expect(sent).toEqual([{ name: "page-save-link", payload: { address: "", title: null } }]);
});
