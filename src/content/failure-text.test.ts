import { expect, test } from "vitest";
import "../../test/kits/app.ts";
import type { Failure } from "../model/failure.ts";
import { failureWords, keptWords } from "./failure-text.ts";

const every: { [K in Failure["kind"]]: Extract<Failure, { kind: K }> } = {
  offline: { kind: "offline" },
  "no-permission": { kind: "no-permission", origin: "https://api.aitronos.com" },
  "signed-out": { kind: "signed-out", code: null },
  "not-yours": { kind: "not-yours" },
  gone: { kind: "gone" },
  "not-ready": { kind: "not-ready" },
  "not-allowed": { kind: "not-allowed", code: null },
  "too-many": { kind: "too-many", retryAt: null },
  refused: { kind: "refused", status: 503 },
  malformed: { kind: "malformed", where: "id" },
  "unknown-outcome": { kind: "unknown-outcome" },
  "not-kept": { kind: "not-kept" },
  "no-account": { kind: "no-account" },
};

test.each(Object.values(every))("%o has a sentence", (failure) => {
  expect(failureWords(failure)).toMatch(/^[A-Z].*\.$/);
});

test("what is done needs no words", () => {
  expect(keptWords({ waiting: null })).toBe("");
});

test.each([
  [every.offline, "Saved here, waiting for the network."],
  [every.refused, "Saved here. It goes to the service by itself as soon as that works."],
  [every["too-many"], "Saved here. It goes to the service by itself as soon as that works."],
  [
    every["signed-out"],
    "Saved here, not at the service yet. The API key was not accepted. Put in a new one in Earmark.",
  ],
])("what waits says why: %o", (waiting, words) => {
  expect(keptWords({ waiting })).toBe(words);
});
