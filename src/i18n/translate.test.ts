import { describe, expect, test } from "vitest";
import english from "../../public/_locales/en/messages.json";
import "../../test/kits/app.ts";
import { providerFacts } from "../providers/facts.ts";
import { t } from "./translate.ts";

const messages: Record<string, { message: string }> = english;

describe("t", () => {
  test("inserts the substitutions", () => {
    expect(t("expires", "20 Dec")).toBe("expires 20 Dec");
  });

  test("has a text for every key", () => {
    const names = Object.keys(messages);
    expect(names.filter((key) => !/^[a-z][a-z0-9_]*$/.test(key))).toEqual([]); // no dash: Chromium
    const texts = Object.values(messages).map(({ message }) => message);
    expect(texts.filter((text) => text === "" || text !== text.trim())).toEqual([]);
  });

  test("has a label and a hint for every account field", () => {
    const keys = Object.values(providerFacts).flatMap(({ fields }) =>
      fields.flatMap(({ label, hint }) => [label, hint]),
    );
    expect(keys.filter((key) => t(key) === "")).toEqual([]);
  });
});
