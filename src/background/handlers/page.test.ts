import { expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { adaTracks, stemTrack } from "../../../sandbox/accounts.ts";
import { useBackground } from "../../../test/kits/background.ts";
import { createPageHandlers } from "./page.ts";

const kit = useBackground();
const scheduler = { run: vi.fn(async () => {}), armWatchdog: async () => {} };
const page = () => createPageHandlers(Promise.resolve(kit.db), scheduler);
const at = () => ({ page: { address: `${kit.sandbox.origin}/v1/music/tracks`, tab: 1 } });
const here = async () => {
  await kit.account("aitronos");
  // The sandbox's own pages of Aitronos tracks.
  return { page: { address: `${kit.sandbox.origin}/t/${stemTrack.id}`, tab: 1 } };
};

test("a page can share and gets no address and no token", async () => {
  // Two presses within a second are one: on a busy machine a test takes longer than that.
  vi.useFakeTimers({ toFake: ["Date"] });
  const from = await here();
  const answer = await page()["page-share"]({ intent: "i", track: stemTrack.id }, from);
  const [link] = await kit.links();
  expect(answer).toEqual({ ok: true, value: { copied: false, expiresAt: link?.expiresAt } });
  expect(JSON.stringify(answer)).not.toContain("shr_");
  const again = await page()["page-share"]({ intent: "j", track: stemTrack.id }, from);
  vi.useRealTimers();
  expect(again).toEqual(answer);
  expect(kit.posts()).toBe(1);
});

test("a page can save and remove, and is told what is saved", async () => {
  const from = await here();
  const ask = { track: stemTrack.id, saved: "yes" } as const;
  expect(await page()["page-save"](ask, from)).toEqual({ ok: true, value: { waiting: null } });
  const tracks = [stemTrack.id, adaTracks[1]?.id ?? ""];
  expect(await page()["page-list-saved"]({ tracks }, from)).toEqual({
    ok: true,
    value: { saved: [stemTrack.id] },
  });
  expect(await page()["page-save"]({ ...ask, saved: "no" }, from)).toEqual({
    ok: true,
    value: { waiting: null },
  });
  expect(await page()["page-list-saved"]({ tracks }, from)).toMatchObject({ value: { saved: [] } });
  expect(await kit.jobs()).toMatchObject([{ task: { kind: "unsave" } }]);
  expect(scheduler.run).toHaveBeenCalled();
});

test("a waiting save has its reason in the reply", async () => {
  const from = await here();
  kit.sandbox.faults.add({ path: "/save", do: { close: true } });
  expect(await page()["page-save"]({ track: stemTrack.id, saved: "yes" }, from)).toEqual({
    ok: true,
    value: { waiting: { kind: "offline" } },
  });
});

test.each([
  ["another site", { page: { address: "https://evil.example/t/x", tab: 1 } }],
  ["no page", { page: null }],
])("%s gets no data", async (_name, from) => {
  await here();
  const none = { ok: false, failure: { kind: "no-account" } };
  const answers = page();
  expect(await answers["page-share"]({ intent: "i", track: stemTrack.id }, from)).toEqual(none);
  expect(await answers["page-save"]({ track: stemTrack.id, saved: "yes" }, from)).toEqual(none);
  expect(await answers["page-save"]({ track: stemTrack.id, saved: "no" }, from)).toEqual(none);
  expect(await answers["page-list-saved"]({ tracks: [stemTrack.id] }, from)).toEqual({
    ok: true,
    value: { saved: [] },
  });
  expect(kit.sent).toEqual([]);
});

test("the app opens in a tab where the browser opens no popup", async () => {
  const create = vi.fn(async () => {});
  Object.assign(fakeBrowser, {
    action: { openPopup: () => Promise.reject(new Error("not here")) },
    tabs: { ...fakeBrowser.tabs, create },
  });
  expect(await page()["page-open-app"]({}, at())).toEqual({ ok: true, value: undefined });
  expect(create).toHaveBeenCalledTimes(1);
});
