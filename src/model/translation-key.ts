import type messages from "../../public/_locales/en/messages.json";

/** The key of a text in public/_locales. */
export type TranslationKey = keyof typeof messages;
