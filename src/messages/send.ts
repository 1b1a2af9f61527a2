import { browser } from "wxt/browser";
import type { Replies, Payload, MessageName } from "./protocol.ts";

/** Sends one message to the background and resolves with its reply. */
export type SendMessage = <N extends MessageName>(
  name: N,
  payload: Payload<N>,
) => Promise<Replies[N]>;

export const send: SendMessage = (name, payload) => browser.runtime.sendMessage({ name, payload });
