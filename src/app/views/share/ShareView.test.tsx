// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { beforeAll, describe, expect, test, vi } from "vitest";
import {
  account,
  job,
  createFakePlatform,
  link,
  origin,
  track,
} from "../../../../test/kits/app.ts";
import { createFakeModels } from "../../../../test/kits/models.ts";
import { mount } from "../../../../test/kits/render.tsx";
import type { CurrentPage } from "../../../messages/protocol.ts";
import type { Result } from "../../../model/failure.ts";
import { loadLazyComponents } from "../../components/lazy-component.tsx";
import { ShareView } from "./ShareView.tsx";

beforeAll(loadLazyComponents);

const pageResult = (currentPage: CurrentPage): Result<CurrentPage> => ({
  ok: true,
  value: currentPage,
});
const trackPage = (over = {}): CurrentPage => ({
  kind: "track",
  track: track(),
  accounts: [account()],
  savedIn: [],
  ...over,
});

describe("ShareView", () => {
  test("focuses Share on a track page; pressing it makes the link", async () => {
    const value = { link: link(), copied: true };
    const { currentPage, props, sent, toast } = createFakeModels({
      "share-track": { ok: true, value },
    });
    currentPage.result.value = pageResult(trackPage());
    const { press, button, text } = await mount(<ShareView {...props} />);
    expect(text()).toContain("3:37 · Aitronos Music");
    expect(document.activeElement).toBe(button("Share"));
    await press("Share");
    expect(sent.map(({ name }) => name)).toEqual(["share-track"]);
    expect(toast.content.value?.text).toMatch(/^Link copied/);
    button("Copy again");
  });

  test("reads the terms from the form", async () => {
    const { currentPage, props, share } = createFakeModels();
    currentPage.result.value = pageResult(trackPage());
    const { all } = await mount(<ShareView {...props} />);
    all("label")
      .find((each) => each.textContent === "Public")
      ?.click();
    all("label")
      .find((each) => each.textContent === "Never")
      ?.click();
    expect(share.getTerms("aitronos")).toMatchObject({
      visibility: "public",
      expiresInDays: null,
    });
    expect((await mount(<ShareView {...props} />)).text()).toContain("Works until you revoke it.");
  });

  test("saves and then offers Remove", async () => {
    const { currentPage, outbox, props } = createFakeModels({
      "save-track": { ok: true, value: { waiting: null } },
    });
    outbox.jobs.value = [];
    currentPage.result.value = pageResult(trackPage());
    const { press, button, text } = await mount(<ShareView {...props} />);
    await press("Save");
    expect(text()).toContain("Saved");
    button("Remove");
  });

  test.each([
    ["being sent for the first time", job(), "Saving…"],
    ["waiting for the network", job({ failure: { kind: "offline" } }), "waiting to be saved"],
    [
      "refused",
      job({ state: "stuck", failure: { kind: "refused", status: 500 } }),
      "could not be saved",
    ],
    ["about to be removed again", job({ task: { kind: "unsave", entry: null } }), "Saved"],
    ["about another track", job({ track: track({ id: "mtrack_bbbbbb" }) }), "Saved"],
  ])("shows the state of a save that is %s", async (_what, waiting, state) => {
    const { currentPage, outbox, props } = createFakeModels();
    currentPage.result.value = pageResult(trackPage({ savedIn: ["a"] }));
    const { all, button } = await mount(<ShareView {...props} />);
    const shown = (): string | null | undefined => all(".save .state")[0]?.textContent;
    expect(shown()).toBe(""); // before the outbox is read nobody knows
    await act(() => void (outbox.jobs.value = [waiting]));
    expect(shown()).toBe(state);
    button("Remove");
  });

  test("offers a choice of accounts when there are several", async () => {
    const { currentPage, props } = createFakeModels();
    currentPage.result.value = pageResult(
      trackPage({ accounts: [account(), account({ id: "b", label: "Choir" })] }),
    );
    const { all } = await mount(<ShareView {...props} />);
    expect(all("option").map((each) => each.textContent)).toEqual(["Band", "Choir"]);
  });

  test("opens the options page to add the first account", async () => {
    const openOptionsPage = vi.fn(async () => {});
    const { currentPage, accounts, props } = createFakeModels(
      {},
      createFakePlatform({ openOptionsPage: openOptionsPage }),
    );
    accounts.list.value = [];
    currentPage.result.value = pageResult(trackPage({ accounts: [] }));
    const { press, buttons } = await mount(<ShareView {...props} />);
    expect(buttons("Share")).toEqual([]);
    await press("Add an account");
    expect(openOptionsPage).toHaveBeenCalledTimes(1);
  });

  test("offers to save a track that somebody shared", async () => {
    const { currentPage, props } = createFakeModels();
    const shared = { provider: "aitronos", origin, token: "tok_secret" } as const;
    currentPage.result.value = pageResult({
      ...trackPage(),
      kind: "link",
      link: shared,
    } as CurrentPage);
    const { button, buttons } = await mount(<ShareView {...props} />);
    button("Save");
    expect(buttons("Share")).toEqual([]);
  });

  test("explains itself where there is no track, and says why a page cannot be read", async () => {
    const { currentPage, props } = createFakeModels();
    expect((await mount(<ShareView {...props} />)).text()).toBe("Looking at this page…");
    currentPage.result.value = pageResult({ kind: "nothing" });
    expect((await mount(<ShareView {...props} />)).text()).toContain(
      "Open a track at Aitronos Music",
    );
    currentPage.result.value = { ok: false, failure: { kind: "no-permission", origin } };
    const { button } = await mount(<ShareView {...props} />);
    for (const name of ["Allow", "Try again"]) button(name);
  });
});
