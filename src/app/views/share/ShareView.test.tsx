// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { account, job, fakeAround, link, origin, track } from "../../../../test/kits/app.ts";
import { draw } from "../../../../test/kits/render.tsx";
import { fakeModels } from "../../../../test/kits/models.ts";
import type { Result } from "../../../model/failure.ts";
import type { CurrentPage } from "../../../messages/protocol.ts";
import { loadLater } from "../../components/lazy.tsx";
import { Share } from "./ShareView.tsx";

beforeAll(loadLater);

const sees = (sight: CurrentPage): Result<CurrentPage> => ({ ok: true, value: sight });
const onTrack = (over = {}): CurrentPage => ({
  kind: "track",
  track: track(),
  accounts: [account()],
  savedIn: [],
  ...over,
});

describe("Share", () => {
  it("has Share in focus on a track's page; Enter makes the link", async () => {
    const value = { link: link(), copied: true };
    const { sight, props, asked, notice } = fakeModels({ "share-track": { ok: true, value } });
    sight.seen.value = sees(onTrack());
    const { press, button, text } = await draw(<Share {...props} />);
    expect(text()).toContain("3:37 · Aitronos Music");
    expect(document.activeElement).toBe(button("Share"));
    await press("Share");
    expect(asked.map(({ name }) => name)).toEqual(["share-track"]);
    expect(notice.outcome.value?.text).toMatch(/^Link copied/);
    button("Copy again");
  });

  it("takes the terms from the form", async () => {
    const { sight, props, sharing } = fakeModels();
    sight.seen.value = sees(onTrack());
    const { all } = await draw(<Share {...props} />);
    all("label")
      .find((each) => each.textContent === "Public")
      ?.click();
    all("label")
      .find((each) => each.textContent === "Never")
      ?.click();
    expect(sharing.termsAt("aitronos")).toMatchObject({
      visibility: "public",
      expiresInDays: null,
    });
    expect((await draw(<Share {...props} />)).text()).toContain("Works until you revoke it.");
  });

  it("saves, and offers the way back", async () => {
    const { sight, outbox, props } = fakeModels({
      "save-track": { ok: true, value: { waiting: null } },
    });
    outbox.jobs.value = [];
    sight.seen.value = sees(onTrack());
    const { press, button, text } = await draw(<Share {...props} />);
    await press("Save");
    expect(text()).toContain("Saved");
    button("Remove");
  });

  it.each([
    ["being sent for the first time", job(), "Saving…"],
    ["waiting for the network", job({ failure: { kind: "offline" } }), "waiting to be saved"],
    [
      "refused",
      job({ state: "stuck", failure: { kind: "refused", status: 500 } }),
      "could not be saved",
    ],
    ["about to be removed again", job({ task: { kind: "unsave", entry: null } }), "Saved"],
    ["about another track", job({ track: track({ id: "mtrack_bbbbbb" }) }), "Saved"],
  ])("does not call saved what is %s", async (_what, waiting, state) => {
    const { sight, outbox, props } = fakeModels();
    sight.seen.value = sees(onTrack({ savedIn: ["a"] }));
    const { all, button } = await draw(<Share {...props} />);
    const shown = (): string | null | undefined => all(".save .state")[0]?.textContent;
    expect(shown()).toBe(""); // before the outbox is read nobody knows
    await act(() => void (outbox.jobs.value = [waiting]));
    expect(shown()).toBe(state);
    button("Remove");
  });

  it("asks which account when there are several", async () => {
    const { sight, props } = fakeModels();
    sight.seen.value = sees(
      onTrack({ accounts: [account(), account({ id: "b", label: "Choir" })] }),
    );
    const { all } = await draw(<Share {...props} />);
    expect(all("option").map((each) => each.textContent)).toEqual(["Band", "Choir"]);
  });

  it("leads to the first account in one press", async () => {
    const openOptions = vi.fn(async () => {});
    const { sight, accounts, props } = fakeModels({}, fakeAround({ openOptions }));
    accounts.list.value = [];
    sight.seen.value = sees(onTrack({ accounts: [] }));
    const { press, buttons } = await draw(<Share {...props} />);
    expect(buttons("Share")).toEqual([]);
    await press("Add an account");
    expect(openOptions).toHaveBeenCalledTimes(1);
  });

  it("offers to save what somebody shared", async () => {
    const { sight, props } = fakeModels();
    const shared = { provider: "aitronos", origin, token: "tok_secret" } as const;
    sight.seen.value = sees({ ...onTrack(), kind: "link", link: shared } as CurrentPage);
    const { button, buttons } = await draw(<Share {...props} />);
    button("Save");
    expect(buttons("Share")).toEqual([]);
  });

  it("teaches where there is no track, and says why when it cannot look", async () => {
    const { sight, props } = fakeModels();
    expect((await draw(<Share {...props} />)).text()).toBe("Looking at this page…");
    sight.seen.value = sees({ kind: "nothing" });
    expect((await draw(<Share {...props} />)).text()).toContain("Open a track at Aitronos Music");
    sight.seen.value = { ok: false, failure: { kind: "no-permission", origin } };
    const { button } = await draw(<Share {...props} />);
    for (const name of ["Allow", "Try again"]) button(name);
  });
});
