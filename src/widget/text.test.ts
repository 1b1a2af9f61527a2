// @vitest-environment node
import { expect, it } from "vitest";
import { spokenTime } from "./spoken-time.ts";
import { failureText, wordsFor } from "./text.ts";
import type { Failure } from "./failure.ts";

const failures: readonly Failure[] = [
  { kind: "not-an-address" },
  { kind: "gone" },
  { kind: "removed", message: "" },
  { kind: "removed", message: "Taken down" },
  { kind: "too-many", seconds: 30 },
  { kind: "refused", status: 503 },
  { kind: "unreachable" },
  { kind: "offline" },
  { kind: "too-slow" },
  { kind: "malformed", where: "kind" },
  { kind: "no-sound" },
  { kind: "not-playable" },
  { kind: "blocked" },
];

it.each(failures)(
  "says $kind in one sentence and one next step, short enough to fit",
  (failure) => {
    const said = failureText(failure, wordsFor("en"));
    expect(said.match(/[.!?](?= |$)/g)).toHaveLength(2);
    expect(said.length).toBeLessThanOrEqual(120);
  },
);

it("says what the service says, and ends its sentence", () => {
  const said = failureText({ kind: "removed", message: "Taken down" }, wordsFor("en"));
  expect(said).toMatch(/^Taken down\. Ask /);
});

it("cuts a very long message", () => {
  const said = failureText({ kind: "removed", message: "x".repeat(4000) }, wordsFor("en"));
  expect(said.length).toBeLessThan(250);
});

it("says one second and several", () => {
  const words = wordsFor("en");
  expect(failureText({ kind: "too-many", seconds: 1 }, words)).toContain("in 1 second.");
  expect(failureText({ kind: "too-many", seconds: 90 }, words)).toContain("in 90 seconds.");
});

it.each(["en", "en-GB", "EN-us", "xx", "", "constructor", "__proto__"])(
  "has words for %j",
  (tag) => {
    expect(wordsFor(tag).lang).toBe("en");
  },
);

it.each([
  [0, "0 seconds"],
  [1.9, "1 second"],
  [60, "1 minute"],
  [65, "1 minute 5 seconds"],
  [3600, "1 hour"],
  [7384, "2 hours 3 minutes 4 seconds"],
  [-3, "0 seconds"],
])("speaks %d seconds as %s", (seconds, spoken) => {
  expect(spokenTime(seconds, "en")).toBe(spoken);
});

it("speaks other languages", () => {
  expect(spokenTime(65, "de")).toBe("1 Minute 5 Sekunden");
});
