import { setTimeout } from "node:timers/promises";
import type { Browser, CDPSession } from "@playwright/test";

/** What a debugger can ask of a page: https://chromedevtools.github.io/devtools-protocol/ */
export type Send = CDPSession["send"];

/** A page of a fresh context in which only that part of a debugger is on which was asked for. */
export interface RawSession {
  readonly send: Send;
  /** Opens an address; `scripts` run before those of the page. Resolves when the navigation has begun. */
  open(url: string, scripts: readonly string[]): Promise<void>;
  /** What an expression comes to in the page; it has to survive JSON. */
  ask<T>(expression: string): Promise<T>;
  /** Waits for an expression to be true, and looks every `every` milliseconds. Throws after `PATIENCE`. */
  until(expression: string, every?: number): Promise<void>;
  close(): Promise<void>;
}

interface Reply {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** Milliseconds. */
const PATIENCE = 60_000;

/** A debugger's connection to a page; https://chromedevtools.github.io/devtools-protocol/tot/Target/ */
async function connect(all: CDPSession, targetId: string): Promise<Send> {
  // Not flattened: of such a session Playwright would believe that it is one of its own.
  const { sessionId } = await all.send("Target.attachToTarget", { targetId, flatten: false });
  const waiting = new Map<number, (reply: Reply) => void>();
  all.on("Target.receivedMessageFromTarget", (event) => {
    if (event.sessionId !== sessionId) return;
    const reply = JSON.parse(event.message) as Reply;
    waiting.get(reply.id ?? 0)?.(reply);
  });
  let last = 0;
  async function send(method: string, params: object = {}): Promise<unknown> {
    const id = (last += 1);
    const { promise, resolve } = Promise.withResolvers<Reply>();
    waiting.set(id, resolve);
    const message = JSON.stringify({ id, method, params });
    await all.send("Target.sendMessageToTarget", { sessionId, message });
    const { result, error } = await promise;
    waiting.delete(id);
    if (error) throw new Error(`${method}: ${error.message}`);
    return result;
  }
  // The same commands and answers; only their way is another.
  return send as Send;
}

/**
 * Opens an empty page that Playwright does not know of. Of its own ones it watches the network; Chromium then notes for
 * each request which line has asked, and parses the script once more to count its lines. That takes a small player as
 * long as half of all it does, and nobody who visits a page pays for it.
 */
export async function openRawSession(browser: Browser): Promise<RawSession> {
  const all = await browser.newBrowserCDPSession();
  const { browserContextId } = await all.send("Target.createBrowserContext");
  const { targetId } = await all.send("Target.createTarget", {
    url: "about:blank",
    browserContextId,
    width: 1000,
    height: 900,
  });
  const send = await connect(all, targetId);

  async function ask<T>(expression: string): Promise<T> {
    const { result, exceptionDetails } = await send("Runtime.evaluate", {
      expression,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(`${exceptionDetails.exception?.description}`);
    return result.value as T;
  }

  return {
    send,
    ask,
    async open(url, scripts) {
      // Scripts are added only as long as this is on.
      await send("Page.enable");
      for (const source of scripts) await send("Page.addScriptToEvaluateOnNewDocument", { source });
      const { errorText } = await send("Page.navigate", { url });
      if (errorText) throw new Error(`${url}: ${errorText}`);
    },
    async until(expression, every = 100) {
      const late = performance.now() + PATIENCE;
      while (!(await ask<boolean>(expression))) {
        if (performance.now() > late) throw new Error(`Never true: ${expression}`);
        await setTimeout(every);
      }
    },
    async close() {
      await all.send("Target.disposeBrowserContext", { browserContextId });
      await all.detach();
    },
  };
}
