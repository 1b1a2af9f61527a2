import { signal } from "@preact/signals-core";
import { getMixerChunk } from "../chunks/mixer-chunk.ts";
import type { Failure } from "../state/failure.ts";
import { en } from "./en.ts";
import { formatMessage } from "./format-message.ts";
import type { Words, Language } from "./language.ts";

/** The languages other than English that there are words for, in `entries/languages-chunk.ts`. */
export const LANGUAGES: readonly string[] = ["de", "fr", "es", "nl", "ja"];

/** Some of its words come with `earmark-desk.js`, and are not needed before: see `en-failures.ts`. */
const english = en as object as Words;

// A signal, so that what was shown in English is updated when the right language has been loaded.
const loaded = signal<readonly Language[]>([]);

/** Makes loaded languages known. */
export function addLanguages(languages: readonly Language[]): void {
  loaded.value = languages;
}

/** The primary language of a tag: `de` of `de-CH`. */
export function getPrimaryLanguage(tag: string): string {
  return tag.replace(/-.*/, "").toLowerCase();
}

/** All words in the language of a tag; undefined for English, and for a language that has not been loaded. */
export function getLanguage(tag: string): Language | undefined {
  return loaded.value.find(({ words }) => words.lang === getPrimaryLanguage(tag));
}

/** The words for a language tag such as `de-CH`; English until its language has been loaded. */
export function getWords(tag: string): Words {
  return getLanguage(tag)?.words ?? english;
}

/**
 * Whether there is a sentence for a failure already. If not, the mixer chunk brings one; for `unreachable` it can find out
 * more as well.
 */
export const hasFailureText = ({ kind }: Failure): boolean =>
  kind !== "unreachable" && kind in en.failures;

/** What some failures have besides their kind. */
interface FailureDetails {
  readonly seconds?: number;
  readonly status?: number | string;
  readonly message?: string;
}

/** The sentence for a failure; where the mixer chunk with its sentence could not be loaded, that nothing was reached. */
export function getFailureText(failure: Failure, words: Words): string {
  const { seconds = 0, status = "", message = "" } = failure as FailureDetails;
  return formatMessage(words.failures[failure.kind] ?? words.failures.unreachable, words.lang, {
    count: seconds,
    status: `${status}`,
    message: getMixerChunk()?.toSentence(message) || words.removedBefore,
  });
}
