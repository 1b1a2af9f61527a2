/** A sentence with placeholders such as `{title}`, or one such sentence for each plural form of its language. */
export type Message = string | Plural;
export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & {
  readonly other: string;
};

/** The values of the placeholders; `count` also selects the plural form. */
export type Values = Readonly<Record<string, string | number>>;

/**
 * The sentence with its placeholders filled in; numbers are formatted for `lang`. A plural form that the message lacks (French
 * and Spanish have one for millions) is the `other` one.
 */
export function formatMessage(message: Message, lang: string, values: Values = {}): string {
  const form =
    typeof message === "string"
      ? message
      : (message[new Intl.PluralRules(lang).select(Number(values["count"]))] ?? message.other);
  return form.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = values[name];
    return typeof value === "number" ? value.toLocaleString(lang) : (value ?? placeholder);
  });
}
