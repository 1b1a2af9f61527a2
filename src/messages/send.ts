import { browser } from "wxt/browser";
import type { Answers, Ask, Name } from "./protocol.ts";

/** Puts one question to the background. */
export type AskBackground = <N extends Name>(name: N, ask: Ask<N>) => Promise<Answers[N]>;

export const ask: AskBackground = (name, question) =>
  browser.runtime.sendMessage({ name, ask: question });
