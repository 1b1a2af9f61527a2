import { browser } from "wxt/browser";
import type { Browser } from "wxt/browser";
import { fail } from "../model/failure.ts";
import { StorageError } from "../model/storage-error.ts";
import { decode } from "../shared/decode.ts";
import { isPlainObject } from "../shared/is-plain-object.ts";
import { messages } from "./protocol.ts";
import type { Replies, Payload, SenderKind, MessageName } from "./protocol.ts";

export interface MessageSource {
  /** The web page whose content script sent the message, and its tab; null for the extension's own pages. */
  page: { address: string; tab: number } | null;
}

export type Handlers = {
  [N in MessageName]: (payload: Payload<N>, from: MessageSource) => Promise<Replies[N]>;
};

type Sender = Browser.runtime.MessageSender;

/** This extension. */
interface Extension {
  id: string;
  /** The address of the extension's own pages, up to and with the slash after the host. */
  root: string;
}

/**
 * Where a message comes from; null when it is not to be answered. The extension's id alone does not prove that
 * the sender is one of our pages, because content scripts have the same id. Our pages are recognised by their
 * address, and every other sender must be the top frame of a tab.
 */
export function getSenderKind(sender: Sender, extension: Extension): SenderKind | null {
  if (sender.id !== extension.id || sender.url === undefined) return null;
  if (sender.frameId !== undefined && sender.frameId !== 0) return null;
  if (sender.url.startsWith(extension.root)) return "app";
  return sender.tab?.id === undefined ? null : "page";
}

/** Replies to messages as long as the background lives. A message that is not in the protocol gets no reply. */
export function listenForMessages(handlers: Handlers): void {
  const extension = { id: browser.runtime.id, root: browser.runtime.getURL("/") };
  browser.runtime.onMessage.addListener((message: unknown, sender, sendReply) => {
    const reply = handleMessage(message, sender, extension, handlers);
    if (reply === null) return false;
    void reply.then(sendReply);
    return true; // keeps the channel open for the later reply
  });
}

/** The reply to one message; null when it is malformed, or when its sender may not send it. */
export function handleMessage(
  message: unknown,
  sender: Sender,
  extension: Extension,
  handlers: Handlers,
): Promise<Replies[MessageName]> | null {
  if (!isPlainObject(message)) return null;
  const { name, payload } = message;
  if (typeof name !== "string" || !Object.hasOwn(messages, name)) return null;
  const spec = messages[name as MessageName];
  if (getSenderKind(sender, extension) !== spec.from) return null;
  const decoded = decode<unknown>(spec.payload, payload);
  if (!decoded.ok) return null;
  const tab = sender.tab?.id;
  const page =
    spec.from === "page" && tab !== undefined ? { address: sender.url ?? "", tab } : null;
  // The table pairs each name with its handler, but TypeScript cannot follow a pair that a string selects.
  const handler = handlers[name as MessageName] as (
    payload: unknown,
    from: MessageSource,
  ) => Promise<Replies[MessageName]>;
  return handler(decoded.value, { page }).catch((error: unknown) => {
    if (error instanceof StorageError) return fail({ kind: "not-kept" });
    throw error;
  });
}
