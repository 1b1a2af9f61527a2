// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { asked, attempt, DAY, fakeAround, link, trackAt } from "../../../test/kits/app.ts";
import { draw } from "../../../test/kits/draw.tsx";
import { createCopying } from "../models/copying.ts";
import { createNotice } from "../models/notice.ts";
import { AttemptRow } from "./AttemptRow.tsx";
import { LinkRow } from "./LinkRow.tsx";
import { Made } from "./Made.tsx";

const copying = createCopying(fakeAround().copy, createNotice());
const row = { account: "", tabIndex: 0, copying, onRevoke: async () => {} };

describe("LinkRow", () => {
  it("offers everything for a live link, and opens it without telling where from", async () => {
    const { button, text } = await draw(<LinkRow {...row} link={link({ visibility: "public" })} />);
    for (const name of ["Copy link", "Copy embed code", "Revoke"]) button(name);
    expect(button("Open").getAttribute("rel")).toBe("noreferrer");
    expect(text()).toMatch(/live · expires .*Public · made today/);
  });

  it("only revokes an expired one, and nothing a revoked one", async () => {
    const expired = await draw(<LinkRow {...row} link={link({ expiresAt: Date.now() - DAY })} />);
    expect(expired.buttons("Copy link")).toEqual([]);
    expired.button("Revoke");
    const revoked = await draw(<LinkRow {...row} link={link({ revokedAt: Date.now() })} />);
    expect(revoked.all("button, a")).toEqual([]);
    expect(revoked.text()).toContain("revoked ");
  });
});

describe("LinkRow elsewhere", () => {
  it("says what was granted where it is not what was asked for", async () => {
    const less = link({
      track: trackAt("mixthat"),
      asked: asked({ expiresInDays: 365, name: "For Ann" }),
      expiresAt: Date.now() + 90 * DAY,
    });
    const { text } = await draw(<LinkRow {...row} link={less} />);
    expect(text()).toContain("You asked for “365 days”. Mix That gave “90 days”.");
    expect(text()).toContain("For Ann · People with the link");
  });

  it("offers no embed code for a document, and neither that nor Revoke for a page", async () => {
    const document_ = await draw(<LinkRow {...row} link={link({ track: trackAt("craftkit") })} />);
    expect(document_.buttons("Copy embed code")).toEqual([]);
    document_.button("Revoke");
    const page = await draw(<LinkRow {...row} link={link({ track: trackAt("web") })} />);
    expect(page.all("button, a").map((each) => each.textContent)).toEqual(["Copy link", "Open"]);
  });
});

describe("AttemptRow", () => {
  const none = { busy: false, onShareAgain: () => {}, onForget: () => {} };

  it.each([
    [attempt(), "opened by nobody and expires by itself on"],
    [attempt({ asked: asked({ expiresInDays: null }) }), "does not expire by itself"],
    [attempt({ asked: asked({ visibility: "public", expiresInDays: 7 }) }), "was to be public"],
    [attempt({ state: "answered" }), "could not be read"],
  ])("says what becomes of it", async (each, part) => {
    const { text, button } = await draw(<AttemptRow {...none} attempt={each} />);
    expect(text()).toContain(part);
    for (const name of ["Make a new link", "Forget"]) button(name);
  });
});

describe("AttemptRow of a document", () => {
  const none = { busy: false, onShareAgain: () => {}, onForget: () => {} };
  const waiting = attempt({ state: "waiting", track: trackAt("craftkit") });

  it("waits, and can be cancelled", async () => {
    const { text, all } = await draw(<AttemptRow {...none} attempt={waiting} />);
    expect(text()).toContain(
      "Waiting for the document to be finished. Earmark makes the link by itself when it is.",
    );
    expect(all("button").map((each) => each.textContent)).toEqual(["Cancel"]);
  });

  it.each([
    [{ kind: "not-ready" }, "CraftKit has not finished this document in an hour"],
    [{ kind: "no-account" }, "There is no account that can do this."],
  ] as const)("says why it failed: %o", async (failure, part) => {
    const failed = { ...waiting, state: "failed", failure } as const;
    const { text, button } = await draw(<AttemptRow {...none} attempt={failed} />);
    expect(text()).toContain(part);
    for (const name of ["Make a new link", "Forget"]) button(name);
  });
});

describe("Made", () => {
  const none = { copying, onRevoke: async () => {}, onNew: () => {} };

  it("shows the link, and the next steps", async () => {
    const { all, button, text } = await draw(<Made {...none} link={link()} />);
    expect((all("input")[0] as HTMLInputElement).value).toBe(link().url);
    expect(document.activeElement).toBe(button("Copy again"));
    for (const name of ["Copy embed code", "Revoke", "New link"]) button(name);
    expect(text()).not.toContain("You asked for");
  });

  it("says when the service gave something else", async () => {
    const { text } = await draw(
      <Made
        {...none}
        link={link({ asked: asked({ visibility: "public", expiresInDays: null }) })}
      />,
    );
    expect(text()).toContain(
      "You asked for “Public, never expires”. Aitronos Music gave “People with the link, 30 days”.",
    );
  });
});
