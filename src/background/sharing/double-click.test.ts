import { expect, test } from "vitest";
import { adaTracks, mixthatTracks } from "../../../sandbox/accounts.ts";
import { hosted, useBackground } from "../../../test/kits/background.ts";
import type { Replies } from "../../messages/protocol.ts";
import { createHandlers } from "../handlers/app.ts";

const kit = useBackground();

/** In all more than a thousand; CraftKit's whole list is read before each. */
const CLICKS = { aitronos: 460, mixthat: 460, craftkit: 100 };
const from = { page: null };
const scheduler = { run: async () => {}, armWatchdog: async () => {} };

/** The n-th thing to share: no other one is the same track on the same terms. */
function nth(provider: (typeof hosted)[number], n: number) {
  if (provider === "aitronos") {
    const id = adaTracks[n % adaTracks.length]?.id;
    return kit.shareIntent(provider, { expiresInDays: 1 + Math.floor(n / adaTracks.length) }, id);
  }
  if (provider === "mixthat")
    return kit.shareIntent(provider, { name: `${n}` }, mixthatTracks[n % 3]?.id);
  return kit.shareIntent(provider, { expiresInDays: 1 + n });
}

test.each(hosted)(
  "%s: hundreds of double clicks, each in two windows with an intent of its own, are one POST each",
  async (provider) => {
    const clicks = CLICKS[provider];
    const { id: account } = await kit.account(provider);
    const storage = Promise.resolve({ db: kit.db, lost: false, repaired: null });
    const windows = [createHandlers(storage, scheduler), createHandlers(storage, scheduler)];
    for (let n = 0; n < clicks; n += 1) {
      const wish = nth(provider, n);
      const pressed: Promise<Replies["share-track"]>[] = windows.map((window) =>
        window["share-track"]({ ...wish, intent: crypto.randomUUID(), account }, from),
      );
      const [one, other] = await Promise.all(pressed);
      expect(one).toMatchObject({ ok: true, value: { copied: false } });
      expect(other).toEqual(one);
      expect(kit.posts()).toBe(n + 1);
    }
    expect(kit.shares()).toHaveLength(clicks);
    expect(kit.liveShares()).toHaveLength(clicks);
    expect(new Set((await kit.links()).map(({ url }) => url)).size).toBe(clicks);
    expect(await kit.attempts()).toHaveLength(clicks);
  },
  60_000,
);

test("a hundred presses at once make one link", async () => {
  const { id: account } = await kit.account("mixthat");
  const storage = Promise.resolve({ db: kit.db, lost: false, repaired: null });
  const window = createHandlers(storage, scheduler);
  const wish = kit.shareIntent("mixthat");
  const all = await Promise.all(
    Array.from({ length: 100 }, () =>
      window["share-track"]({ ...wish, intent: crypto.randomUUID(), account }, from),
    ),
  );
  expect(new Set(all.map((each) => (each.ok ? each.value.link.url : each.failure.kind))).size).toBe(
    1,
  );
  expect([kit.posts(), kit.shares().length]).toEqual([1, 1]);
});
