// @vitest-environment happy-dom
import { describe, expect, test, vi } from "vitest";
import { terms, attempt, DAY, link, trackAt } from "../../../../test/kits/app.ts";
import { createFakeModels, createLinkRowProps } from "../../../../test/kits/models.ts";
import { mount } from "../../../../test/kits/render.tsx";
import { NewLink } from "../share/NewLink.tsx";
import { AttemptRow } from "./AttemptRow.tsx";
import { LinkRow } from "./LinkRow.tsx";

const models = createFakeModels();
const { copyLink } = models;
const row = createLinkRowProps(models);

describe("LinkRow", () => {
  test("offers all buttons for a live link, and opens it without a referrer", async () => {
    const { button, text } = await mount(
      <LinkRow {...row} link={link({ visibility: "public" })} />,
    );
    for (const name of ["Copy link", "Copy embed code", "Revoke"]) button(name);
    expect(button("Open").getAttribute("rel")).toBe("noreferrer");
    expect(text()).toMatch(/live · expires .*Public · made today/);
  });

  test("offers only Revoke for an expired link, and nothing for a revoked one", async () => {
    const expired = await mount(<LinkRow {...row} link={link({ expiresAt: Date.now() - DAY })} />);
    expect(expired.buttons("Copy link")).toEqual([]);
    expired.button("Revoke");
    const revoked = await mount(<LinkRow {...row} link={link({ revokedAt: Date.now() })} />);
    expect(revoked.all("button, a")).toEqual([]);
    expect(revoked.text()).toContain("revoked ");
  });
});

describe("LinkRow at other services", () => {
  test("says what was granted when it differs from what was asked for", async () => {
    const less = link({
      track: trackAt("mixthat"),
      asked: terms({ expiresInDays: 365, name: "For Ann" }),
      expiresAt: Date.now() + 90 * DAY,
    });
    const { text } = await mount(<LinkRow {...row} link={less} />);
    expect(text()).toContain("You asked for “365 days”. Mix That gave “90 days”.");
    expect(text()).toContain("For Ann · People with the link");
  });

  test("offers no embed code for a document, and no Revoke either for a web page", async () => {
    const document_ = await mount(<LinkRow {...row} link={link({ track: trackAt("craftkit") })} />);
    expect(document_.buttons("Copy embed code")).toEqual([]);
    document_.button("Revoke");
    const page = await mount(<LinkRow {...row} link={link({ track: trackAt("web") })} />);
    expect(page.all("button, a").map((each) => each.textContent)).toEqual(["Copy link", "Open"]);
  });
});

const none = { busy: false, onShareAgain: async () => {}, onForget: async () => {} };

describe("AttemptRow", () => {
  test.each([
    [attempt(), "opened by nobody and expires by itself on"],
    [attempt({ asked: terms({ expiresInDays: null }) }), "does not expire by itself"],
    [attempt({ asked: terms({ visibility: "public", expiresInDays: 7 }) }), "was to be public"],
    [attempt({ state: "answered" }), "could not be read"],
  ])("says what happens to the lost link", async (each, part) => {
    const { text, button } = await mount(<AttemptRow {...none} attempt={each} />);
    expect(text()).toContain(part);
    for (const name of ["Make a new link", "Forget"]) button(name);
  });

  test.each([
    [attempt({ dueAt: 5 }), "is finding out whether the link was made. You need not do anything."],
    [attempt({ state: "queued", dueAt: 5 }), "Will be made when there is a connection."],
  ])("continues by itself and can be cancelled", async (each, part) => {
    const { text, all } = await mount(<AttemptRow {...none} attempt={each} />);
    expect(text()).toContain(part);
    expect(all("button").map((button) => button.textContent)).toEqual(["Cancel"]);
  });

  test.each([
    [{ kind: "unknown-outcome" }, ["n1"], "lost its answer each time"],
    [{ kind: "unknown-outcome" }, [], "The connection to api.aitronos.com broke"],
    [{ kind: "offline" }, [], "There was no connection to Aitronos Music for a day"],
  ] as const)("says why it failed for good: %o %o", async (failure, spent, part) => {
    const failed = attempt({ state: "failed", failure, spent: [...spent] });
    const { text } = await mount(<AttemptRow {...none} attempt={failed} />);
    expect(text()).toContain(part);
  });

  test("asks before making a second public link", async () => {
    const onShareAgain = vi.fn(async () => {});
    const open = attempt({ asked: terms({ visibility: "public" }) });
    const { press, key, text, all } = await mount(
      <AttemptRow {...none} onShareAgain={onShareAgain} attempt={open} />,
    );
    await press("Make a new link");
    expect(text()).toContain("Make a second public link?");
    expect(onShareAgain).not.toHaveBeenCalled();
    await key("Escape");
    await press("Make a new link");
    const yes = all(".danger")[0];
    yes?.click();
    await vi.waitFor(() => expect(onShareAgain).toHaveBeenCalledWith(open));
  });
});

describe("AttemptRow of a document", () => {
  const waiting = attempt({ state: "waiting", track: trackAt("craftkit") });

  test("waits for the document and can be cancelled", async () => {
    const { text, all } = await mount(<AttemptRow {...none} attempt={waiting} />);
    expect(text()).toContain(
      "Waiting for the document to be finished. Earmark makes the link by itself when it is.",
    );
    expect(all("button").map((each) => each.textContent)).toEqual(["Cancel"]);
  });

  test.each([
    [{ kind: "not-ready" }, "CraftKit has not finished this document in an hour"],
    [{ kind: "no-account" }, "There is no account that can do this."],
  ] as const)("says why it failed: %o", async (failure, part) => {
    const failed = { ...waiting, state: "failed", failure } as const;
    const { text, button } = await mount(<AttemptRow {...none} attempt={failed} />);
    expect(text()).toContain(part);
    for (const name of ["Make a new link", "Forget"]) button(name);
  });
});

describe("NewLink", () => {
  const props = { copyLink, onRevoke: async () => {}, onNew: () => {} };

  test("shows the link and the next steps", async () => {
    const { all, button, text } = await mount(<NewLink {...props} link={link()} />);
    expect((all("input")[0] as HTMLInputElement).value).toBe(link().url);
    expect(document.activeElement).toBe(button("Copy again"));
    for (const name of ["Copy embed code", "Revoke", "New link"]) button(name);
    expect(text()).not.toContain("You asked for");
  });

  test("says when the service granted different terms", async () => {
    const { text } = await mount(
      <NewLink
        {...props}
        link={link({ asked: terms({ visibility: "public", expiresInDays: null }) })}
      />,
    );
    expect(text()).toContain(
      "You asked for “Public, never expires”. Aitronos Music gave “People with the link, 30 days”.",
    );
  });
});
