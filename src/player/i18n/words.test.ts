// @vitest-environment node
import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { languages } from "../entries/languages-chunk.ts";
import { enControls } from "./en-controls.ts";
import { enFailures } from "./en-failures.ts";
import { en } from "./en.ts";
import type { Language } from "./language.ts";
import { LANGUAGES } from "./translations.ts";

const failures = { ...en.failures, ...enFailures.failures };
const english: Language = { words: { ...en, ...enFailures, failures }, controls: enControls };
const others = languages;

/** Every sentence by its path, e.g. `words.failures.gone`; a plural is one. */
function sentences(
  part: object,
  path = "",
  found = new Map<string, string | Record<string, string>>(),
): typeof found {
  for (const [key, value] of Object.entries(part))
    if (typeof value === "string" || "other" in value) found.set(path + key, value);
    else sentences(value, `${path}${key}.`, found);
  return found;
}

const formsOf = (phrase: string | Record<string, string>): string[] =>
  typeof phrase === "string" ? [phrase] : Object.values(phrase);
const places = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).toSorted();

test("looks at every language there is a file for", () => {
  const files = readdirSync(import.meta.dirname).filter((file) => /^[a-z]{2}\.ts$/.test(file));
  expect(others.map(({ words }) => words.lang)).toEqual(LANGUAGES);
  const tags = [english, ...others].map(({ words }) => `${words.lang}.ts`);
  expect(tags.toSorted()).toEqual(files.toSorted());
});

test.each(others)("$words.lang has every sentence and no other", (language) => {
  const [mine, theirs] = [sentences(language), sentences(english)];
  expect([...mine.keys()].toSorted()).toEqual([...theirs.keys()].toSorted());
});

test.each(others)("$words.lang fills the same places, in every plural form", (language) => {
  const theirs = sentences(english);
  for (const [key, phrase] of sentences(language)) {
    const wanted = places(formsOf(theirs.get(key) ?? "")[0] ?? "");
    for (const form of formsOf(phrase)) expect([key, places(form)]).toEqual([key, wanted]);
  }
});

test.each([english, ...others])(
  "$words.lang has the plural forms of its numbers up to an hour",
  (language) => {
    const { lang } = language.words;
    const rules = new Intl.PluralRules(lang);
    const needed = new Set(Array.from({ length: 3601 }, (_none, count) => rules.select(count)));
    for (const [key, phrase] of sentences(language))
      if (typeof phrase !== "string")
        expect([key, Object.keys(phrase).toSorted()]).toEqual([key, [...needed].toSorted()]);
  },
);

test.each([english, ...others])(
  "$words.lang leaves nothing empty, and ends each sentence",
  (language) => {
    const sentence =
      /^words\.(failures\..*|loading|startsWhenHere|ready|ended|stalled|mayRetry|missing|document|removedBefore)$|^controls\.(copied|copyYourself)$/;
    for (const [key, phrase] of sentences(language))
      for (const form of formsOf(phrase)) {
        expect([key, form.trim()]).toEqual([key, form]);
        expect([key, form.length > 0]).toEqual([key, true]);
        if (sentence.test(key)) expect([key, /[.。]$/.test(form)]).toEqual([key, true]);
      }
  },
);

test.each(others)("$words.lang is not English", (language) => {
  const theirs = sentences(english);
  const same = [...sentences(language)].filter(([key, phrase]) => phrase === theirs.get(key));
  // Words that musicians use in English everywhere, and words that two languages share.
  const shared = /^(words\.(stems|pause|volume|percent)|controls\.(stem|link))$/;
  expect(same.map(([key]) => key).filter((key) => !shared.test(key))).toEqual([]);
});

test.each([english, ...others])(
  "$words.lang says a failure in two sentences that fit",
  (language) => {
    for (const [key, phrase] of sentences(language.words.failures))
      for (const form of formsOf(phrase)) {
        const told = form.replace("{message}", "Taken down.");
        expect([key, told.match(/[.!?](?= |$)|。/g)?.length]).toEqual([key, 2]);
        expect([key, told.length <= 150]).toEqual([key, true]);
      }
  },
);
