import type messages from "../../public/_locales/en/messages.json";

/** The key of a sentence that people read; its words are in public/_locales. */
export type TranslationKey = keyof typeof messages;
