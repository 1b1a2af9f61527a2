import { expect, test } from "vitest";
import "../../test/kits/app.ts";
import type { Failure } from "../model/failure.ts";
import { formatFailure, formatSaveOutcome } from "./failure-text.ts";

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
  expect(formatFailure(failure)).toMatch(/^[A-Z].*\.$/);
});

test("is empty for a track that is saved at its service", () => {
  expect(formatSaveOutcome({ waiting: null })).toBe("");
});

test.each([
  [every.offline, "Saved here, waiting for the network."],
  [every.refused, "Saved here. It goes to the service by itself as soon as that works."],
  [every["too-many"], "Saved here. It goes to the service by itself as soon as that works."],
  [
    every["signed-out"],
    "Saved here, not at the service yet. The API key was not accepted. Put in a new one in Earmark.",
  ],
])("says why a track is not at its service yet: %o", (waiting, words) => {
  expect(formatSaveOutcome({ waiting })).toBe(words);
});
