// @vitest-environment node
import { expect, test } from "vitest";
import { formatMessage } from "./format-message.ts";

test("fills placeholders, and leaves unknown ones", () => {
  expect(formatMessage("{at} of {of}", "en", { at: "1", of: "2" })).toBe("1 of 2");
  expect(formatMessage("{at} of {of}", "en", { at: "{of}" })).toBe("{of} of {of}");
});

test.each([
  ["en", 1, "1 second"],
  ["en", 0, "0 seconds"],
  ["en", 1200, "1,200 seconds"],
  ["fr", 0, "0 second"],
  ["de", 1200, "1.200 seconds"],
])("chooses the form of %s for %d", (lang, count, told) => {
  expect(formatMessage({ one: "{count} second", other: "{count} seconds" }, lang, { count })).toBe(
    told,
  );
});

test("uses the `other` form for a plural form that the message lacks", () => {
  expect(formatMessage({ one: "one", other: "other" }, "fr", { count: 1_000_000 })).toBe("other");
});
