/** A sentence with places such as `{title}`, or one such sentence for each plural form its language has. */
export type Phrase = string | Plural;
export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & {
  readonly other: string;
};

/** What goes into the places; `count` also chooses the plural form. */
export type Values = Readonly<Record<string, string | number>>;

/**
 * The sentence with its places filled, numbers in the manner of `lang`.
 * A plural form the list does not give (French and Spanish have one for millions) is the `other` one.
 */
export function fill(phrase: Phrase, lang: string, values: Values = {}): string {
  const form =
    typeof phrase === "string"
      ? phrase
      : (phrase[new Intl.PluralRules(lang).select(Number(values["count"]))] ?? phrase.other);
  return form.replaceAll(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name];
    return typeof value === "number" ? value.toLocaleString(lang) : (value ?? place);
  });
}
