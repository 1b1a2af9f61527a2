import { describe, expect, test } from "vitest";
import "../../../test/kits/app.ts";
import type { Failure } from "../../model/failure.ts";
import { providerIds } from "../../model/provider-id.ts";
import { formatFailure } from "./failure-text.ts";
import type { Action } from "./failure-text.ts";

const where = { provider: "aitronos", origin: "https://api.aitronos.com" } as const;
const at = new Date(2026, 10, 20, 18, 5).getTime();

const every: { [K in Failure["kind"]]: Extract<Failure, { kind: K }>[] } = {
  offline: [{ kind: "offline" }],
  "no-permission": [{ kind: "no-permission", origin: "https://api.aitronos.com" }],
  "signed-out": [{ kind: "signed-out", code: "TOKEN_XYZ" }],
  "not-yours": [{ kind: "not-yours" }],
  gone: [{ kind: "gone" }],
  "not-ready": [{ kind: "not-ready" }],
  "not-allowed": ["TOKEN_XYZ", null, "expires_at", "allow_mix", "constructor"].map((code) => ({
    kind: "not-allowed" as const,
    code,
  })),
  "too-many": [
    { kind: "too-many", retryAt: null },
    { kind: "too-many", retryAt: at },
  ],
  refused: [{ kind: "refused", status: 418 }],
  malformed: [{ kind: "malformed", where: "TOKEN_XYZ" }],
  "unknown-outcome": [{ kind: "unknown-outcome" }],
  "not-kept": [{ kind: "not-kept" }],
  "no-account": [{ kind: "no-account" }],
};
const actions: Action[] = [
  ...(["test", "share", "revoke", "list", "save", "unsave", "refresh", "open"] as const),
  ...(["mix", "render"] as const),
];
const pairs = Object.values(every)
  .flat()
  .flatMap((failure) =>
    actions.flatMap((action) =>
      providerIds.map((provider) => [failure, action, provider] as const),
    ),
  );

describe("formatFailure", () => {
  test.each(pairs)("%o on %s at %s has a cause and a next step", (failure, action, provider) => {
    const text = formatFailure(failure, action, { provider, origin: where.origin });
    expect(text.split(/[.:] /).length).toBeGreaterThan(1);
    expect(text).toMatch(/\.$/);
    expect(text).not.toMatch(/TOKEN_XYZ|https?:|fail_|allow_|expires_at|\$\d|undefined|null/);
    if (provider !== "aitronos") expect(text).not.toMatch(/organisation/i);
  });

  test.each([
    ["allow_mix", "“Mix”"],
    ["allow_read_mixes", "“See saved mixes”"],
    ["allow_write_mixes", "“Save mixes”"],
    ["allow_read_source", "“Download the source audio”"],
    ["expires_at", "Choose a shorter time"],
    [null, "Ask for less or for a shorter time"],
  ])("names an option missing from the plan as the form does: %s", (code, words) => {
    const asked = { provider: "mixthat", origin: "https://app.mixthat.co" } as const;
    expect(formatFailure({ kind: "not-allowed", code }, "share", asked)).toContain(words);
  });

  test.each([
    ["mixthat", { kind: "not-allowed", code: null }, "test", "This needs the Pro plan"],
    ["mixthat", { kind: "signed-out", code: null }, "test", "did not accept the API token"],
    ["craftkit", { kind: "signed-out", code: null }, "test", "did not accept the project key"],
    ["craftkit", { kind: "gone" }, "share", "could not make this document"],
    ["craftkit", { kind: "not-yours" }, "share", "to this project key. It is from another"],
    ["craftkit", { kind: "not-ready" }, "share", "Earmark makes the link by itself when it is."],
    [
      "mixthat",
      { kind: "gone" },
      "render",
      "no longer kept at Mix That, so no mix can be rendered",
    ],
    ["mixthat", { kind: "unknown-outcome" }, "mix", "Look at the list before you save it again."],
    ["mixthat", { kind: "unknown-outcome" }, "share", "is finding out whether the link was made"],
    ["aitronos", { kind: "not-kept" }, "revoke", "Free some disk space and try again."],
    ["web", { kind: "offline" }, "save", "No answer from band.example."],
  ] as const)("%s: %o on %s", (provider, failure, action, part) => {
    expect(formatFailure(failure, action, { provider, origin: "https://band.example" })).toContain(
      part,
    );
  });

  test.each([
    [{ kind: "too-many", retryAt: at }, "share", "Try again after 18:05."],
    [{ kind: "refused", status: 418 }, "save", "with status 418"],
    [{ kind: "signed-out", code: null }, "share", "did not accept the API key. Put in a new one"],
    [{ kind: "signed-out", code: null }, "test", "copied whole"],
    [{ kind: "not-yours" }, "share", "Only the person who made this track"],
    [{ kind: "not-yours" }, "test", "does not know this organisation"],
    [{ kind: "offline" }, "share", "No connection to api.aitronos.com. Nothing was sent."],
    [{ kind: "no-permission", origin: "https://b.example" }, "open", "talk to b.example"],
  ] as const)("%o on %s", (failure, action, part) => {
    expect(formatFailure(failure, action, where)).toContain(part);
  });
});
