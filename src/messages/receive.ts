import { browser, type Browser } from "wxt/browser";
import { decode } from "../shared/decode.ts";
import { fail } from "../model/failure.ts";
import { StorageError } from "../model/storage-error.ts";
import {
  type Replies,
  type Payload,
  type SenderKind,
  type MessageName,
  messages,
} from "./protocol.ts";
import { isPlainObject } from "../shared/is-plain-object.ts";

/** The address of the page whose buttons ask, and the tab it is in; null for our own pages. */
export interface MessageSource {
  page: { address: string; tab: number } | null;
}

export type Handlers = {
  [N in MessageName]: (ask: Payload<N>, from: MessageSource) => Promise<Replies[N]>;
};

type Sender = Browser.runtime.MessageSender;

interface Own {
  id: string;
  /** The address of our own pages' root, with its slash. */
  root: string;
}

/**
 * Who is asking. The extension's id alone proves nothing, as content scripts carry it too: our own
 * pages are known by their address, and everything else must be the top frame of a tab.
 */
export function senderKindOf(sender: Sender, own: Own): SenderKind | null {
  if (sender.id !== own.id || sender.url === undefined) return null;
  if (sender.frameId !== undefined && sender.frameId !== 0) return null;
  if (sender.url.startsWith(own.root)) return "app";
  return sender.tab?.id === undefined ? null : "page";
}

/** Answers questions for the life of the background. What is not on the list gets no answer. */
export function listenForMessages(handlers: Handlers): void {
  const own = { id: browser.runtime.id, root: browser.runtime.getURL("/") };
  browser.runtime.onMessage.addListener((message: unknown, sender, reply) => {
    const answer = handleMessage(message, sender, own, handlers);
    if (answer === null) return false;
    void answer.then(reply);
    return true; // the answer comes later
  });
}

/** The answer to one message, or null when this sender may not ask it so. */
export function handleMessage(
  message: unknown,
  sender: Sender,
  own: Own,
  handlers: Handlers,
): Promise<Replies[MessageName]> | null {
  if (!isPlainObject(message)) return null;
  const { name, ask } = message;
  if (typeof name !== "string" || !Object.hasOwn(messages, name)) return null;
  const question = messages[name as MessageName];
  if (senderKindOf(sender, own) !== question.from) return null;
  const asked = decode<unknown>(question.ask, ask);
  if (!asked.ok) return null;
  const tab = sender.tab?.id;
  const page =
    question.from === "page" && tab !== undefined ? { address: sender.url ?? "", tab } : null;
  // The table pairs each name with its handler; TypeScript cannot follow a pair chosen by a string.
  const handler = handlers[name as MessageName] as (
    ask: unknown,
    from: MessageSource,
  ) => Promise<Replies[MessageName]>;
  return handler(asked.value, { page }).catch((error: unknown) => {
    if (error instanceof StorageError) return fail({ kind: "not-kept" });
    throw error;
  });
}
