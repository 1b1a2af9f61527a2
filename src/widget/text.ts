import type { Failure } from "./failure.ts";
import { signal } from "./signal.ts";
import { en } from "./words/en.ts";
import type { Words } from "./words/en.ts";
import type { Language } from "./words/more-en.ts";
import { fill } from "./words/phrase.ts";

export type { Words } from "./words/en.ts";

/** The languages there are files for beside English: `words/de.ts` and so on. */
export const LANGUAGES: readonly string[] = ["de", "fr", "es", "nl", "ja"];

/** Some of it comes with the desk's file, and is not needed before: see `words/desk-en.ts`. */
const english = en as object as Words;

// A signal, so that whatever was drawn in English is drawn again when its own language has come.
const known = signal<Readonly<Record<string, Language>>>({});

/** Takes in the words of a language that has been fetched. */
export function learn(language: Language): void {
  known.value = { ...known.peek(), [language.words.lang]: language };
}

/** The language of a tag such as `de-CH`: `de`. */
export function languageOf(tag: string): string {
  return tag.split("-")[0]?.toLowerCase() ?? "";
}

/** All that is known in the language of a tag; undefined for English, and for what has not come. */
export function languageFor(tag: string): Language | undefined {
  const all = known.value;
  const language = languageOf(tag);
  return Object.hasOwn(all, language) ? all[language] : undefined;
}

/** The words for a language tag such as `de-CH`; English as long as there are none. */
export function wordsFor(tag: string): Words {
  return languageFor(tag)?.words ?? english;
}

/** Foreign words as one sentence of ours: at most 140 characters, with an end. */
function told(message: string): string {
  const short = message.length > 140 ? `${message.slice(0, 139)}…` : message;
  return !short || /[.!?…。！？]$/.test(short) ? short : `${short}.`;
}

/** Whether a failure can be said already, or only when the desk's file is here. */
export const canSay = ({ kind }: Failure): boolean => kind in en.failures;

/** What a failure says; that nothing was reached, where the desk's file with its sentence was not either. */
export function failureText(failure: Failure, words: Words): string {
  return fill(words.failures[failure.kind] ?? words.failures.unreachable, words.lang, {
    count: "seconds" in failure ? failure.seconds : 0,
    status: "status" in failure ? String(failure.status) : "",
    message: ("message" in failure && told(failure.message)) || words.removedBefore,
  });
}
