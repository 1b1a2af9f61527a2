import { effect } from "@preact/signals-core";
// @vitest-environment node
import { expect, test } from "vitest";
import type { Failure } from "../state/failure.ts";
import { de } from "./de.ts";
import { formatUnit, formatSpokenTime } from "./format-spoken-time.ts";
import { getFailureText, addLanguages, getWords } from "./translations.ts";
import "../entries/mixer-chunk.ts";

const failures: readonly Failure[] = [
  { kind: "not-an-address" },
  { kind: "gone" },
  { kind: "expired" },
  { kind: "revoked" },
  { kind: "removed", message: "" },
  { kind: "removed", message: "Taken down" },
  { kind: "not-available" },
  { kind: "too-many", seconds: 30 },
  { kind: "refused", status: 503 },
  { kind: "unreachable" },
  { kind: "cors" },
  { kind: "offline" },
  { kind: "too-slow" },
  { kind: "malformed" },
  { kind: "no-sound" },
  { kind: "not-playable" },
  { kind: "format" },
  { kind: "blocked" },
];

test.each(failures)(
  "says $kind in one sentence and one next step, short enough to fit",
  (failure) => {
    const said = getFailureText(failure, getWords("en"));
    expect(said.match(/[.!?](?= |$)/g)).toHaveLength(2);
    expect(said.length).toBeLessThanOrEqual(120);
    expect(said).not.toContain("{");
  },
);

test("shows the service's message as a sentence with a full stop", () => {
  const said = getFailureText({ kind: "removed", message: "Taken down" }, getWords("en"));
  expect(said).toMatch(/^Taken down\. Ask /);
});

test("cuts a very long message", () => {
  const said = getFailureText({ kind: "removed", message: "x".repeat(4000) }, getWords("en"));
  expect(said.length).toBeLessThan(250);
});

test("says one second and several, and a status as it is written", () => {
  const words = getWords("en");
  expect(getFailureText({ kind: "too-many", seconds: 1 }, words)).toContain("in 1 second.");
  expect(getFailureText({ kind: "too-many", seconds: 90 }, words)).toContain("in 90 seconds.");
  expect(getFailureText({ kind: "refused", status: 1020 }, words)).toContain("(1020)");
});

test.each(["en", "en-GB", "EN-us", "xx", "", "constructor", "__proto__"])(
  "has words for %j",
  (tag) => {
    expect(getWords(tag).lang).toBe("en");
  },
);

test("speaks English until a language has come, and then tells whoever reads it", () => {
  const read: string[] = [];
  const stop = effect(() => void read.push(getWords("de-CH").play));
  addLanguages([de]);
  stop();
  expect(read).toEqual(["Play", "Abspielen"]);
  expect(getFailureText({ kind: "too-many", seconds: 1 }, getWords("de"))).toContain("1 Sekunde ");
});

test.each([
  [0, "0 seconds"],
  [1.9, "1 second"],
  [60, "1 minute"],
  [65, "1 minute 5 seconds"],
  [3600, "1 hour"],
  [7384, "2 hours 3 minutes 4 seconds"],
  [-3, "0 seconds"],
])("speaks %d seconds as %s", (seconds, spoken) => {
  expect(formatSpokenTime(seconds, "en")).toBe(spoken);
});

test("speaks other languages", () => {
  expect(formatSpokenTime(65, "de")).toBe("1 Minute 5 Sekunden");
  expect(formatUnit(1.5, "second", "fr")).toBe("1,5\u00A0seconde");
});
