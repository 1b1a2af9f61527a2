import { offered } from "../chunks/mixer-chunk.ts";
import type { Failure } from "../state/failure.ts";
import { signal } from "@preact/signals-core";
import { en } from "./en.ts";
import type { Words } from "./en.ts";
import type { Language } from "./more-en.ts";
import { fill } from "./format-message.ts";

export type { Words } from "./en.ts";

/** The languages there are words for beside English, in `words/languages.ts`. */
export const LANGUAGES: readonly string[] = ["de", "fr", "es", "nl", "ja"];

/** Some of it comes with the desk's file, and is not needed before: see `words/desk-en.ts`. */
const english = en as object as Words;

// A signal, so that whatever was drawn in English is drawn again when its own language has come.
const known = signal<readonly Language[]>([]);

/** Takes in the words that have been fetched. */
export function learn(languages: readonly Language[]): void {
  known.value = languages;
}

/** The language of a tag such as `de-CH`: `de`. */
export function languageOf(tag: string): string {
  return tag.replace(/-.*/, "").toLowerCase();
}

/** All that is known in the language of a tag; undefined for English, and for what has not come. */
export function languageFor(tag: string): Language | undefined {
  return known.value.find(({ words }) => words.lang === languageOf(tag));
}

/** The words for a language tag such as `de-CH`; English as long as there are none. */
export function wordsFor(tag: string): Words {
  return languageFor(tag)?.words ?? english;
}

/** Whether a failure can be said already; when it is not, the desk's file knows more of it. */
export const canSay = ({ kind }: Failure): boolean => kind !== "unreachable" && kind in en.failures;

/** What some failures have beside their kind. */
interface Details {
  readonly seconds?: number;
  readonly status?: number | string;
  readonly message?: string;
}

/** What a failure says; that nothing was reached, where the desk's file with its sentence was not either. */
export function failureText(failure: Failure, words: Words): string {
  const { seconds = 0, status = "", message = "" } = failure as Details;
  return fill(words.failures[failure.kind] ?? words.failures.unreachable, words.lang, {
    count: seconds,
    status: `${status}`,
    message: offered()?.sentenceOf(message) || words.removedBefore,
  });
}
